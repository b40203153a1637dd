using System.Text;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Memory.Causes;

/// <summary>
/// Adds to the ledger what an issue of the bot's own says about its causes, after the store was lost. Nothing that the store knows is changed, so this can be
/// repeated. A cause that has runs which its issue only counts has no <c>first_sha</c>, and those runs are its runs before.
/// </summary>
internal static class ReadBackCauses
{
    /// <param name="mandateOf">The mandate with which a row of that place was written; null for a row that counts for nothing.</param>
    /// <returns>How many sightings were added.</returns>
    public static async Task<int> AddAsync(Session session, RepositoryId repository, ReadBackCause cause, Func<string, Mandate?> mandateOf)
    {
        // A row without time or commit cannot be told from another one.
        List<(SeenRow Row, DateTimeOffset At, Mandate Mandate)> rows = [.. cause.Rows.Where(r => r.Sha.IsComplete && r.At is not null)
            .Select(r => (Row: r, At: r.At!.Value, Mandate: mandateOf(r.Place))).Where(r => r.Mandate is not null).Select(r => (r.Row, r.At, r.Mandate!))];
        await AddCauseAsync(session, repository, cause, rows);
        var added = 0;
        foreach (var (row, at, mandate) in rows)
            added += await session.ExecuteAsync("""
                insert into sightings (repository, cluster, sha, place, place_key, origin, tests, seen_at)
                values (@repository, @Cluster, @Sha, @Place, @key, @Origin, @tests, @at) on conflict (repository, cluster, sha) do nothing
                """, new
            {
                repository,
                cause.About.Cluster,
                row.Sha,
                mandate.Place,
                key = EnvironmentNames.KeyOf(mandate.Place),
                mandate.Origin,
                tests = (long)row.Tests,
                at
            });
        if (rows.Count > 0)
            await ExplainAsync(session, repository, cause, rows);
        await CauseFigures.OfCauseAsync(session, repository, cause.About.Cluster);
        return added;
    }

    private static async Task AddCauseAsync(Session session, RepositoryId repository, ReadBackCause cause,
        IReadOnlyList<(SeenRow Row, DateTimeOffset At, Mandate Mandate)> rows)
    {
        var (oldest, at, _) = rows.LastOrDefault(r => !r.Row.Cleared);
        var isWhole = cause.RanBefore == 0 && oldest is not null;
        // A run that the issue only counts was before all that it lists; earlier versions did not always write its day.
        var first = cause.First is { } day && !isWhole ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : oldest is not null ? at : cause.FailedBefore > 0 && rows.Count > 0 ? rows[^1].At : (DateTimeOffset?)null;
        var arguments = new
        {
            repository,
            cause.About.Cluster,
            cause.About.Title,
            issue = (long?)cause.About.Issue,
            first = first?.ToUnixTimeMilliseconds() ?? 0,
            sha = isWhole ? oldest!.Sha.Value : "",
            ran = (long)cause.RanBefore,
            failed = (long)cause.FailedBefore,
            brought = cause.About.Suspect is { Established: true } ? 1L : 0L,
            verdict = cause.About.Verdict.Word(),
        };
        await session.ExecuteAsync("""
            insert into causes (repository, cluster, title, issue, first_at, first_sha, ran_before, failed_before, brought, verdict)
            values (@repository, @Cluster, @Title, @issue, @first, @sha, @ran, @failed, @brought, @verdict) on conflict (repository, cluster) do nothing
            """, arguments);
        // It was seen since the loss, and not known to have an issue; unless a person has said that it does not belong to it.
        await session.ExecuteAsync("""
            update causes set issue = @issue where repository = @repository and cluster = @Cluster and issue is null
                and not exists (select 1 from rulings r where r.repository = @repository and r.cluster = @Cluster and r.undone_at is null)
            """, arguments);
    }

    /// <summary>Keeps what the issue says as the cause's latest explanation, if there is none.</summary>
    private static Task ExplainAsync(Session session, RepositoryId repository, ReadBackCause cause,
        IReadOnlyList<(SeenRow Row, DateTimeOffset At, Mandate Mandate)> rows)
    {
        var (row, at, mandate) = rows.FirstOrDefault(r => !r.Row.Cleared) is { Row: not null } failed ? failed : rows[0];
        return session.ExecuteAsync("""
            insert into dossiers (repository, cluster, sha, place, place_key, seen_at, about) values (@repository, @Cluster, @Sha, @Place, @key, @at, @about)
            on conflict (repository, cluster) do nothing
            """, new
        {
            repository,
            cause.About.Cluster,
            row.Sha,
            mandate.Place,
            key = EnvironmentNames.KeyOf(mandate.Place),
            at,
            about = Packed.Zip(Encoding.UTF8.GetBytes(cause.About.ToJson()))
        });
    }

    /// <summary>The runs that an issue only counted when it was read back; null if all are known one by one.</summary>
    public static async Task<SeenBefore?> BeforeAsync(Session session, RepositoryId repository, long issue)
    {
        var (first, ran, failed) = await session.FirstAsync<(long?, long, long)>("""
            select min(first_at), cast(coalesce(sum(ran_before), 0) as bigint), cast(coalesce(sum(failed_before), 0) as bigint)
            from causes where repository = @repository and issue = @issue and first_sha = '' and first_at > 0 and ran_before > 0
            """, new { repository, issue });
        return first is { } at ? new SeenBefore((int)ran, (int)failed, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime)) : null;
    }
}
