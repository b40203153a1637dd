using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Rules;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/same-as #N [preview]</c>.</summary>
internal sealed class SameAsCommand(ThreadCauses threads, RulingWriter writer, IssuesClient issues, EffectStore effects, Outbox outbox, IssueCare care)
    : ICommand<SameAsCommand>
{
    public static CommandSpec Spec { get; } = new("same-as", "#N [preview]",
        "Moves this thread's causes to issue N, for good. If this is one of the bot's own issues, it is closed as a duplicate. With preview, only shows "
        + "what would move.",
        CommandLevel.Triage, ["/same-as #17", "/same-as #17 preview"])
    { OnChecks = true };

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        if ((asked.Issue ?? asked.Number) is not { } target || asked.Rest is not ("" or "preview"))
            return CommandAnswer.Mistake(Spec, "Which issue is it the same as?");
        if (target == context.Thread)
            return CommandAnswer.Mistake(Spec, "That is this very thread.");
        var (causes, problem) = await threads.OfAsync(context, asked, cancel);
        if (problem is not null)
            return problem;
        if (await issues.FindAsync(context.Repository, target, cancel) is not { IsPull: false } issue)
            return CommandAnswer.No($"There is no issue {target}.");
        if (issue.State != "open")
            return CommandAnswer.No($"#{target} is closed, so nothing can belong to it; {Markdown.Code("/reopen")} it there first.");
        var closes = await IsOwnAsync(context, cancel) && causes.All(c => c.Issue == context.Thread);
        var moves = $"{RulingWriter.List(causes)}\n"
            + $"{(closes ? $"This issue is closed as a duplicate; what was counted here is counted in #{target}."
                : $"From now on such failures belong to #{target}.")}";
        if (asked.Rest == "preview")
            return new CommandAnswer($"Would move to #{target}:\n\n{moves} Nothing was done.\n");
        return new CommandAnswer($"Moved to #{target}:\n\n{moves} {Markdown.Code("/undo")} takes it back.\n")
        {
            Do = async session =>
            {
                await writer.Moving(context, causes, RulingRow.SameAs, target, target, _ => true)(session);
                await writer.Overturning(context, causes, _ => closes ? RuleRecords.NewIssue : null)(session);
                await outbox.SeenAsync(session, context.Repository, target, context.Key);
                if (!closes)
                    return;
                await outbox.PutAsync(session, context.Repository, context.Mandate, context.Key,
                    ChangeEffect.OfState(context.Thread, "closed", "duplicate"));
                await care.ClosedAsync(session, context.Repository.Id, context.Thread, context.Login);
            },
        };
    }

    private async Task<bool> IsOwnAsync(CommandContext context, CancellationToken cancel) =>
        await effects.IsRemoteAsync(context.Repository.Id, IssueEffect.Kind, context.Thread, cancel);
}
