using System.Text.RegularExpressions;

namespace Whybot.Storage;

/// <summary>
/// Brings a store up to the migrations that it says it has. Until migration 10, files were edited after stores had been made with them, so a number says
/// little about a store: one has <c>0007-people</c> and lacks the columns that came into that file later. The store itself is looked at, and whatever the
/// frozen files make and it lacks is made by their own statements. It runs once, in the transaction of the migrations
/// (<c>docs/decisions/0024-migrations-are-frozen.md</c>).
/// </summary>
internal static partial class Repair
{
    /// <summary>The migration that it runs before: a store that has it needs no repair.</summary>
    public const long Before = 10;

    /// <param name="applied">The migrations that the store says it has; what the others make is left to them.</param>
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
    /// The first schema, of SQLite only: times were text, the body stood beside the state. Programs that came after it wrote milliseconds into the same column.
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

    /// <summary>The column is renamed first: that locks the table, and a program that still runs on it adds no body that would be lost.</summary>
    private static void MoveBodies(MigrationStep step) => step.Execute("""
        alter table deliveries rename column body to body_before;
        insert into delivery_bodies (delivery_id, body) select id, body_before from deliveries;
        alter table deliveries drop column body_before
        """);

    /// <summary>The statements of a migration that make something, each with the name of it as <see cref="MigrationStep.Has"/> takes it.</summary>
    private static IEnumerable<(string Sql, string Makes)> Statements(string sql)
    {
        foreach (var statement in Comment().Replace(sql, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Made().Match(statement) is { Success: true } made)
                yield return (statement, made.Groups["column"] is { Success: true } column ? $"{made.Groups["table"]}.{column}" : made.Groups["thing"].Value);
    }

    [GeneratedRegex("--[^\n]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\Acreate (?:unique )?(?:table|view|index) (?<thing>\w+)|\Aalter table (?<table>\w+) add column (?<column>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();
}
