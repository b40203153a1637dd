using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/close [not-planned] REASON</c>.</summary>
internal sealed class CloseCommand(IssuesClient issues, Outbox outbox, IssueCare care) : ICommand<CloseCommand>
{
    private const string NotPlanned = "not-planned";

    public static CommandSpec Spec { get; } = new("close", "[not-planned] REASON",
        "Closes the issue with a reason. If its tests still fail, the bot says so once and leaves it closed.",
        CommandLevel.Triage, ["/close fixed by #231", "/close not-planned the feature is going away"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var dropped = context.Arguments == NotPlanned || context.Arguments.StartsWith(NotPlanned + " ", StringComparison.Ordinal);
        var reason = dropped ? context.Arguments[NotPlanned.Length..].Trim() : context.Arguments;
        if (reason.Length == 0)
            return CommandAnswer.Mistake(Spec, "For which reason?");
        if (await issues.FindAsync(context.Repository, context.Thread, cancel) is not { IsPull: false } issue)
            return CommandAnswer.No("This is a pull request; it is its author's to close.");
        if (issue.State != "open")
            return CommandAnswer.No("This issue is closed already.");
        return new CommandAnswer($"Closed{(dropped ? " as not planned" : "")} by {Markdown.Code(context.Login)}: {Markdown.Code(reason)}. Should it still "
            + $"fail, I say so once and leave it closed.\n")
        {
            Do = async session =>
            {
                await outbox.PutAsync(session, context.Repository, context.Mandate, context.Key,
                    ChangeEffect.OfState(context.Thread, "closed", dropped ? "not_planned" : "completed"));
                await care.ClosedAsync(session, context.Repository.Id, context.Thread, context.Login);
            },
        };
    }
}
