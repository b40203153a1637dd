using Whybot.Analysis.Filing;
using Whybot.Analysis.Reports;
using Whybot.GitHub;
using Whybot.Pipeline;
using Whybot.Publishing;
using Whybot.Queue;
using Whybot.Storage;
using Whybot.Suites;

namespace Whybot.Deployments;

/// <summary>Ends runs that prove nothing any more: their suites would test another revision than the one they were started for.</summary>
internal sealed class SupersedeStep(DeploymentRuns runs, SuiteRuns suites, WorkflowSuites workflows, Outbox outbox, JobQueue jobs, IDatabase database,
    TimeProvider time)
{
    /// <summary>Voids what is still open of earlier deployments to the environment.</summary>
    public async Task OlderAsync(Job job, DeploymentRun newest, CancellationToken cancel)
    {
        foreach (var older in await runs.OpenBeforeAsync(newest, cancel))
            await VoidAsync(job, older, $"superseded by deployment {newest.Deployment}", cancel);
    }

    /// <param name="why">In words, for the check run.</param>
    public async Task VoidAsync(Job job, DeploymentRun run, string why, CancellationToken cancel)
    {
        foreach (var suite in (await suites.OfAsync(run, cancel)).Where(s => !s.Ended && s.Place == "actions"))
            try
            {
                await workflows.CancelAsync(run, suite, cancel);
            }
            catch (GitHubException)
            {
                // It may go on; what it finds is not asked for any more.
            }
        var text = $"### Void\n\n{Markdown.Code(why)}. What its suites found of {Markdown.Code(run.Sha)} is no verdict about it, and none is given.\n";
        await database.WriteAsync(job, async session =>
        {
            await runs.VoidAsync(session, run, why);
            if (await outbox.CheckAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment), "cancelled", new CheckDraft(SafeText.OneLine($"Void: {why}", 120), text, []), TimeSpan.Zero, onlyIfThere: true))
                await jobs.AskAsync(session, PublishJob.Request(run.Ref, job.Delivery), time.GetUtcNow());
        }, cancel);
    }
}
