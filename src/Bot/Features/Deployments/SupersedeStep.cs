using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Features.Deployments.Suites;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>Ends runs that no longer prove anything: their suites would test a different revision than the one they were started for.</summary>
internal sealed class SupersedeStep(DeploymentRuns runs, SuiteRuns suites, WorkflowSuites workflows, DeploymentFolder folders,
    DeploymentStanding standing, Outbox outbox, JobQueue jobs, IDatabase database)
{
    /// <summary>Voids earlier deployments to the environment that are still open.</summary>
    public async Task OlderAsync(Job job, DeploymentRun newest, CancellationToken cancel)
    {
        foreach (var older in await runs.OpenBeforeAsync(newest, cancel))
            await VoidAsync(job, older, DeploymentStanding.Served(older.Environment, newest.Deployment, newest.Sha, older.Sha), cancel);
    }

    /// <summary>
    /// Voids a run whose environment has, or is about to get, another deployment. If GitHub sent no event about that deployment, it still gets its own run.
    /// </summary>
    /// <returns>Why the run is void, in words; null if it is not.</returns>
    public async Task<string?> ReplacedAsync(Job job, DeploymentRun run, CancellationToken cancel)
    {
        var now = await standing.OfAsync(run, cancel);
        if (now.Void is not { } why)
            return null;
        await VoidAsync(job, run, why, cancel);
        if (now.Successor is { } newer)
            await jobs.EnqueueAsync(DeployJob.Request(run.Repository, newer.Id, run.Environment, newer.Sha, null), cancel);
        return why;
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
                // It may keep running; its results are no longer used.
            }
        folders.Void(run, why);
        var row = DecisionTable.Of(Decision.Void);
        var text = $"### {row.Sign} {row.Heading}\n\n{Markdown.Code(why)}. What its suites found says nothing about {Markdown.Code(run.Sha.Value)}, so no "
            + $"decision is made, and nothing is started or filed.\n";
        await database.WriteAsync(job, async session =>
        {
            await runs.VoidAsync(session, run, why);
            if (await outbox.CheckAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment), row.RequiredCheck,
                new CheckDraft(SafeText.OneLine($"{row.Heading}: {why}", 120), text, []), TimeSpan.Zero, onlyIfThere: true))
                await outbox.PublishAsync(session, run.Repository, job.Delivery);
        }, cancel);
    }
}
