using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Rules;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Reads the results of a week: what was seen, from the store; which issues are still open, from GitHub.</summary>
internal sealed class DigestReader(DigestIssues issues, CauseExplanations explanations, FlakeCosts flakes, RuleRecords records, DeploymentRuns runs,
    TimeProvider time)
{
    private const int MostCauses = 500;
    private const int MostRuns = 5000;

    public async Task<Digest> ReadAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var until = time.GetUtcNow();
        var since = until - Digest.Back;
        return new Digest
        {
            Until = until,
            Places = await PlacesAsync(repository, since, cancel),
            Refuted = await issues.RefutedAsync(repository, since, cancel),
            Lingering = await issues.LingeringAsync(repository, until - LingeringIssue.Quiet, cancel),
            Unclassified = [.. (await explanations.NewestAsync(repository.Id, MostCauses, cancel)).Where(c => c.SeenAt >= since && c.About.Unclassified)
                .Select(c => new UnclassifiedCause(c.Cluster, c.About.Title, c.Issue ?? c.About.Matched, c.About.Verdict, c.Place, c.Sha))],
            Flakes = [.. (await flakes.OfAsync(repository.Id, cancel)).Where(f => f.Failures[0].At >= since)],
            Record = await records.OfAsync(repository.Id, cancel),
        };
    }

    private async Task<IReadOnlyList<DigestPlace>> PlacesAsync(RepositoryRef repository, DateTimeOffset since, CancellationToken cancel) =>
        [.. (await runs.SinceAsync(repository.Id, since, MostRuns, cancel)).GroupBy(r => r.Environment, EnvironmentNames.Comparer)
            .OrderBy(g => g.Key, EnvironmentNames.Comparer)
            .Select(g => new DigestPlace(g.Key, Count(g, Decision.Go), Count(g, Decision.NoGo),
                g.Count() - Count(g, Decision.Go) - Count(g, Decision.NoGo)))];

    private static int Count(IEnumerable<DeploymentRun> runs, Decision decision) => runs.Count(r => r.Decision == decision);
}
