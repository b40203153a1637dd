using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Deployments;

/// <summary>The pull requests that are notified of a run.</summary>
/// <param name="Now">Those that are told what this run found.</param>
/// <param name="Waiting">Those that were told about a failure but not yet about its end.</param>
internal sealed record Notified(IReadOnlyList<int> Now, IReadOnlyList<int> Waiting);

/// <summary>
/// Decides which pull requests are notified of a run. If nothing is new, no further one is: people who deploy into a failure that is already reported, or that
/// has an issue, see it in the check run.
/// </summary>
internal sealed class NotifiedPulls(Rulings rulings, RepositoriesClient repositories)
{
    /// <summary>Commenting on more pull requests than this would be noise.</summary>
    private const int Most = 3;

    /// <param name="last">The conclusion of the run before; null if there was none.</param>
    public async Task<Notified> OfAsync(DeploymentRun run, RunDrafts drafts, Conclusion? last, CancellationToken cancel)
    {
        // When a run is concluded again, it has already notified pull requests itself.
        var told = (last?.Pulls ?? []).Union(Conclusion.Read(run.Conclusion)?.Pulls ?? []).ToList();
        var now = !drafts.Failing ? [] : IsKnown(drafts, last, Rulings.Muted(await rulings.StandingAsync(run.Repository, cancel)))
            ? told : await NamedAsync(run, drafts, cancel);
        // Pull requests that were told about a failure are told in the same place when it ends.
        var isFixed = !drafts.Failing || drafts.Cleared.Any(c => c.OfLastRun);
        return new Notified([.. isFixed ? now.Union(told) : now], [.. drafts.Failing ? now.Union(told) : []]);
    }

    private static bool IsKnown(RunDrafts drafts, Conclusion? last, IReadOnlySet<ClusterId> muted) =>
        drafts.Causes.Count > 0 && drafts.Causes.All(c => muted.Contains(c.Cluster)
            || ((c.Issue ?? c.Matched) is not null && c.Suspect is not { Established: true })
            || (last is { Pulls.Count: > 0 } && last.Run.Causes.Any(p => p.Cluster == c.Cluster)));

    /// <summary>The pull requests of changes that are established as the cause; if there are none, the pull request that was deployed.</summary>
    private async Task<List<int>> NamedAsync(DeploymentRun run, RunDrafts drafts, CancellationToken cancel)
    {
        var named = drafts.Causes.Where(c => c is { Suspect.Established: true, SuspectPull: not null }).Select(c => c.SuspectPull!.Value).Distinct()
            .Take(Most).ToList();
        // If the environment is not ready, no change is to blame.
        if (named.Count > 0 || drafts.Suites.Count == 0)
            return named;
        return [.. (await repositories.PullsOfAsync(run.Ref, run.Sha, cancel)).OrderByDescending(p => p.Number).Select(p => p.Number).Take(1)];
    }
}
