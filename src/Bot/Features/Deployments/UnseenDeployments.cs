using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>
/// Finds deployments that no event told of: inside GitHub Actions none starts a workflow if a workflow's own token made the deployment. The newest of each
/// environment counts, if it succeeded within a day and has a commit of the default branch: an event would say who made it, and a list does not.
/// </summary>
internal sealed class UnseenDeployments(DeploymentsClient deployments, RepositoriesClient repositories, RepositorySettingsReader settings, RunStore store,
    JobQueue jobs, IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    public async Task RequestAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var tested = (await settings.OfAsync(repository, cancel)).Environments.Where(e => e.Value is not { Run: null, Services.Count: 0 })
            .Select(e => e.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (tested.Count == 0)
            return;
        var newest = (await deployments.NewestAsync(repository, cancel)).Where(d => d.CreatedAt > time.GetUtcNow() - Recent && tested.Contains(d.Environment))
            .DistinctBy(d => d.Environment, StringComparer.OrdinalIgnoreCase);
        foreach (var deployment in newest)
            if (deployment.Sha.IsComplete && await store.DeploymentAsync(repository.Id, deployment.Id, cancel) is null
                && await deployments.StateAsync(repository, deployment.Id, cancel) == "success"
                && await IsOfDefaultBranchAsync(repository, deployment.Sha, cancel))
                await database.WriteAsync(async session =>
                {
                    await store.DeployedAsync(session, repository.Id,
                        new StoredDeployment(deployment.Id, deployment.Environment, deployment.Sha, "success", null));
                    await jobs.EnqueueAsync(session, DeployJob.Request(repository.Id, deployment.Id, deployment.Environment, deployment.Sha, null));
                }, cancel);
    }

    private async Task<bool> IsOfDefaultBranchAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel) =>
        await repositories.HoldsAsync(repository, sha, (await repositories.GetAsync(repository, cancel)).DefaultBranch, cancel);
}
