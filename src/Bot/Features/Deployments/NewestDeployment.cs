using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Trust;
using Whybot.Memory.Runs;

namespace Whybot.Features.Deployments;

/// <summary>Finds an environment's newest deployment that was not made by a stranger.</summary>
internal sealed partial class NewestDeployment(RunStore store, ActionsClient actions, RepositoriesClient repositories, ILogger<NewestDeployment> logger)
{
    /// <summary>Ignores which deployment was asked for: an environment has one deployment, the newest that was not made by a stranger.</summary>
    /// <returns>Null if a stranger made it and there is no newer one.</returns>
    public async Task<(long Deployment, string Environment, CommitSha Sha)?> FindAsync(RepositoryRef repository, DeployJob asked, CancellationToken cancel)
    {
        while (true)
        {
            var newest = await store.NewestDeploymentAsync(repository.Id, asked.Environment, cancel) is { } last && last.Deployment > asked.Deployment
                ? last : await store.DeploymentAsync(repository.Id, asked.Deployment, cancel)
                ?? new StoredDeployment(asked.Deployment, asked.Environment, asked.Sha, "success", null);
            if (newest.State == StoredDeployment.Refused)
                return null;
            if (newest.Run is not { } run || !await IsStrangersAsync(repository, run, cancel))
                return (newest.Deployment, newest.Environment, newest.Sha);
            await store.RefuseAsync(repository.Id, newest.Deployment, cancel);
            Strangers(newest.Deployment, newest.Environment, run);
        }
    }

    /// <summary>
    /// A job that names an environment creates a deployment, and the workflow of a fork's pull request may name any environment. It deploys nothing, since it
    /// has no secrets, and nobody has vouched for its commit. The same applies to a run that GitHub does not know.
    /// </summary>
    private async Task<bool> IsStrangersAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        await actions.RunAsync(repository, run, cancel) is not { } maker || RunSource.IsStrangers(maker, await repositories.GetAsync(repository, cancel));

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Deployment {Deployment} to {Environment} was made by workflow run {Run}, which is a fork's or not known to GitHub: nobody has vouched for "
            + "its commit, and it is not tested")]
    private partial void Strangers(long deployment, string environment, long run);
}
