using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;

namespace Whybot.Features.Commands;

/// <summary>Writes what a command rules about causes, so that the ruling takes effect at once, lasts, and can be undone.</summary>
internal sealed class RulingWriter(Rulings rulings, RuleRecords records)
{
    private const int MostNamed = 10;

    /// <summary>For rulings that leave the causes where they are.</summary>
    public Func<Session, Task> Of(CommandContext context, IReadOnlyList<KnownCause> causes, string kind, string value, DateTimeOffset? until = null) =>
        async session =>
    {
        foreach (var cause in causes)
            await rulings.PutAsync(session, context.Repository.Id, Row(context, cause, kind, value) with { Until = until });
    };

    /// <summary>For rulings that assign the causes to an issue or remove them from one.</summary>
    /// <param name="to">The issue; null to remove them.</param>
    /// <param name="moves">Whether a cause is reassigned; for the others only the ruling is written.</param>
    public Func<Session, Task> Moving(CommandContext context, IReadOnlyList<KnownCause> causes, string kind, int value, int? to,
        Func<KnownCause, bool> moves) => async session =>
    {
        foreach (var cause in causes)
        {
            await rulings.PutAsync(session, context.Repository.Id,
                Row(context, cause, kind, $"{value}") with { Before = moves(cause) ? $"{cause.Issue}" : null });
            if (moves(cause))
                await Ledger.FiledAsync(session, context.Repository.Id, cause.Cluster, to, cause.About.Title);
            await Ledger.ForgetMatchAsync(session, context.Repository.Id, cause.Cluster);
        }
    };

    /// <summary>Records that a person has overturned what a rule said about the causes.</summary>
    /// <param name="rule">The rule that is overturned for a cause; null if none is.</param>
    public Func<Session, Task> Overturning(CommandContext context, IReadOnlyList<KnownCause> causes, Func<KnownCause, string?> rule) => async session =>
    {
        foreach (var cause in causes)
            if (rule(cause) is { } said)
                await records.OverturnedAsync(session, context.Repository.Id, said, cause.Cluster.Value, context.Login, context.Key);
    };

    /// <summary>Lists the causes that a ruling is about, for the command's answer.</summary>
    public static string List(IReadOnlyList<KnownCause> causes) =>
        string.Concat(causes.Take(MostNamed).Select(c =>
            $"- {Markdown.Code(c.Cluster.Value)} {Markdown.Code(c.About.Title, 100)}, "
            + $"{Numbers.Count(c.About.Tests, "failure")}{(c.Issue is { } issue ? $", now in #{issue}" : "")}\n"))
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
