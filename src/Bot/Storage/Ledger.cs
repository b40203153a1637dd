using Whybot.Analysis.Filing;
using Whybot.Deployments;

namespace Whybot.Storage;

/// <summary>A cause over time.</summary>
internal sealed record CauseRecord
{
    public required string Cluster { get; init; }
    public required string Title { get; init; }

    /// <summary>The issue that the bot filed for it; null for none.</summary>
    public long? Issue { get; init; }
}

/// <summary>One run in which a cause was seen.</summary>
public sealed record Sighting
{
    public required string Sha { get; init; }

    /// <summary>Branch, pull request or environment.</summary>
    public required string Place { get; init; }

    /// <summary>How many failed for it; -1 where it was cleared.</summary>
    public required long Tests { get; init; }
    public required long SeenAt { get; init; }

    public long PassedAfter { get; init; }
    public long FailedAfter { get; init; }
    public long Blocked { get; init; }

    public SeenRow Row => new(DateTimeOffset.FromUnixTimeMilliseconds(SeenAt), Place, Sha, (int)Tests) { PassedAfter = PassedAfter > 0, FailedAfter = FailedAfter > 0, Blocked = Blocked > 0 };
}

/// <summary>What the bot knows of each cause over time. A commit counts once, however often it is looked at.</summary>
internal sealed class Ledger(IDatabase database, TimeProvider time)
{
    private const int MostRunsBefore = 500;

    /// <param name="blocked">The run was no go.</param>
    public async Task SawAsync(Session session, string repository, SeenCause cause, string sha, string place, bool blocked)
    {
        var arguments = new
        {
            repository,
            cause.Cluster,
            cause.Title,
            sha,
            place,
            tests = (long)cause.Tests,
            matched = (long?)cause.Matched,
            passed = cause.PassedAgain ? 1L : 0L,
            again = cause.FailedAgain ? 1L : 0L,
            brought = cause.Suspect is { Established: true } ? 1L : 0L,
            blocked = blocked ? 1L : 0L,
            ran = (long)Math.Max(cause.RanBefore, await SuiteRunsAsync(session, repository, place, sha, cause)),
            failed = (long)cause.FailedBefore,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        await session.ExecuteAsync("""
            insert into causes (repository, cluster, title, first_at, first_sha, matched, ran_before, failed_before, brought)
            values (@repository, @Cluster, @Title, @now, @sha, @matched, @ran, @failed, @brought)
            on conflict (repository, cluster) do update set matched = excluded.matched, brought = case when causes.brought > excluded.brought then causes.brought else excluded.brought end
            """, arguments);
        await session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, tests, seen_at, passed_after, failed_after, blocked)
            values (@repository, @Cluster, @sha, @place, @tests, @now, @passed, @again, @blocked)
            on conflict (repository, cluster, sha) do update set tests = excluded.tests, blocked = excluded.blocked, failed_after = excluded.failed_after,
                passed_after = case when sightings.passed_after > excluded.passed_after then sightings.passed_after else excluded.passed_after end
            """, arguments);
    }

    /// <summary>Finished runs of an environment before the cause was first seen in which one of its suites ran; 0 where it was seen before.</summary>
    private static async Task<int> SuiteRunsAsync(Session session, string repository, string place, string sha, SeenCause cause)
    {
        if (cause.Suites.Count == 0 || await session.FirstAsync<long>("select count(*) from causes where repository = @repository and cluster = @Cluster", new { repository, cause.Cluster }) > 0)
            return 0;
        var counts = await session.QueryAsync<string>("""
            select counts from deployment_runs where repository = @repository and environment = @place and sha <> @sha and state = 'done' and counts is not null order by deployment desc limit @most
            """, new { repository, place, sha, most = MostRunsBefore });
        return counts.Count(c => Counts.Read(c).Suites.Any(s => cause.Suites.Contains(s.Name)));
    }

    /// <summary>
    /// A run in which all tests of a cause ran and passed; kept as a sighting of -1 tests. One that saw it fail at the same commit stands: it comes and goes.
    /// </summary>
    public Task ClearedAsync(Session session, string repository, string cluster, string sha, string place) =>
        session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, tests, seen_at) select @repository, @cluster, @sha, @place, -1, @now
            where exists (select 1 from causes where repository = @repository and cluster = @cluster)
            on conflict (repository, cluster, sha) do update set passed_after = case when sightings.tests < 0 or sightings.place <> excluded.place then sightings.passed_after else 1 end
            """, new { repository, cluster, sha, place, now = time.GetUtcNow().ToUnixTimeMilliseconds() });

    /// <param name="issue">Null: no issue is about it any more.</param>
    public static Task FiledAsync(Session session, string repository, string cluster, long? issue) =>
        session.ExecuteAsync("update causes set issue = @issue where repository = @repository and cluster = @cluster", new { repository, cluster, issue });

    /// <summary>All causes of an issue belong to another one from now on.</summary>
    public static Task MoveAsync(Session session, string repository, long from, long to) =>
        session.ExecuteAsync("update causes set issue = @to where repository = @repository and issue = @from", new { repository, from, to });

    /// <summary>The cause belongs to nobody's issue, as far as is known.</summary>
    public static Task ForgetMatchAsync(Session session, string repository, string cluster) =>
        session.ExecuteAsync("update causes set matched = null where repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>Runs before a cause was first seen in which its tests ended, and those of them in which one failed alike; and whether a change has brought it.</summary>
    public async Task<(int Ran, int Failed, bool Brought)> BeforeAsync(string repository, string cluster, CancellationToken cancel)
    {
        var (ran, failed, brought) = await database.ReadAsync(session => session.FirstAsync<(long, long, long)>("select ran_before, failed_before, brought from causes where repository = @repository and cluster = @cluster",
            new { repository, cluster }), cancel);
        return ((int)ran, (int)failed, brought > 0);
    }

    /// <summary>Clusters that failed and passed on one commit, and how often.</summary>
    public Task<IReadOnlyList<(string Cluster, long Times)>> FlippedAsync(string repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<(string, long)>("select cluster, count(*) from sightings where repository = @repository and passed_after > 0 group by cluster", new { repository }), cancel);

    /// <summary>The issue that the bot has filed for a cause; null for none.</summary>
    public static Task<long?> IssueOfAsync(Session session, string repository, string cluster) =>
        session.FirstAsync<long?>("select issue from causes where repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>The causes for which the bot has filed an issue.</summary>
    public Task<IReadOnlyList<CauseRecord>> FiledAsync(string repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseRecord>("select cluster, title, issue from causes where repository = @repository and issue is not null order by cluster", new { repository }), cancel);

    /// <summary>Issues of the bot's own, not closed as far as the store knows, whose causes were last seen before a time; those that are quiet longest first.</summary>
    public async Task<IReadOnlyList<int>> QuietAsync(string repository, DateTimeOffset since, int most, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<long>("""
            select c.issue from causes c join sightings s on s.repository = c.repository and s.cluster = c.cluster
            left join issue_care k on k.repository = c.repository and k.issue = c.issue
            where c.repository = @repository and c.issue is not null and k.closed_at is null and s.tests >= 0
            group by c.issue having max(s.seen_at) < @since order by max(s.seen_at) limit @most
            """, new { repository, since = since.ToUnixTimeMilliseconds(), most }), cancel)).Select(i => (int)i)];

    /// <summary>Of all causes that an issue is about, one per commit, newest first.</summary>
    public static Task<IReadOnlyList<Sighting>> OfIssueAsync(Session session, string repository, long issue) =>
        session.QueryAsync<Sighting>("""
            select s.sha, max(s.place) as place, cast(case when max(s.tests) < 0 then -1 else sum(case when s.tests > 0 then s.tests else 0 end) end as bigint) as tests, max(s.seen_at) as seen_at
            from sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster
            where c.repository = @repository and c.issue = @issue group by s.sha order by max(s.seen_at) desc, s.sha
            """, new { repository, issue });

    /// <summary>When a cause failed since a time.</summary>
    public Task<IReadOnlyList<long>> FailedSinceAsync(string repository, string cluster, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<long>("select seen_at from sightings where repository = @repository and cluster = @cluster and tests >= 0 and seen_at >= @since",
            new { repository, cluster, since = since.ToUnixTimeMilliseconds() }), cancel);

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<Sighting>> SightingsAsync(Session session, string repository, string cluster) =>
        session.QueryAsync<Sighting>("select sha, place, tests, seen_at, passed_after, failed_after, blocked from sightings where repository = @repository and cluster = @cluster order by seen_at desc, sha", new { repository, cluster });
}
