using Whybot.Analysis.Commands;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Deployments;
using Whybot.Publishing;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary><c>/accept [ENVIRONMENT] REASON</c>.</summary>
internal sealed class AcceptCommand(ThreadRuns threads, Outbox outbox, AfterRun after, TimeProvider time) : ICommand
{
    public CommandSpec Spec => CommandCatalogue.Accept;

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var (found, problem) = await threads.NewestAsync(context, cancel);
        if (found is null)
            return problem!;
        var run = found.Run;
        if (found.Rest.Length == 0)
            return CommandAnswer.Mistake(Spec, "For which reason?");
        if (run.State != "done")
            return CommandAnswer.No($"The run of {Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha[..8])} has made no decision that could be accepted ({run.State}).");
        if (run.Decision == "go" || Acceptance.Read(run.Accepted) is not null)
            return CommandAnswer.No($"{Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha[..8])} {(run.Decision == "go" ? "is go already" : "was accepted already")}.");
        var acceptance = new Acceptance(context.Login, Secrets.Redact(found.Rest), time.GetUtcNow());
        var promotes = found.Environment.Run?.Promote is not null;
        return new CommandAnswer($"{Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha[..8])}, which was {run.Decision}, is accepted by {Markdown.Code(context.Login)}: {Markdown.Code(found.Rest)}. Check and worklog say so.{(promotes ? $" Promotion: {Texts.Outcome(DispatchEffect.Kind, AfterRun.Target(run, "promote"))}." : "")}\n")
        {
            Do = async session =>
            {
                await DeploymentRuns.AcceptedAsync(session, run, acceptance.Write(), acceptance.Said(""));
                await outbox.AcceptAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment).Target, acceptance.Said);
                if (promotes)
                    await after.PromoteAsync(session, run, found.Environment.Run!, acceptance);
            },
        };
    }
}
