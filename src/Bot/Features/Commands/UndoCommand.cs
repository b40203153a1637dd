using System.Globalization;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Rules;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/undo</c>.</summary>
internal sealed class UndoCommand(Rulings rulings, EffectStore effects, Outbox outbox) : ICommand<UndoCommand>
{
    public static CommandSpec Spec { get; } = new("undo", "",
        "Undoes the last ruling in this thread (same-as, not-this, split, cause, flaky, priority, mute).",
        CommandLevel.Triage, ["/undo"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var last = await rulings.LastAsync(context.Repository.Id, context.Thread, cancel);
        if (last.Count == 0)
            return CommandAnswer.No("Nothing that was ruled in this thread still stands.");
        var (kind, key) = (last[0].Kind, last[0].Key);
        var reopens = kind == RulingRow.SameAs && await effects.FindAsync(context.Repository.Id, ChangeEffect.Kind, key, cancel) is not null;
        return new CommandAnswer($"""
            Taken back: {kind} by {Markdown.Code(last[0].Login)} of {last[0].At:yyyy-MM-dd HH:mm} UTC, for {Numbers.Count(last.Count, "cause")}.{(reopens ? " This issue is open again." : "")}{(kind == RulingRow.Priority ? " The label stays until somebody changes it." : "")}

            """)
        {
            Do = async session =>
            {
                await RuleRecords.UndoAsync(session, context.Repository.Id, key);
                await rulings.UndoAsync(session, context.Repository.Id, key, context.Login);
                foreach (var ruling in last.Where(r => r.Before is not null))
                    await Ledger.FiledAsync(session, context.Repository.Id, ruling.Cluster,
                        long.TryParse(ruling.Before, CultureInfo.InvariantCulture, out var issue) ? issue : null);
                if (!reopens)
                    return;
                await outbox.PutAsync(session, context.Repository, context.Mandate, context.Key, ChangeEffect.OfState(context.Thread, "open", "reopened"));
                await IssueCare.OpenedAsync(session, context.Repository.Id, context.Thread);
            },
        };
    }
}
