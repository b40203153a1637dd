using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;

namespace Whybot.Memory.Causes;

/// <summary>Open issues that runs have contradicted.</summary>
internal sealed class ContradictionStore(IDatabase database, TimeProvider time) : IRetained
{
    public Task PutAsync(Session session, RepositoryId repository, Mandate mandate, ContradictedIssue contradicted, CommitSha sha) =>
        session.ExecuteAsync("""
            insert into contradictions (repository, issue, sha, place, title, because, seen_at) values (@repository, @Issue, @sha, @Place, @Title, @Because, @now)
            on conflict (repository, issue, sha, place) do update set title = excluded.title, because = excluded.because
            """, new { repository, contradicted.Issue, contradicted.Title, contradicted.Because, sha, mandate.Place, now = time.GetUtcNow() });

    /// <summary>
    /// People's issues that were contradicted since a given time, with how often that happened since one of their causes was last seen; the most contradicted
    /// come first. The bot's own issues are left out, since they are closed according to their figures.
    /// </summary>
    public async Task<IReadOnlyList<RefutedIssue>> SinceAsync(RepositoryId repository, DateTimeOffset since, int most, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>("""
            select k.issue, count(*) as runs, max(k.seen_at) as seen_at from contradictions k
            where k.repository = @repository and k.issue not in (select c.issue from causes c where c.repository = @repository and c.issue is not null) and k.seen_at > coalesce((select max(s.seen_at) from counted_sightings s join causes c on c.repository = s.repository and c.cluster = s.cluster
                where c.repository = @repository and c.matched = k.issue and s.tests >= 0), 0)
            group by k.issue having max(k.seen_at) >= @since order by count(*) desc, k.issue limit @most
            """, new { repository, since, most }), cancel);
        var refuted = new List<RefutedIssue>();
        foreach (var row in rows)
        {
            var (title, sha, place, because) = await database.ReadAsync(session => session.FirstAsync<(string, CommitSha, string, string)>("""
                select title, sha, place, because from contradictions where repository = @repository and issue = @Issue order by seen_at desc limit 1
                """, new { repository, row.Issue }), cancel);
            refuted.Add(new RefutedIssue((int)row.Issue, title, null, (int)row.Runs, sha, place, because));
        }
        return refuted;
    }

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from contradictions where seen_at < @before", new { before }), cancel);

    private sealed record Row
    {
        public required long Issue { get; init; }
        public required long Runs { get; init; }
        public required DateTimeOffset SeenAt { get; init; }
    }
}
