using Whybot.Analysis.Inputs.Commands;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/reopen</c>.</summary>
internal sealed class ReopenCommand(IssuesClient issues, RuleRecords records, Outbox outbox) : ICommand<ReopenCommand>
{
    public static CommandSpec Spec { get; } = new("reopen", "",
        "Reopens the issue.",
        CommandLevel.Triage, ["/reopen"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        if (await issues.FindAsync(context.Repository, context.Thread, cancel) is not { IsPull: false } issue)
            return CommandAnswer.No("This is a pull request; it is its author's to open.");
        if (issue.State == "open")
            return CommandAnswer.No("This issue is open.");
        return new CommandAnswer("Open again.\n")
        {
            Do = async session =>
            {
                await outbox.PutAsync(session, context.Repository, context.Mandate, context.Key, ChangeEffect.OfState(context.Thread, "open", "reopened"));
                await records.OverturnedAsync(session, context.Repository.Id, RuleRecords.Closing, $"#{context.Thread}", context.Login, context.Key);
                await IssueCare.OpenedAsync(session, context.Repository.Id, context.Thread);
            },
        };
    }
}
