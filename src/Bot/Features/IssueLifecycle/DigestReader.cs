using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Rules;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Reads the results of a week: what was seen, from the store; which issues are still open, from GitHub.</summary>
internal sealed class DigestReader(IssuesClient issues, TrackedIssues kept, ContradictionStore contradictions, CauseExplanations explanations, Ledger ledger,
    FlakeCosts flakes, RuleRecords records,
    DeploymentRuns runs, TimeProvider time)
{
    /// <summary>Limited because each issue takes a request to GitHub.</summary>
    private const int MostIssues = 30;
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
            Refuted = await RefutedAsync(repository, since, cancel),
            Lingering = await LingeringAsync(repository, until - LingeringIssue.Quiet, cancel),
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

    private static int Count(IEnumerable<DeploymentRun> runs, Decision decision) => runs.Count(r => DecisionTable.Of(r.Decision)?.Decision == decision);

    private async Task<IReadOnlyList<RefutedIssue>> RefutedAsync(RepositoryRef repository, DateTimeOffset since, CancellationToken cancel)
    {
        var open = new List<RefutedIssue>();
        foreach (var refuted in await contradictions.SinceAsync(repository.Id, since, MostIssues, cancel))
            if (await issues.FindAsync(repository, refuted.Issue, cancel) is { State: "open" } issue)
                open.Add(refuted with { Title = issue.Title, Priority = PriorityOf(issue) });
        return open;
    }

    private static string? PriorityOf(Issue issue) => issue.Labels.Select(l => l.Name).Where(l => l is ['P', >= '0' and <= '6']).Order(StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Issues filed by the bot that have long been quiet and are still open.</summary>
    private async Task<IReadOnlyList<LingeringIssue>> LingeringAsync(RepositoryRef repository, DateTimeOffset quietSince, CancellationToken cancel)
    {
        var lingering = new List<LingeringIssue>();
        foreach (var number in await ledger.QuietAsync(repository.Id, quietSince, MostIssues, cancel))
        {
            var causes = await kept.CausesAsync(repository.Id, number, new Dictionary<string, Ruling>(StringComparer.Ordinal), cancel);
            // The cause that needs the most clean runs decides for all of them.
            if (causes.Where(c => c.LastFailure is not null).MaxBy(
                c => ClosingRule.Needed(ClosingRule.RateOf(c), isFixed: false)) is { LastFailure.At: { } last } cause
                && await issues.FindAsync(repository, number, cancel) is { State: "open" } issue)
                lingering.Add(new LingeringIssue(number, issue.Title, last, cause.Rows.Count(r => !r.Cleared), cause.Clean,
                    ClosingRule.Needed(ClosingRule.RateOf(cause), isFixed: false)));
        }
        return lingering;
    }
}
