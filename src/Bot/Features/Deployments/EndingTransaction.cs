using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Publishing;

namespace Whybot.Features.Deployments;

/// <summary>Stores how a run ended, and everything to be said, started and remembered about it, in one transaction.</summary>
internal sealed class EndingTransaction(DeploymentRuns runs, ReportStore reports, Announcer announcer, Outbox outbox, AfterRun after, IDatabase database)
{
    /// <returns>False if nothing was stored because there is a newer deployment by now.</returns>
    public async Task<bool> CommitAsync(Job job, DeploymentRun run, RunSettings? settings, RunEnding ending, CancellationToken cancel)
    {
        var newer = false;
        await database.WriteAsync(job, async session =>
        {
            // An event that arrived after GitHub was asked.
            newer = await RunStore.NewestDeploymentAsync(session, run.Repository, run.Environment) is { } newest && newest.Deployment > run.Deployment;
            if (newer)
                return;
            if (run.Looks is { } looks)
                await DeploymentRuns.LookedAsync(session, run, looks);
            await runs.DoneAsync(session, run,
                new DeploymentOutcome(ending.Drafts.Decision, !ending.Drafts.Failing, ending.Conclusion.Write(), ending.Worklog));
            await reports.PutAsync(session, run.Repository, ReportStore.OfDeployment(run.Id), ending.Output.Report, ending.Output.Passages);
            // What is started comes first: the comment says whether it was.
            await after.AskAsync(session, run, settings, ending.FollowUps, ending.Worklog, job.Delivery);
            await announcer.AnnounceAsync(session, run.Ref, ending.Subject, ending.Drafts, job.Delivery);
            // Once a person has accepted the run it stays accepted, even if it is concluded again.
            if (ending.Acceptance is not null)
                await outbox.AcceptAsync(session, run.Ref, ending.Subject.Target, check => check);
        }, cancel);
        return !newer;
    }
}
