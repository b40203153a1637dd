using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Deployments;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Memory.Causes;

/// <summary>A cause over time.</summary>
internal sealed record CauseRecord
{
    public required ClusterId Cluster { get; init; }
    public required string Title { get; init; }

    /// <summary>The issue that the bot filed for it; null if none.</summary>
    public long? Issue { get; init; }
}

/// <summary>One run in which a cause was seen.</summary>
public sealed record Sighting
{
    public required CommitSha Sha { get; init; }

    /// <summary>Branch or environment.</summary>
    public required string Place { get; init; }

    /// <summary>How many tests failed because of it; -1 if it was cleared.</summary>
    public required long Tests { get; init; }
    public required DateTimeOffset SeenAt { get; init; }

    public long PassedAfter { get; init; }
    public long FailedAfter { get; init; }
    public long Blocked { get; init; }

    public SeenRow Row => new(SeenAt, Place, Sha, (int)Tests) { PassedAfter = PassedAfter > 0, FailedAfter = FailedAfter > 0, Blocked = Blocked > 0 };
}

/// <summary>
/// What the bot knows about each cause over time. A commit counts once, however often it is examined, and only if it is on the default branch or was deployed:
/// all code that writes a sighting requires a <see cref="Mandate"/>, and all code that counts them reads <c>counted_sightings</c>, which has no others.
/// </summary>
internal sealed class Ledger(IDatabase database, TimeProvider time)
{
    private const int MostRunsBefore = 500;

    /// <param name="blocked">Whether the run was a no-go.</param>
    public async Task SawAsync(Session session, RepositoryId repository, Mandate mandate, SeenCause cause, CommitSha sha, bool blocked)
    {
        var arguments = new
        {
            repository,
            cause.Cluster,
            cause.Title,
            sha,
            mandate.Place,
            mandate.Origin,
            key = EnvironmentNames.KeyOf(mandate.Place),
            tests = (long)cause.Tests,
            matched = (long?)cause.Matched,
            passed = cause.PassedAgain ? 1L : 0L,
            again = cause.FailedAgain ? 1L : 0L,
            brought = cause.Suspect is { Established: true } ? 1L : 0L,
            blocked = blocked ? 1L : 0L,
            ran = (long)Math.Max(cause.RanBefore, await SuiteRunsAsync(session, repository, mandate.Place, sha, cause)),
            failed = (long)cause.FailedBefore,
            now = time.GetUtcNow(),
        };
        // A cause that was so far only mentioned, in a pull request or by a person, starts now.
        if (!await IsSeenAsync(session, repository, cause.Cluster))
            await session.ExecuteAsync("""
                insert into causes (repository, cluster, title, first_at, first_sha, ran_before, failed_before) values (@repository, @Cluster, @Title, @now, @sha, @ran, @failed)
                on conflict (repository, cluster) do update set title = excluded.title, first_at = excluded.first_at, first_sha = excluded.first_sha,
                    ran_before = excluded.ran_before, failed_before = excluded.failed_before
                """, arguments);
        await session.ExecuteAsync("""
            update causes set matched = @matched, brought = case when brought > @brought then brought else @brought end where repository = @repository and cluster = @Cluster
            """, arguments);
        await DropUncountedAsync(session, repository, cause.Cluster, sha);
        await session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, place_key, origin, tests, seen_at, passed_after, failed_after, blocked)
            values (@repository, @Cluster, @sha, @Place, @key, @Origin, @tests, @now, @passed, @again, @blocked)
            on conflict (repository, cluster, sha) do update set tests = excluded.tests, blocked = excluded.blocked, failed_after = excluded.failed_after,
                passed_after = case when sightings.passed_after > excluded.passed_after then sightings.passed_after else excluded.passed_after end
            """, arguments);
        await CauseFigures.OfCauseAsync(session, repository, cause.Cluster);
    }

    private static async Task<bool> IsSeenAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        await session.FirstAsync<long>("select count(*) from counted_sightings where repository = @repository and cluster = @cluster",
            new { repository, cluster }) > 0;

    /// <summary>Removes rows that don't count, so that they do not take the place of one that does.</summary>
    private static Task DropUncountedAsync(Session session, RepositoryId repository, ClusterId cluster, CommitSha sha) =>
        session.ExecuteAsync("""
            delete from sightings where repository = @repository and cluster = @cluster and sha = @sha
            and not exists (select 1 from counted_sightings c where c.repository = @repository and c.cluster = @cluster and c.sha = @sha)
            """, new { repository, cluster, sha });

    /// <summary>Finished runs of the environment, before the cause was first seen, in which one of its suites ran; 0 if it was already seen.</summary>
    private static async Task<int> SuiteRunsAsync(Session session, RepositoryId repository, string place, CommitSha sha, SeenCause cause)
    {
        if (cause.Suites.Count == 0 || await IsSeenAsync(session, repository, cause.Cluster))
            return 0;
        var counts = await session.QueryAsync<string>("""
            select counts from deployment_runs where repository = @repository and environment_key = @key and sha <> @sha and state = 'done' and counts is not null order by deployment desc limit @most
            """, new { repository, key = EnvironmentNames.KeyOf(place), sha, most = MostRunsBefore });
        return counts.Count(c => Counts.Read(c).Suites.Any(s => cause.Suites.Contains(s.Name)));
    }

    /// <summary>
    /// A run in which all tests of a cause ran and passed, stored as a sighting of -1 tests. If the cause failed at the same commit, that sighting stays: the
    /// cause comes and goes.
    /// </summary>
    public async Task ClearedAsync(Session session, RepositoryId repository, Mandate mandate, ClusterId cluster, CommitSha sha)
    {
        await DropUncountedAsync(session, repository, cluster, sha);
        await session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, place_key, origin, tests, seen_at) select @repository, @cluster, @sha, @Place, @key, @Origin, -1, @now
            where exists (select 1 from causes where repository = @repository and cluster = @cluster)
            on conflict (repository, cluster, sha) do update set
                passed_after = case when sightings.tests < 0 or sightings.place_key <> excluded.place_key then sightings.passed_after else 1 end
            """, new { repository, cluster, sha, mandate.Place, key = EnvironmentNames.KeyOf(mandate.Place), mandate.Origin, now = time.GetUtcNow() });
        await CauseFigures.OfCauseAsync(session, repository, cluster);
    }

    /// <summary>Commits at which an issue's causes were seen and whose origin has not been asked for yet, newest first.</summary>
    public Task<IReadOnlyList<CommitSha>> UnsettledAsync(RepositoryId repository, long issue, int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CommitSha>("""
            select s.sha from sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster
            where c.repository = @repository and c.issue = @issue and s.origin is null group by s.sha order by max(s.seen_at) desc limit @most
            """, new { repository, issue, most }), cancel);

    /// <summary>GitHub has said where an old row's commit comes from; if it cannot say, the row does not count.</summary>
    public static async Task SettleAsync(Session session, RepositoryId repository, CommitSha sha, CommitOrigin origin)
    {
        if (Mandate.Of(origin) is { } mandate)
            await session.ExecuteAsync("update sightings set origin = @Origin where repository = @repository and sha = @sha and origin is null and place = "
                + "@Place",
                new { repository, sha, mandate.Origin, mandate.Place });
        await session.ExecuteAsync("update sightings set origin = @unknown where repository = @repository and sha = @sha and origin is null",
            new { repository, sha, unknown = CommitOrigin.UnknownWord });
        await CauseFigures.AtCommitAsync(session, repository, sha);
    }

    /// <param name="issue">Null if no issue is about it any more.</param>
    /// <param name="title">For a cause that was only mentioned so far.</param>
    public static async Task FiledAsync(Session session, RepositoryId repository, ClusterId cluster, long? issue, string title = "")
    {
        if (await session.ExecuteAsync("update causes set issue = @issue where repository = @repository and cluster = @cluster",
            new { repository, cluster, issue }) == 0 && issue is not null)
            await session.ExecuteAsync("insert into causes (repository, cluster, title, issue, first_at, first_sha) values (@repository, @cluster, @title, "
                + "@issue, 0, '')",
                new { repository, cluster, title, issue });
    }

    /// <summary>Assigns all causes of an issue to another one.</summary>
    public static Task MoveAsync(Session session, RepositoryId repository, long from, long to) =>
        session.ExecuteAsync("update causes set issue = @to where repository = @repository and issue = @from", new { repository, from, to });

    /// <summary>As far as is known, the cause no longer belongs to anyone's issue.</summary>
    public static Task ForgetMatchAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        session.ExecuteAsync("update causes set matched = null where repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>
    /// Before a cause was first seen: how many runs completed its tests, and in how many of those one failed the same way. Also, whether a change introduced
    /// it.
    /// </summary>
    public async Task<(int Ran, int Failed, bool Brought)> BeforeAsync(RepositoryId repository, ClusterId cluster, CancellationToken cancel)
    {
        var (ran, failed, brought) = await database.ReadAsync(
            session => session.FirstAsync<(long, long, long)>(
            "select ran_before, failed_before, brought from causes where repository = @repository and cluster = @cluster",
            new { repository, cluster }), cancel);
        return ((int)ran, (int)failed, brought > 0);
    }

    /// <summary>Clusters that both failed and passed on the same commit, and how often.</summary>
    public Task<IReadOnlyList<(ClusterId Cluster, long Times)>> FlippedAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<(ClusterId, long)>(
            "select cluster, count(*) from counted_sightings where repository = @repository and passed_after > 0 group by cluster", new { repository }),
            cancel);

    /// <summary>The issue that the bot has filed for a cause; null if none.</summary>
    public static Task<long?> IssueOfAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        session.FirstAsync<long?>("select issue from causes where repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>Whether the bot has filed this issue for a cause. One that people have assigned causes to may be anybody's.</summary>
    public static async Task<bool> IsOwnAsync(Session session, RepositoryId repository, int issue) => await session.FirstAsync<long>("""
        select count(*) from causes c where c.repository = @repository and c.issue = @issue and not exists (
            select 1 from rulings r where r.repository = c.repository and r.cluster = c.cluster and r.kind = @assigned and r.undone_at is null)
        """, new { repository, issue = (long)issue, assigned = RulingRow.SameAs }) > 0;

    /// <summary>The causes for which the bot has filed an issue.</summary>
    public Task<IReadOnlyList<CauseRecord>> FiledAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseRecord>(
            "select cluster, title, issue from causes where repository = @repository and issue is not null order by cluster", new { repository }), cancel);

    /// <summary>
    /// Issues filed by the bot, not closed as far as the store knows, whose causes were last seen before a given time; quiet for longest first.
    /// </summary>
    public async Task<IReadOnlyList<int>> QuietAsync(RepositoryId repository, DateTimeOffset since, int most, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<long>("""
            select c.issue from causes c join counted_sightings s on s.repository = c.repository and s.cluster = c.cluster
            left join issue_care k on k.repository = c.repository and k.issue = c.issue
            where c.repository = @repository and c.issue is not null and k.closed_at is null and s.tests >= 0
            group by c.issue having max(s.seen_at) < @since order by max(s.seen_at) limit @most
            """, new { repository, since, most }), cancel)).Select(i => (int)i)];

    /// <summary>Sightings of all causes that an issue is about, one per commit, newest first.</summary>
    public static Task<IReadOnlyList<Sighting>> OfIssueAsync(Session session, RepositoryId repository, long issue) =>
        session.QueryAsync<Sighting>("""
            select s.sha, max(s.place) as place, cast(case when max(s.tests) < 0 then -1 else sum(case when s.tests > 0 then s.tests else 0 end) end as bigint) as tests, max(s.seen_at) as seen_at
            from counted_sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster
            where c.repository = @repository and c.issue = @issue group by s.sha order by max(s.seen_at) desc, s.sha
            """, new { repository, issue });

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<Sighting>> SightingsAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        session.QueryAsync<Sighting>("select sha, place, tests, seen_at, passed_after, failed_after, blocked from counted_sightings where repository = "
            + "@repository and cluster = @cluster order by seen_at desc, sha", new { repository, cluster });
}
