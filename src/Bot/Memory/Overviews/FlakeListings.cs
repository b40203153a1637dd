using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Overviews;

/// <summary>A flaky cause and what it has cost lately.</summary>
public sealed record FlakeRow
{
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required ClusterId Cluster { get; init; }
    public required string Title { get; init; }
    public long? Issue { get; init; }

    /// <summary>The number of commits at which it failed; next, the number at which its tests ran and passed.</summary>
    public required long Failed { get; init; }
    public required long Passed { get; init; }

    /// <summary>How many of the failures are in the second half of the time.</summary>
    public required long Recent { get; init; }

    /// <summary>How many runs it kept from passing.</summary>
    public required long Blocked { get; init; }

    /// <summary>What it has cost, in milliseconds: suites that ran again because of it, and runs that it kept from passing.</summary>
    public required long Cost { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>Reads what flaky causes cost, for all repositories that the bot knows.</summary>
internal sealed class FlakeListings(IDatabase database)
{
    /// <summary>Of a failure at a deployment; those of checks are not timed.</summary>
    private const string Cost = """
        case when s.origin = 'deployed' then case when s.blocked > 0 then coalesce((select max(d.ended_at - d.opened_at) from deployment_runs d
                where d.repository = s.repository and d.environment_key = s.place_key and d.sha = s.sha), 0) else 0 end
            + coalesce((select sum(r.ended_at - r.asked_at) from deployment_runs o join suite_runs r on r.deployment_run = o.id
                where o.repository = s.repository and o.environment_key = s.place_key and o.sha = s.sha and r.phase = 0 and r.state = 'ended'), 0) else 0 end
        """;

    /// <summary>The plus keeps SQLite from an index of times, on which the sightings of all other causes are too.</summary>
    private const string From = """
        from causes c join counted_sightings s on s.repository = c.repository and s.cluster = c.cluster
        where c.verdict = 'flaky' and c.last_at >= @since and +s.seen_at >= @since and (@repository is null or c.repository = @repository)
        """;

    /// <summary>The most expensive first; on a tie, the one that fails most.</summary>
    /// <param name="repository">Null for all.</param>
    /// <param name="half">When the second half of the time began.</param>
    public Task<IReadOnlyList<FlakeRow>> ListAsync(RepositoryId? repository, DateTimeOffset since, DateTimeOffset half, int most, int offset,
        CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<FlakeRow>($"""
            select f.repository, p.name as repository_name, f.cluster, f.title, f.issue, f.failed, f.passed, f.recent, f.blocked, f.cost, f.last_at from
                (select c.repository, c.cluster, c.title, coalesce(c.issue, c.matched) as issue, c.last_at,
                    cast(sum(case when s.tests > 0 then 1 else 0 end) as bigint) as failed, cast(sum(case when s.tests < 0 then 1 else 0 end) as bigint) as passed,
                    cast(sum(case when s.tests > 0 and s.seen_at >= @half then 1 else 0 end) as bigint) as recent,
                    cast(sum(case when s.tests > 0 then s.blocked else 0 end) as bigint) as blocked, cast(sum(case when s.tests > 0 then {Cost} else 0 end) as bigint) as cost
                {From} group by c.repository, c.cluster, c.title, c.issue, c.matched, c.last_at) f
            join repositories p on p.id = f.repository where f.failed > 0 order by f.cost desc, f.failed desc, f.cluster limit @most offset @offset
            """, new { repository = repository?.Value, since, half, most, offset }), cancel);

    /// <summary>What all flaky causes have cost, by week before now: 0 is the current one. Weeks without a cost are left out.</summary>
    /// <returns>Milliseconds.</returns>
    public Task<IReadOnlyList<(long Week, long Cost)>> WeeksAsync(RepositoryId? repository, DateTimeOffset since, DateTimeOffset now,
        CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<(long, long)>($"""
            select w.week, cast(sum(w.cost) as bigint) from (select (@now - s.seen_at) / 604800000 as week, {Cost} as cost {From} and s.tests > 0 and s.origin = 'deployed') w
            group by w.week having sum(w.cost) > 0 order by w.week
            """, new { repository = repository?.Value, since, now }), cancel);

    /// <summary>Repositories with flaky causes, and how many of them failed since a given time.</summary>
    public Task<IReadOnlyList<(string Name, long Causes)>> RepositoriesAsync(DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<(string, long)>("""
            select p.name, count(*) from causes c join repositories p on p.id = c.repository where c.verdict = 'flaky' and c.last_at >= @since group by p.name order by p.name
            """, new { since }), cancel);
}
