using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary>Writes what a command rules about causes, so that it holds at once, for good, and can be taken back.</summary>
internal sealed class RulingWriter(Rulings rulings, RuleRecords records)
{
    private const int MostNamed = 10;

    /// <summary>For rulings that leave the causes where they are.</summary>
    public Func<Session, Task> Of(CommandContext context, IReadOnlyList<KnownCause> causes, string kind, string value, DateTimeOffset? until = null) => async session =>
    {
        foreach (var cause in causes)
            await rulings.PutAsync(session, context.Repository.Id, Row(context, cause, kind, value) with { Until = until });
    };

    /// <summary>For rulings that move the causes to an issue, or away from one.</summary>
    /// <param name="to">Null: to none.</param>
    /// <param name="moves">Whether a cause moves; the others are only ruled about.</param>
    public Func<Session, Task> Moving(CommandContext context, IReadOnlyList<KnownCause> causes, string kind, int value, int? to, Func<KnownCause, bool> moves) => async session =>
    {
        foreach (var cause in causes)
        {
            await rulings.PutAsync(session, context.Repository.Id, Row(context, cause, kind, $"{value}") with { Before = moves(cause) ? $"{cause.Issue}" : null });
            if (moves(cause))
                await Ledger.FiledAsync(session, context.Repository.Id, cause.Cluster, to, cause.About.Title);
            await Ledger.ForgetMatchAsync(session, context.Repository.Id, cause.Cluster);
        }
    };

    /// <summary>Something that a rule had said of the causes is overturned by it.</summary>
    /// <param name="rule">Null where nothing is.</param>
    public Func<Session, Task> Overturning(CommandContext context, IReadOnlyList<KnownCause> causes, Func<KnownCause, string?> rule) => async session =>
    {
        foreach (var cause in causes)
            if (rule(cause) is { } said)
                await records.OverturnedAsync(session, context.Repository.Id, said, cause.Cluster, context.Login, context.Key);
    };

    /// <summary>What a ruling is about, for its answer.</summary>
    public static string List(IReadOnlyList<KnownCause> causes) =>
        string.Concat(causes.Take(MostNamed).Select(c => $"- {Markdown.Code(c.Cluster)} {Markdown.Code(c.About.Title, 100)}, {Wording.Count(c.About.Tests, "test")}{(c.Issue is { } issue ? $", now in #{issue}" : "")}\n"))
        + (causes.Count > MostNamed ? $"- and {causes.Count - MostNamed} more\n" : "");

    private static RulingRow Row(CommandContext context, KnownCause cause, string kind, string value) => new()
    {
        Cluster = cause.Cluster,
        Kind = kind,
        Value = Secrets.Redact(value),
        Login = context.Login,
        Thread = context.Thread,
        Key = context.Key,
    };
}
