using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;

namespace Whybot.Memory.Overviews;

/// <summary>A job that has not been done.</summary>
/// <param name="Error">Why the last attempt failed; null if it only waits.</param>
/// <param name="State">pending or dead.</param>
internal sealed record OpenJob(string Kind, string Arguments, string? Error, string State, DateTimeOffset DueAt);

/// <summary>A cause that was seen on a commit.</summary>
/// <param name="Issue">Its issue's number; null if it has none.</param>
internal sealed record CauseOfCommit(ClusterId Cluster, string Title, long? Issue, string? Verdict);

/// <summary>What a run inside GitHub Actions has done and left, for its log and its outputs.</summary>
internal sealed class RunnerListings(IDatabase database)
{
    private const int Most = 100;

    /// <summary>What was written on GitHub since a given time, in that order.</summary>
    public Task<IReadOnlyList<Effect>> SentAsync(RepositoryId repository, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>(
            $"select {EffectStore.Columns} from effects where repository = @repository and sent_at >= @since order by sent_at, id limit {Most}",
            new { repository, since }), cancel);

    /// <summary>What GitHub refused since a given time.</summary>
    public Task<IReadOnlyList<Effect>> RefusedAsync(RepositoryId repository, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>($"""
            select {EffectStore.Columns} from effects
            where repository = @repository and note is not null and due_at >= @since and (state = 'dead' or (state = 'pending' and attempts > 0))
            order by id limit {Most}
            """, new { repository, since }), cancel);

    /// <summary>Jobs that wait or have failed for good since a given time, those that are due first at the top.</summary>
    public Task<IReadOnlyList<OpenJob>> OpenAsync(RepositoryId repository, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<OpenJob>($"""
            select kind, arguments, error, state, due_at from jobs
            where repository = @repository and (state = 'pending' or (state = 'dead' and due_at >= @since)) order by due_at, id limit {Most}
            """, new { repository, since }), cancel);

    /// <summary>The causes that failed on a commit.</summary>
    public Task<IReadOnlyList<CauseOfCommit>> CausesAsync(RepositoryId repository, CommitSha sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseOfCommit>($"""
            select c.cluster, c.title, c.issue, c.verdict from causes c join sightings s on s.repository = c.repository and s.cluster = c.cluster
            where c.repository = @repository and s.sha = @sha and s.tests >= 0 order by s.tests desc, c.cluster limit {Most}
            """, new { repository, sha }), cancel);
}
