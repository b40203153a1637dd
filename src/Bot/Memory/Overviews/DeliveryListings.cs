using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;

namespace Whybot.Memory.Overviews;

/// <summary>Reads deliveries and what they led to.</summary>
internal sealed class DeliveryListings(IDatabase database)
{
    /// <summary>An answer may come that long after the comment.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);
    private const int MostReplies = 500;

    /// <summary>Newest first.</summary>
    /// <param name="guid">The one to begin with; null for the newest.</param>
    public Task<IReadOnlyList<DeliveryRow>> ListAsync(string? guid, int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeliveryRow>($"""
            select guid, event, received_at, state, redelivered, note, roughly from deliveries
            {(guid is null ? "" : "where id <= coalesce((select max(d.id) from deliveries d where d.guid = @guid), (select max(d.id) from deliveries d))")}
            order by id desc limit @most offset @offset
            """, new { guid, most, offset }), cancel);

    /// <summary>The newest runs at commits: of a deployment, and of the commit's checks.</summary>
    public Task<IReadOnlyDictionary<CommitSha, (long? Deployment, long? Commit)>> RunsAsync(IEnumerable<CommitSha> commits, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyDictionary<CommitSha, (long? Deployment, long? Commit)>>(async session =>
        {
            var runs = new Dictionary<CommitSha, (long? Deployment, long? Commit)>();
            foreach (var sha in commits.Distinct())
            {
                var deployment = await session.FirstAsync<long?>("select max(id) from deployment_runs where sha = @sha", new { sha });
                var commit = await session.FirstAsync<long?>("select max(id) from runs where sha = @sha", new { sha });
                if (deployment is not null || commit is not null)
                    runs[sha] = (deployment, commit);
            }
            return runs;
        }, cancel);

    /// <summary>Answers to commands that were given in that time.</summary>
    public Task<IReadOnlyList<Effect>> RepliesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>($"""
            select {EffectStore.Columns} from effects where kind = 'reply' and coalesce(sent_at, created_at) >= @from and coalesce(sent_at, created_at) <= @until
            order by coalesce(sent_at, created_at) limit @MostReplies
            """, new { from, until = to + Late, MostReplies }), cancel);
}
