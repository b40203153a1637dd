using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Runs;

namespace Whybot.Features.Deployments;

/// <summary>
/// Finds deployments that no event told of: inside GitHub Actions none starts a workflow if a workflow's own token made the deployment. The newest of each
/// environment counts, if it succeeded within a day and has a commit of the default branch: an event would say who made it, and a list does not.
/// </summary>
internal sealed class UnseenDeployments(RecentDeployments recent, DeploymentsClient deployments, RepositoriesClient repositories, RunStore store,
    JobQueue jobs, IDatabase database)
{
    public async Task RequestAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var newest = (await recent.OfAsync(repository, cancel)).DistinctBy(d => d.Environment, StringComparer.OrdinalIgnoreCase);
        foreach (var deployment in newest)
            if (await store.DeploymentAsync(repository.Id, deployment.Id, cancel) is null
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
