using System.Text.RegularExpressions;

namespace Whybot.Foundation.Storage;

/// <summary>
/// Makes a store match the migrations that it claims to have. Before migration 10, files were edited after stores had been created with them, so a number says
/// little about a store: some have <c>0007-people</c> but lack the columns that were added to that file later. So the store itself is examined, and whatever
/// the frozen files create but it lacks is created by their own statements. This runs once, in the transaction of the migrations
/// (<c>docs/decisions/0024-migrations-are-frozen.md</c>).
/// </summary>
internal static partial class Repair
{
    /// <summary>The migration before which it runs: a store that has this migration needs no repair.</summary>
    public const long Before = 10;

    /// <param name="applied">The migrations that the store claims to have; what the others create is left to them.</param>
    public static void Run(MigrationStep step, IReadOnlySet<long> applied)
    {
        if (step.TypeOf("deliveries.received_at") == "text")
            RemakeDeliveries(step);
        foreach (var (sql, makes) in Migration.All.Where(m => m.Number < Before && applied.Contains(m.Number)).SelectMany(m => Statements(m.Sql)))
            if (!step.Has(makes))
                step.Execute(sql);
        if (step.Has("deliveries.body"))
            MoveBodies(step);
        if (step.Has("runs") && !step.Has("runs.installation"))
            RunInstallations.Add(step);
    }

    /// <summary>
    /// The first schema, for SQLite only: times were text, and the body was in the same table as the state. Later programs wrote milliseconds into the same
    /// column.
    /// </summary>
    private static void RemakeDeliveries(MigrationStep step)
    {
        step.Execute("create table deliveries_before as select * from deliveries; drop table deliveries");
        step.Execute(Migration.All.Single(m => m.Number == 1).Sql);
        step.Execute("""
            insert into deliveries (id, guid, hook_target, event, received_at, state, redelivered)
                select id, guid, hook_target, event,
                    case when received_at like '%T%'
                        then cast(strftime('%s', substr(received_at, 1, 19)) as integer) * 1000 + cast(substr(received_at, 21, 3) as integer)
                        else cast(received_at as integer) end,
                    state, redelivered from deliveries_before;
            insert into delivery_bodies (delivery_id, body) select id, body from deliveries_before;
            drop table deliveries_before
            """);
        step.Look();
    }

    /// <summary>The column is renamed first: that locks the table, so a program that is still using it cannot add a body that would be lost.</summary>
    private static void MoveBodies(MigrationStep step) => step.Execute("""
        alter table deliveries rename column body to body_before;
        insert into delivery_bodies (delivery_id, body) select id, body_before from deliveries;
        alter table deliveries drop column body_before
        """);

    /// <summary>
    /// The statements of a migration that create something, each with the name of what it creates, as <see cref="MigrationStep.Has"/> expects it.
    /// </summary>
    private static IEnumerable<(string Sql, string Makes)> Statements(string sql)
    {
        foreach (var statement in Comment().Replace(sql, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Made().Match(statement) is { Success: true } made)
                yield return (statement, made.Groups["column"] is { Success: true } column ? $"{made.Groups["table"]}.{column}" : made.Groups["thing"].Value);
    }

    [GeneratedRegex("--[^\n]*", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\Acreate (?:unique )?(?:table|view|index) (?<thing>\w+)|\Aalter table (?<table>\w+) add column (?<column>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Made();
}
