using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>
/// Finds deployments that were being tested when the store was lost: their check runs say that they are in progress, and nobody would ever end them. Each gets
/// its run again. It goes on if the environment still has that deployment, and is void otherwise. One whose run is known is left to its job.
/// </summary>
internal sealed class InterruptedDeployments(RecentDeployments recent, ChecksClient checks, DeploymentRuns runs, JobQueue jobs, IDatabase database,
    TimeProvider time)
{
    /// <summary>Each takes a request.</summary>
    private const int MostAsked = 10;

    /// <returns>How many were found.</returns>
    /// <exception cref="GitHubException">The token may not read deployments, or check runs.</exception>
    public async Task<int> RequestAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var found = 0;
        // Oldest first: an environment has one job, which the newest of its deployments gets.
        foreach (var deployment in (await recent.OfAsync(repository, cancel)).Take(MostAsked).Reverse())
        {
            if (await runs.FindAsync(repository.Id, deployment.Id, deployment.Environment, cancel) is not null)
                continue;
            var subject = Subject.OfDeployment(deployment.Sha, deployment.Environment);
            if ((await checks.OfAsync(repository, deployment.Sha, cancel)).FirstOrDefault(c => c is { Status: not "completed" }
                && EnvironmentNames.Same(c.ExternalId, OwnCheckRuns.ExternalId(subject.Check))) is not { } check)
                continue;
            await runs.OpenAsync(repository.Id, deployment.Id, deployment.Environment, deployment.Sha, cancel);
            await database.WriteAsync(async session =>
            {
                var draft = new CheckEffect(deployment.Sha, null, new CheckDraft("", "", []), subject.Check);
                await EffectStore.FoundAsync(session, new EffectRequest(repository.Id, CheckEffect.Kind, subject.Target, EffectJson.Write(draft)), check.Id, "",
                    time.GetUtcNow());
                await jobs.EnqueueAsync(session, DeployJob.Request(repository.Id, deployment.Id, deployment.Environment, deployment.Sha, null));
            }, cancel);
            found++;
        }
        return found;
    }
}
