using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Overviews;

/// <summary>Reads causes with their kept figures, for all repositories that the bot knows.</summary>
internal sealed class CauseListings(IDatabase database)
{
    private const string Columns = """
        c.repository, p.name as repository_name, c.cluster, c.title, coalesce(c.issue, c.matched) as issue, c.first_at, c.last_at, c.since_at, c.quiet_at, c.failed,
        c.passed, c.verdict, c.priority
        """;

    private const string Cause = $"select {Columns} from causes c join repositories p on p.id = c.repository where c.last_at is not null";

    /// <summary>Sorted by when they last failed.</summary>
    public Task<IReadOnlyList<CauseRow>> ListAsync(CauseFilter filter, int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseRow>(
            $"{Cause}{Where(filter)} order by c.last_at desc, c.cluster limit @most offset @offset", new
            {
                repository = Pattern(filter.Repository),
                filter.Verdict,
                text = Pattern(filter.Text),
                id = filter.Text,
                most,
                offset,
            }), cancel);

    public Task<CauseRow?> FindAsync(RepositoryId repository, ClusterId cluster, CancellationToken cancel) =>
        database.ReadAsync(session => FindAsync(session, repository, cluster), cancel);

    /// <summary>Those of the given causes that are in the ledger, which does not know about causes seen only on a pull request.</summary>
    public async Task<IReadOnlyDictionary<ClusterId, CauseRow>> HeldAsync(RepositoryId repository, IEnumerable<ClusterId> clusters, CancellationToken cancel) =>
        (await HeldAsync(clusters.Select(c => (repository, c)), cancel)).ToDictionary(c => c.Key.Item2, c => c.Value);

    /// <summary>Those of the given causes that are in the ledger, by repository and cluster.</summary>
    public Task<IReadOnlyDictionary<(RepositoryId, ClusterId), CauseRow>> HeldAsync(IEnumerable<(RepositoryId Repository, ClusterId Cluster)> clusters,
        CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyDictionary<(RepositoryId, ClusterId), CauseRow>>(async session =>
        {
            var held = new Dictionary<(RepositoryId, ClusterId), CauseRow>();
            foreach (var (repository, cluster) in clusters.Distinct())
                if (await FindAsync(session, repository, cluster) is { } cause)
                    held[(repository, cluster)] = cause;
            return held;
        }, cancel);

    /// <summary>For each of the commits, the causes that failed at it: by priority, then by how many tests.</summary>
    public Task<IReadOnlyList<IReadOnlyList<CauseRow>>> AtAsync(IEnumerable<(RepositoryId Repository, CommitSha Sha)> commits, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<IReadOnlyList<CauseRow>>>(async session =>
        {
            var seen = new List<IReadOnlyList<CauseRow>>();
            foreach (var (repository, sha) in commits)
                seen.Add(await session.QueryAsync<CauseRow>($"""
                    select {Columns} from sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster join repositories p on p.id = c.repository
                    where s.repository = @repository and s.sha = @sha and s.tests >= 0 and s.origin in ('default-branch', 'deployed')
                    order by coalesce(c.priority, 'P9'), s.tests desc, c.cluster
                    """, new { repository, sha }));
            return seen;
        }, cancel);

    /// <summary>What was seen of causes in an environment at the given commits.</summary>
    /// <param name="key">The environment's.</param>
    public Task<IReadOnlyList<SeenCell>> SightingsAsync(RepositoryId repository, string key, IEnumerable<CommitSha> commits, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<SeenCell>>(async session =>
        {
            var seen = new List<SeenCell>();
            foreach (var sha in commits.Distinct())
                seen.AddRange(await session.QueryAsync<SeenCell>("""
                    select s.cluster, c.title, s.sha, s.tests from sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster
                    where s.repository = @repository and s.sha = @sha and s.place_key = @key and s.origin = 'deployed'
                    """, new { repository, sha, key }));
            return seen;
        }, cancel);

    /// <summary>For each of the causes, when it failed since a given time, oldest first.</summary>
    public Task<IReadOnlyList<IReadOnlyList<DateTimeOffset>>> FailedSinceAsync(IReadOnlyList<CauseRow> causes, DateTimeOffset since,
        CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<IReadOnlyList<DateTimeOffset>>>(async session =>
        {
            var times = new List<IReadOnlyList<DateTimeOffset>>();
            foreach (var cause in causes)
                // The plus keeps SQLite from an index of times, on which the sightings of all other causes are too.
                times.Add(await session.QueryAsync<DateTimeOffset>("""
                    select seen_at from counted_sightings where repository = @Repository and cluster = @Cluster and tests >= 0 and +seen_at >= @since order by +seen_at
                    """, new { cause.Repository, cause.Cluster, since }));
            return times;
        }, cancel);

    private static Task<CauseRow?> FindAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        session.FirstAsync<CauseRow>($"{Cause} and c.repository = @repository and c.cluster = @cluster", new { repository, cluster });

    private static string Where(CauseFilter filter) =>
        (filter.Repository is null ? "" : " and c.repository in (select r.id from repositories r where lower(r.name) like @repository escape '!')")
        + (filter.Verdict is null ? "" : " and c.verdict = @Verdict")
        + filter.State switch
        {
            CauseState.Failing => " and c.since_at is not null",
            CauseState.Quiet => " and c.quiet_at is not null",
            _ => "",
        }
        + (filter.Text is null ? "" : " and (lower(c.title) like @text escape '!' or c.cluster = @id)");

    /// <summary>What <c>like</c> compares with, with <c>!</c> in front of its own signs; null for no text.</summary>
    private static string? Pattern(string? text) => text is null ? null : "%" + text.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
