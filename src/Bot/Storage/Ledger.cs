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
internal sealed record Sighting
{
    public required string Sha { get; init; }

    /// <summary>Branch, pull request or environment.</summary>
    public required string Place { get; init; }

    /// <summary>How many failed for it; -1 where it was cleared.</summary>
    public required long Tests { get; init; }
    public required long SeenAt { get; init; }
}

/// <summary>What the bot knows of each cause over time. A commit counts once, however often it is looked at.</summary>
internal sealed class Ledger(IDatabase database, TimeProvider time)
{
    public async Task SawAsync(Session session, string repository, string cluster, string title, string sha, string place, int tests)
    {
        var arguments = new { repository, cluster, title, sha, place, tests = (long)tests, now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        await session.ExecuteAsync("""
            insert into causes (repository, cluster, title, first_at, first_sha) values (@repository, @cluster, @title, @now, @sha) on conflict (repository, cluster) do nothing
            """, arguments);
        await session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, tests, seen_at) values (@repository, @cluster, @sha, @place, @tests, @now)
            on conflict (repository, cluster, sha) do update set tests = excluded.tests
            """, arguments);
    }

    /// <summary>A run in which all tests of a cause ran and passed; kept as a sighting of -1 tests. One that saw it fail at the same commit stands.</summary>
    public Task ClearedAsync(Session session, string repository, string cluster, string sha, string place) =>
        session.ExecuteAsync("""
            insert into sightings (repository, cluster, sha, place, tests, seen_at) select @repository, @cluster, @sha, @place, -1, @now
            where exists (select 1 from causes where repository = @repository and cluster = @cluster)
            on conflict (repository, cluster, sha) do nothing
            """, new { repository, cluster, sha, place, now = time.GetUtcNow().ToUnixTimeMilliseconds() });

    public static Task FiledAsync(Session session, string repository, string cluster, long issue) =>
        session.ExecuteAsync("update causes set issue = @issue where repository = @repository and cluster = @cluster", new { repository, cluster, issue });

    /// <summary>The issue that the bot has filed for a cause; null for none.</summary>
    public static Task<long?> IssueOfAsync(Session session, string repository, string cluster) =>
        session.FirstAsync<long?>("select issue from causes where repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>The causes for which the bot has filed an issue.</summary>
    public Task<IReadOnlyList<CauseRecord>> FiledAsync(string repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseRecord>("select cluster, title, issue from causes where repository = @repository and issue is not null order by cluster", new { repository }), cancel);

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<Sighting>> SightingsAsync(Session session, string repository, string cluster) =>
        session.QueryAsync<Sighting>("select sha, place, tests, seen_at from sightings where repository = @repository and cluster = @cluster order by seen_at desc, sha", new { repository, cluster });
}
