using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Causes;

/// <summary>Reads what flaky causes have cost: where they failed, how long those runs took, and what was rerun.</summary>
internal sealed class FlakeCosts(IDatabase database, CauseExplanations explanations, TimeProvider time)
{
    /// <summary>Anything older is about code that has changed since.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(30);
    private const int MostCauses = 500;
    private const double Minute = 60_000;

    /// <summary>The most expensive first.</summary>
    public async Task<IReadOnlyList<FlakeCost>> OfAsync(RepositoryId repository, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - Back;
        var costs = new List<FlakeCost>();
        foreach (var cause in (await explanations.NewestAsync(repository, MostCauses, cancel))
            .Where(c => c.About.Verdict == VerdictKind.Flaky && c.SeenAt >= since))
            costs.Add(new FlakeCost(cause.Cluster, cause.About.Title, cause.Issue ?? cause.About.Matched,
                await FailuresAsync(repository, cause.Cluster, since, cancel)));
        return FlakeCost.Rank(costs);
    }

    private async Task<IReadOnlyList<FlakeFailure>> FailuresAsync(RepositoryId repository, ClusterId cluster, DateTimeOffset since, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<Row>("""
            select s.sha, s.place, s.seen_at, s.blocked, max(d.ended_at - d.opened_at) as took,
                (select coalesce(sum(r.ended_at - r.asked_at), 0) from suite_runs r join deployment_runs o on o.id = r.deployment_run
                    where o.repository = s.repository and o.environment_key = s.place_key and o.sha = s.sha and r.phase = 0 and r.state = 'ended') as again
            from counted_sightings s left join deployment_runs d on d.repository = s.repository and d.environment_key = s.place_key and d.sha = s.sha
            where s.repository = @repository and s.cluster = @cluster and s.tests > 0 and s.seen_at >= @since
            group by s.repository, s.cluster, s.sha, s.place, s.place_key, s.seen_at, s.blocked order by s.seen_at desc
            """, new { repository, cluster, since }), cancel))
            .Select(r => new FlakeFailure(r.Sha, r.Place, r.SeenAt, r.Took / Minute, r.Again / Minute, r.Blocked > 0))];

    private sealed record Row
    {
        public required CommitSha Sha { get; init; }
        public required string Place { get; init; }
        public required DateTimeOffset SeenAt { get; init; }
        public required long Blocked { get; init; }
        public long? Took { get; init; }
        public long Again { get; init; }
    }
}
