using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/revert [SIGNATURE]</c>.</summary>
internal sealed class RevertCommand(ThreadCauses threads, RepositoriesClient repositories, Outbox outbox) : ICommand<RevertCommand>
{
    public static CommandSpec Spec { get; } = new("revert", "[SIGNATURE]",
        "Opens a draft pull request that reverts the suspected one.",
        CommandLevel.Write, ["/revert"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        var (causes, problem) = await threads.OfAsync(context, asked, cancel);
        if (problem is not null)
            return problem;
        if (causes.FirstOrDefault(c => c.About.SuspectPull is not null) is not { About: { SuspectPull: { } pull, Suspect: { } suspect } } cause)
            return CommandAnswer.No("No suspect with a pull request is known for this thread's causes, so there is nothing that could be reverted.");
        if (await repositories.PullAsync(context.Repository, pull, cancel) is not { MergedAt: not null })
            return CommandAnswer.No($"#{pull} is not merged, so there is nothing to revert; it can simply be changed.");
        return new CommandAnswer($"""
            {(suspect.Established ? "The suspect" : "The likely suspect")} of {Markdown.Code(cause.About.Title, 100)} is {Markdown.Code(suspect.Sha.Short)} of #{pull}. Draft pull request that reverts it: {Texts.Outcome(RevertEffect.Kind, $"{pull}")}.

            """)
        {
            Do = session => outbox.PutAsync(session, context.Repository, context.Mandate, $"{pull}",
                new RevertEffect(pull, $"{cause.About.Title}", context.Thread)),
        };
    }
}
