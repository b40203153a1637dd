using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>Lists a repository's deployments of the last day to environments that its settings have tested.</summary>
internal sealed class RecentDeployments(DeploymentsClient deployments, RepositorySettingsReader settings, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <returns>Newest first.</returns>
    /// <exception cref="Foundation.GitHub.GitHubException">The token may not read deployments.</exception>
    public async Task<IReadOnlyList<Deployment>> OfAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var tested = (await settings.OfAsync(repository, cancel)).Environments.Where(e => e.Value is not { Run: null, Services.Count: 0 })
            .Select(e => e.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return tested.Count == 0 ? [] : [.. (await deployments.NewestAsync(repository, cancel))
            .Where(d => d.CreatedAt > time.GetUtcNow() - Recent && d.Sha.IsComplete && tested.Contains(d.Environment))];
    }
}
