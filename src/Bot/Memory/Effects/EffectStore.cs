using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Memory.Effects;

/// <summary>Something that GitHub should show.</summary>
/// <param name="Kind">Which sender writes it.</param>
/// <param name="Target">The one thing it is about: a commit, a pull request, a cause, an issue.</param>
/// <param name="Draft">JSON, as the sender reads it.</param>
internal sealed record EffectRequest(RepositoryId Repository, string Kind, string Target, string Draft);

/// <summary>A row of the outbox.</summary>
public sealed record Effect
{
    public required long Id { get; init; }
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required long Installation { get; init; }
    public required string Kind { get; init; }
    public required string Target { get; init; }
    public required string Draft { get; init; }

    /// <summary>Its id on GitHub; null until known.</summary>
    public long? RemoteId { get; init; }

    /// <summary>pending, sent, withheld, dead.</summary>
    public required string State { get; init; }

    /// <summary>Why it was not written.</summary>
    public string? Note { get; init; }

    /// <summary>Hash of what was last sent to GitHub, answered or not.</summary>
    public string? Tried { get; init; }

    /// <summary>Hash of what GitHub has confirmed.</summary>
    public string? Sent { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required long Attempts { get; init; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When GitHub last confirmed it; null if never.</summary>
    public DateTimeOffset? SentAt { get; init; }

    internal RepositoryRef Ref => new(Repository, Installation, RepositoryName);
}

/// <summary>
/// The outbox. What is written on GitHub is claimed here first and confirmed here afterwards, so a lost answer or a killed process leaves a row that says
/// what to look for.
/// </summary>
internal sealed class EffectStore(IDatabase database, TimeProvider time)
{
    internal const string Columns =
        $"id, {RepositoryColumns.Sql}, kind, target, draft, state, note, remote_id, tried, sent, due_at, attempts, created_at, sent_at";

    /// <summary>Requests an effect; does nothing if its draft is the same as before.</summary>
    /// <param name="spacing">Minimum time since it was last written.</param>
    public Task PutAsync(Session session, EffectRequest effect, TimeSpan spacing = default) =>
        session.ExecuteAsync("""
            insert into effects (repository, kind, target, draft, due_at, created_at) values (@Repository, @Kind, @Target, @Draft, @now, @now)
            on conflict (repository, kind, target) do update set
                draft = excluded.draft, state = 'pending', attempts = 0, note = null,
                due_at = case when coalesce(effects.sent_at, 0) + @spacing > excluded.due_at then effects.sent_at + @spacing else excluded.due_at end
            where effects.draft <> excluded.draft or effects.state = 'dead'
            """, new { effect.Repository, effect.Kind, effect.Target, effect.Draft, now = Now, spacing = (long)spacing.TotalMilliseconds });

    /// <summary>Records an effect that was found on GitHub although the store has no row for it; a row that it has stays as it is.</summary>
    /// <param name="hash">Hash of what is there.</param>
    /// <param name="at">When it was created.</param>
    /// <returns>Whether it was not known.</returns>
    public static async Task<bool> FoundAsync(Session session, EffectRequest effect, long remoteId, string hash, DateTimeOffset at) =>
        await session.ExecuteAsync("""
            insert into effects (repository, kind, target, draft, state, remote_id, tried, sent, sent_at, made_at, due_at, created_at)
            values (@Repository, @Kind, @Target, @Draft, 'sent', @remoteId, @hash, @hash, @at, @at, @at, @at) on conflict (repository, kind, target) do nothing
            """, new { effect.Repository, effect.Kind, effect.Target, effect.Draft, remoteId, hash, at }) > 0;

    public Task<IReadOnlyList<Effect>> PendingAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>(
            $"select {Columns} from effects where repository = @repository and state = 'pending' order by id", new { repository }), cancel);

    public Task<Effect?> FindAsync(RepositoryId repository, string kind, string target, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<Effect>(
            $"select {Columns} from effects where repository = @repository and kind = @kind and target = @target", new { repository, kind, target }), cancel);

    /// <summary>Whether the bot created the thing with that id on GitHub.</summary>
    public async Task<bool> IsRemoteAsync(RepositoryId repository, string kind, long remoteId, CancellationToken cancel) =>
        await database.ReadAsync(session => session.FirstAsync<long>(
            "select count(*) from effects where repository = @repository and kind = @kind and remote_id = @remoteId",
            new { repository, kind, remoteId }), cancel) > 0;

    /// <summary>Ids on GitHub of the newest things of a kind that the bot created.</summary>
    public Task<IReadOnlyList<long>> RemoteIdsAsync(RepositoryId repository, string kind, int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<long>("""
            select remote_id from effects where repository = @repository and kind = @kind and remote_id is not null order by id desc limit @most
            """, new { repository, kind, most }), cancel);

    /// <summary>Repositories with effects that should have been sent.</summary>
    public Task<IReadOnlyList<RepositoryRef>> OverdueAsync(CancellationToken cancel) =>
        database.ReadAsync(session => Repositories.InAsync(session, "select repository from effects where state = 'pending' and due_at <= @now",
            new { now = Now }), cancel);

    public static async Task<bool> ExistsAsync(Session session, RepositoryId repository, string kind, string target) =>
        await session.FirstAsync<long>("select count(*) from effects where repository = @repository and kind = @kind and target = @target",
            new { repository, kind, target }) > 0;

    /// <summary>The draft that was requested; null if none.</summary>
    public static Task<string?> DraftAsync(Session session, RepositoryId repository, string kind, string target) =>
        session.FirstAsync<string?>("select draft from effects where repository = @repository and kind = @kind and target = @target",
            new { repository, kind, target });

    /// <summary>Claims it: from now on GitHub may have it, whatever happens to this process.</summary>
    public async Task TryingAsync(Session session, Effect effect, string hash)
    {
        await session.ExecuteAsync("update effects set tried = @hash where id = @Id", new { hash, effect.Id });
        await session.ExecuteAsync("insert into effect_writes (effect_id, at) values (@Id, @now)", new { effect.Id, now = Now });
    }

    /// <summary>How often it was written since a given time.</summary>
    public Task<long> WritesAsync(Effect effect, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long>("select count(*) from effect_writes where effect_id = @Id and at >= @since",
            new { effect.Id, since }), cancel);

    /// <param name="created">Whether it was newly created.</param>
    public Task SentAsync(Session session, Effect effect, long remoteId, string hash, bool created) =>
        session.ExecuteAsync("""
            update effects set state = case when draft = @Draft then 'sent' else 'pending' end, remote_id = @remoteId, tried = @hash, sent = @hash, sent_at = @now,
                made_at = case when @created = 1 then @now else made_at end, note = null
            where id = @Id
            """, new { effect.Id, effect.Draft, remoteId, hash, created = created ? 1L : 0L, now = Now });

    /// <summary>Records that it must not be sent, and why.</summary>
    public static Task WithholdAsync(Session session, Effect effect, string why) =>
        session.ExecuteAsync("update effects set state = 'withheld', note = @why where id = @Id", new { why, effect.Id });

    /// <param name="due">Null if it is never tried again.</param>
    public Task FailedAsync(Session session, Effect effect, string why, DateTimeOffset? due) =>
        session.ExecuteAsync("update effects set state = @state, attempts = attempts + 1, due_at = @due, note = @why where id = @Id",
            new { effect.Id, why, state = due is null ? "dead" : "pending", due = due ?? time.GetUtcNow() });

    /// <summary>Nothing is wrong with it; it only has to wait.</summary>
    public static Task PutOffAsync(Session session, Effect effect, string why, DateTimeOffset due) =>
        session.ExecuteAsync("update effects set due_at = @due, note = @why where id = @Id", new { effect.Id, why, due });

    /// <summary>Gives up what was requested before a given time and not sent. Whoever requests it again has it sent.</summary>
    public Task<int> GiveUpAsync(RepositoryId repository, IReadOnlyList<string> kinds, DateTimeOffset before, string why, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync($"""
            update effects set state = 'dead', note = @why
            where repository = @repository and state = 'pending' and tried is null and created_at < @before and kind in ({string.Join(", ", kinds.Select(k => $"'{k}'"))})
            """, new { repository, before, why }), cancel);

    /// <summary>How many of a kind were requested since a given time, counting only targets that start with the given text.</summary>
    public Task<long> CountAsync(RepositoryId repository, string kind, string target, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long>(
            "select count(*) from effects where repository = @repository and kind = @kind and created_at >= @since and substr(target, 1, @length) = @target",
            new { repository, kind, target, length = target.Length, since }), cancel);

    /// <summary>How many of a kind were created on GitHub since a given time.</summary>
    public Task<long> CreatedAsync(RepositoryId repository, string kind, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long>(
            "select count(*) from effects where repository = @repository and kind = @kind and made_at >= @since",
            new { repository, kind, since }), cancel);

    private DateTimeOffset Now => time.GetUtcNow();
}
