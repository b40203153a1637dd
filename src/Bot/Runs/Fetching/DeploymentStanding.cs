using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;

namespace Whybot.Runs.Fetching;

/// <summary>What GitHub says about a deployment now.</summary>
/// <param name="Void">Why its test results no longer say anything about it, in words; null if it is what the environment has.</param>
/// <param name="Replaced">Why it is not, or may not be, the newest deployment, so that nothing may be started for it; null if it is.</param>
/// <param name="Successor">The deployment that the environment has by now; null if none.</param>
internal sealed record Standing(string? Void, string? Replaced, Foundation.GitHub.BeyondOctokit.Deployment? Successor);

/// <summary>
/// Asks GitHub whether a deployment is still its environment's newest: an event may be late or never arrive. A newer deployment that is waiting to start has
/// replaced nothing. One that has started has replaced it, or is about to. One that failed may or may not have changed the environment, so results stand but
/// nothing is started from them.
/// </summary>
internal sealed class DeploymentStanding(DeploymentsClient deployments, RunStore store)
{
    /// <summary>How many newer deployments are checked.</summary>
    private const int MostAsked = 10;

    public Task<Standing> OfAsync(DeploymentRun run, CancellationToken cancel) => OfAsync(run.Ref, run.Deployment, run.Environment, run.Sha, cancel);

    public async Task<Standing> OfAsync(RepositoryRef repository, long deployment, string environment, CommitSha sha, CancellationToken cancel)
    {
        try
        {
            string? failed = null;
            foreach (var newer in (await deployments.NewerAsync(repository, environment, deployment, cancel)).Take(MostAsked))
            {
                // A stranger's workflow may name any environment; what it "deployed" replaces nothing.
                if (await store.DeploymentAsync(repository.Id, newer.Id, cancel) is { State: StoredDeployment.Refused })
                    continue;
                switch (await deployments.StateAsync(repository, newer.Id, cancel))
                {
                    case "success" or "inactive":
                        return new Standing(Served(environment, newer.Id, newer.Sha, sha), Served(environment, newer.Id, newer.Sha, sha), newer);
                    case "in_progress":
                        var begun = $"deployment {newer.Id} of {newer.Sha.Short} to {environment} began while {sha.Short} was tested";
                        return new Standing(begun, begun, null);
                    case "failure" or "error":
                        failed = $"deployment {newer.Id} of {newer.Sha.Short} to {environment} began after it and failed; what {environment} serves is not "
                            + $"certain";
                        break;
                }
            }
            return new Standing(null, failed, null);
        }
        catch (GitHubException refused)
        {
            return new Standing(null, $"GitHub does not say which deployment of {environment} is the newest ({refused.Message})", null);
        }
    }

    /// <summary>Says that another deployment took the place of the one that was tested.</summary>
    public static string Served(string environment, long newer, CommitSha newerSha, CommitSha sha) =>
        newerSha == sha ? $"deployment {newer} brought {sha.Short} to {environment} once more while it was tested"
            : $"{environment} served {newerSha.Short} (deployment {newer}) while {sha.Short} was tested";
}
