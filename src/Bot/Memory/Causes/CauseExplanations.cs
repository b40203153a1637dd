using System.Text;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;

namespace Whybot.Memory.Causes;

/// <summary>A cause as it was last seen.</summary>
/// <param name="Issue">The issue that the ledger has for it; null if none.</param>
public sealed record KnownCause(SeenCause About, CommitSha Sha, string Place, DateTimeOffset SeenAt, int? Issue)
{
    public ClusterId Cluster => About.Cluster;
}

/// <summary>What was found about each cause when it was last seen, and the threads where it was mentioned.</summary>
internal sealed class CauseExplanations(IDatabase database, TimeProvider time) : IRetained
{
    private const string Columns = "d.cluster, d.sha, d.place, d.seen_at, d.about, c.issue";
    private const string FindingColumns =
        "f.cluster, f.sha, f.place, f.seen_at, f.about, c.issue from findings f left join causes c on c.repository = f.repository and c.cluster = f.cluster";
    private const string From = "from dossiers d join causes c on c.repository = d.repository and c.cluster = d.cluster";

    /// <param name="threads">Pull requests where it is reported.</param>
    public async Task PutAsync(Session session, RepositoryId repository, Mandate mandate, SeenCause cause, CommitSha sha, IReadOnlyList<int> threads)
    {
        var (now, place, key) = (Now, mandate.Place, EnvironmentNames.KeyOf(mandate.Place));
        // Nobody is named twice for a failure that continues; the person named first stays named, unless the failure turned out to be chance.
        if (cause is { Suspect: null, Verdict: not VerdictKind.Flaky } && await session.FirstAsync<byte[]?>(
            "select about from dossiers where repository = @repository and cluster = @Cluster", new { repository, cause.Cluster }) is { } before)
            cause = Read(before) is { Suspect: { } suspect, SuspectPull: var pull } ? cause with { Suspect = suspect, SuspectPull = pull } : cause;
        await session.ExecuteAsync("""
            insert into dossiers (repository, cluster, sha, place, place_key, seen_at, about) values (@repository, @Cluster, @sha, @place, @key, @now, @about)
            on conflict (repository, cluster) do update set sha = excluded.sha, place = excluded.place, place_key = excluded.place_key, seen_at = excluded.seen_at, about = excluded.about
            """, new { repository, cause.Cluster, sha, place, key, now, about = Pack(cause) });
        await session.ExecuteAsync("update causes set verdict = @Verdict, priority = @Priority where repository = @repository and cluster = @Cluster",
            new { repository, cause.Cluster, Verdict = cause.Verdict.Word(), Priority = cause.Priority?.ToString() });
        foreach (var thread in threads)
            await session.ExecuteAsync("""
                insert into mentions (repository, thread, cluster, sha, place, at) values (@repository, @thread, @Cluster, @sha, @place, @now)
                on conflict (repository, thread, cluster) do update set sha = excluded.sha, place = excluded.place, at = excluded.at
                """, new { repository, thread = (long)thread, cause.Cluster, sha, place, now });
    }

    /// <summary>
    /// What the checks of a pull request found, for its own thread: nothing that is known about a cause elsewhere changes, regardless of who opened the pull
    /// request.
    /// </summary>
    public Task PutFindingAsync(Session session, RepositoryId repository, CommitOrigin origin, int thread, SeenCause cause, CommitSha sha) =>
        session.ExecuteAsync("""
            insert into findings (repository, thread, cluster, sha, place, origin, seen_at, about) values (@repository, @thread, @Cluster, @sha, @Place, @Word, @Now, @about)
            on conflict (repository, thread, cluster) do update set sha = excluded.sha, place = excluded.place, origin = excluded.origin, seen_at = excluded.seen_at, about = excluded.about
            """, new { repository, thread = (long)thread, cause.Cluster, sha, origin.Place, origin.Word, Now, about = Pack(cause) });

    /// <summary>Removes findings of pull requests; explanations of causes are kept.</summary>
    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from findings where seen_at < @before", new { before }), cancel);

    /// <summary>The causes that a thread is about, most tests first: those of its issue, or those last reported in its pull request.</summary>
    public async Task<IReadOnlyList<KnownCause>> OfThreadAsync(RepositoryId repository, int thread, CancellationToken cancel)
    {
        var known = await KnownOfThreadAsync(repository, thread, cancel);
        var found = await FoundInThreadAsync(repository, thread, cancel);
        // A pull request hears about its own checks, and later about the deployment that contains it; the most recent report counts.
        var told = known.Count == 0 || (found.Count > 0 && found.Max(c => c.SeenAt) > known.Max(c => c.SeenAt)) ? found : known;
        return told.Count > 0 ? told : await FiledByPullsAsync(repository, thread, cancel);
    }

    /// <summary>What the latest report on a pull request's own checks was about.</summary>
    private Task<IReadOnlyList<KnownCause>> FoundInThreadAsync(RepositoryId repository, int thread, CancellationToken cancel) => QueryAsync($"""
        select {FindingColumns} where f.repository = @repository and f.thread = @thread
            and f.sha = (select n.sha from findings n where n.repository = @repository and n.thread = @thread order by n.seen_at desc limit 1)
        order by f.seen_at desc, f.cluster limit 100
        """, new { repository, thread = (long)thread }, cancel);

    /// <summary>The causes of an issue that was filed for a pull request's checks, if nothing else has shown them since.</summary>
    private async Task<IReadOnlyList<KnownCause>> FiledByPullsAsync(RepositoryId repository, int issue, CancellationToken cancel) => [.. (await QueryAsync($"""
        select {FindingColumns} where f.repository = @repository and c.issue = @issue and f.origin = @own order by f.seen_at desc, f.cluster limit 100
        """, new { repository, issue = (long)issue, own = CommitOrigin.PullRequestWord }, cancel)).DistinctBy(c => c.Cluster)];

    private Task<IReadOnlyList<KnownCause>> KnownOfThreadAsync(RepositoryId repository, int thread, CancellationToken cancel) => QueryAsync($"""
        select {Columns} {From} where d.repository = @repository and (c.issue = @thread or c.matched = @thread
            or exists (select 1 from mentions m where m.repository = d.repository and m.thread = @thread and m.cluster = d.cluster
                and m.sha = (select n.sha from mentions n where n.repository = @repository and n.thread = @thread order by n.at desc limit 1)))
        order by d.seen_at desc, d.cluster limit 100
        """, new { repository, thread = (long)thread }, cancel);

    /// <summary>Causes that have an issue, newest first.</summary>
    public Task<IReadOnlyList<KnownCause>> FiledAsync(RepositoryId repository, int most, CancellationToken cancel) => QueryAsync(
        $"select {Columns} {From} where d.repository = @repository and c.issue is not null order by d.seen_at desc, d.cluster limit @most",
        new { repository, most }, cancel);

    /// <summary>The causes of the ledger, newest first.</summary>
    public Task<IReadOnlyList<KnownCause>> NewestAsync(RepositoryId repository, int most, CancellationToken cancel) =>
        QueryAsync($"select {Columns} {From} where d.repository = @repository order by d.seen_at desc, d.cluster limit @most", new { repository, most },
            cancel);

    /// <summary>Null if nothing is kept about it.</summary>
    public async Task<KnownCause?> FindAsync(RepositoryId repository, ClusterId cluster, CancellationToken cancel) =>
        (await QueryAsync($"select {Columns} {From} where d.repository = @repository and d.cluster = @cluster", new { repository, cluster }, cancel))
            .FirstOrDefault();

    private Task<IReadOnlyList<KnownCause>> QueryAsync(string sql, object arguments, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<KnownCause>>(async session =>
            [.. (await session.QueryAsync<Row>(sql, arguments)).Select(r => r.Read()).OrderByDescending(c => c.SeenAt).ThenByDescending(c => c.About.Tests)],
                cancel);

    private DateTimeOffset Now => time.GetUtcNow();

    private static byte[] Pack(SeenCause cause) => Packed.Zip(Encoding.UTF8.GetBytes(cause.ToJson()));

    private static SeenCause Read(byte[] about) => SeenCause.FromJson(Encoding.UTF8.GetString(Packed.Unzip(about)));

    private sealed record Row
    {
        public required CommitSha Sha { get; init; }
        public required string Place { get; init; }
        public required DateTimeOffset SeenAt { get; init; }
        public required byte[] About { get; init; }
        public long? Issue { get; init; }

        public KnownCause Read() =>
            new(CauseExplanations.Read(About), Sha, Place, SeenAt, (int?)Issue);
    }
}
