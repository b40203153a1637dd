using System.Threading.Channels;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Deliveries;

/// <summary>
/// Keeps deliveries; once <see cref="AddAsync"/> has completed, a delivery survives the end of the process and a power failure. A single writer puts all
/// waiting deliveries into one commit, so all deliveries that arrived in the meantime share the cost of one sync.
/// </summary>
internal sealed class DeliveryStore : IAsyncDisposable
{
    private const int MostInOneCommit = 512;
    private const long MostBytesAtOnce = 32L * 1024 * 1024;
    private const int MostWaiting = 20_000;

    private readonly IDatabase _database;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _writing;

    public DeliveryStore(IDatabase database)
    {
        _database = database;
        _writing = Task.Run(WriteAllAsync);
    }

    private sealed record Waiting(Delivery Delivery, TaskCompletionSource<bool> Done);

    /// <summary>Completes when the delivery is durable.</summary>
    /// <returns>True for a new delivery; false for a redelivery, which rearms one that failed.</returns>
    /// <exception cref="StoreUnavailableException">It could not be stored; nothing was acknowledged.</exception>
    public async Task<bool> AddAsync(Delivery delivery, CancellationToken cancel)
    {
        var waiting = new Waiting(delivery, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(waiting))
            throw new StoreUnavailableException("too many deliveries wait to be written");
        return await waiting.Done.Task.WaitAsync(cancel);
    }

    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task<QueueState> QueueAsync(CancellationToken cancel) =>
        _database.ReadAsync(async session =>
        {
            var (pending, oldest) = await session.FirstAsync<(long, DateTimeOffset?)>(
                "select count(*), min(received_at) from deliveries where state = 'pending'");
            return new QueueState(pending, oldest);
        }, cancel);

    /// <summary>
    /// Reads up to <paramref name="most"/> waiting deliveries and then acts on them in one transaction, which also marks them as done. They are read and
    /// interpreted before the transaction, because the transaction blocks the receipt of new ones. If the store refuses what one of them brings, each is acted
    /// on separately, and only that one fails.
    /// </summary>
    /// <param name="read">Interprets a delivery; writes nothing.</param>
    /// <param name="ended">Called for each one when it is durable.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<int> TakeAsync<T>(int most, Func<StoredDelivery, T> read, Func<Session, StoredDelivery, T, Task<DeliveryOutcome>> act,
        CancellationToken cancel, Action<StoredDelivery, DeliveryOutcome>? ended = null)
    {
        var waiting = await _database.ReadAsync(session => WaitingAsync(session, most), cancel);
        if (waiting.Count == 0)
            return 0;
        var understood = waiting.ToDictionary(d => d.Id, d => (Delivery: d, Read: read(d)));
        Task<DeliveryOutcome> ExecuteAsync(Session session, long id) => act(session, understood[id].Delivery, understood[id].Read);
        IReadOnlyList<(long Id, DeliveryOutcome Outcome)> acted;
        try
        {
            acted = await ActAsync([.. understood.Keys], ExecuteAsync, cancel);
        }
        catch (Exception failure) when (IsOfOne(failure))
        {
            acted = await OneByOneAsync([.. understood.Keys], ExecuteAsync, cancel);
        }
        foreach (var (id, outcome) in acted)
            ended?.Invoke(understood[id].Delivery, outcome);
        return acted.Count;
    }

    private async Task<IReadOnlyList<(long, DeliveryOutcome)>> OneByOneAsync(IReadOnlyList<long> ids, Func<Session, long, Task<DeliveryOutcome>> act,
        CancellationToken cancel)
    {
        var acted = new List<(long, DeliveryOutcome)>();
        foreach (var id in ids)
            try
            {
                acted.AddRange(await ActAsync([id], act, cancel));
            }
            catch (StoreConflictException)
            {
                // Another instance was first with a row; the delivery is taken again next time.
            }
            catch (Exception failure) when (IsOfOne(failure))
            {
                var failed = DeliveryOutcome.Failed($"cannot be acted upon: {failure.GetType().Name}");
                acted.AddRange(await ActAsync([id], (_, _) => Task.FromResult(failed), cancel));
            }
        return acted;
    }

    /// <summary>Whether the failure concerns one delivery. If the store is down, that is the same for every delivery.</summary>
    private static bool IsOfOne(Exception failure) => failure is StoreRefusedException or not (StoreUnavailableException or OperationCanceledException);

    private Task<IReadOnlyList<(long, DeliveryOutcome)>> ActAsync(IReadOnlyList<long> ids, Func<Session, long, Task<DeliveryOutcome>> act,
        CancellationToken cancel) =>
        _database.WriteAsync<IReadOnlyList<(long, DeliveryOutcome)>>(async session =>
        {
            // Another instance may have been first.
            var mine = await session.QueryAsync<long>(
                $"select id from deliveries where state = 'pending' and id in ({string.Join(',', ids)}) order by id {_database.SkipLocked}");
            var acted = new List<(long Id, DeliveryOutcome Outcome)>(mine.Count);
            foreach (var id in mine)
                acted.Add((id, await act(session, id)));
            // Most deliveries of a batch end the same way, so each outcome takes one statement.
            foreach (var alike in acted.GroupBy(a => a.Outcome, a => a.Id))
                await session.ExecuteAsync(
                    $"update deliveries set state = @State, note = @Note, roughly = @Roughly where id in ({string.Join(',', alike)})", alike.Key);
            return acted;
        }, cancel);

    private static async Task<IReadOnlyList<StoredDelivery>> WaitingAsync(Session session, int most)
    {
        var waiting = await session.QueryAsync<(long Id, long Bytes)>(
            "select id, length(body) from deliveries join delivery_bodies on delivery_id = id where state = 'pending' order by id limit @most", new { most });
        return waiting.Count == 0 ? [] : await session.QueryAsync<StoredDelivery>(
            $"select id, guid, event, body, received_at from deliveries join delivery_bodies on delivery_id = id where id in "
            + $"({string.Join(',', Few(waiting))}) order by id");
    }

    /// <summary>As many as fit comfortably into memory; at least one.</summary>
    private static IEnumerable<long> Few(IReadOnlyList<(long Id, long Bytes)> waiting)
    {
        long bytes = 0;
        return waiting.TakeWhile((w, i) => (bytes += w.Bytes) <= MostBytesAtOnce || i == 0).Select(w => w.Id);
    }

    /// <summary>Rearms deliveries that were already acted on: one by its guid, or all since a given time.</summary>
    /// <returns>The deliveries that were (or, in a dry run, would be) rearmed.</returns>
    public Task<IReadOnlyList<PastDelivery>> ReplayAsync(string? guid, DateTimeOffset? since, bool dryRun, CancellationToken cancel) =>
        _database.WriteAsync(async session =>
        {
            var arguments = new { guid, since = since ?? DateTimeOffset.UnixEpoch };
            const string Which = "where (@guid is null or guid = @guid) and received_at >= @since";
            var past = await session.QueryAsync<PastDelivery>($"select guid, event, received_at, state, note from deliveries {Which} order by id", arguments);
            if (!dryRun)
                await session.ExecuteAsync($"update deliveries set state = 'pending', note = null, roughly = null {Which}", arguments);
            return past;
        }, cancel);

    /// <summary>Removes deliveries that were acted on before a given time.</summary>
    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        _database.WriteAsync(session => session.ExecuteAsync("delete from deliveries where state <> 'pending' and received_at < @before",
            new { before }), cancel);

    /// <summary>Writes everything that is still waiting, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>(MostInOneCommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            var distinct = batch.DistinctBy(Key).ToList();
            var isNew = await _database.AddAsync(distinct.ConvertAll(w => w.Delivery));
            var first = distinct.Zip(isNew).ToDictionary(d => d.First, d => d.Second);
            foreach (var waiting in batch)
                waiting.Done.TrySetResult(first.GetValueOrDefault(waiting));
        }
        catch (Exception failure)
        {
            foreach (var waiting in batch)
                waiting.Done.TrySetException(failure as StoreUnavailableException ?? new StoreUnavailableException(failure.Message, failure));
        }
    }

    private static (string, long) Key(Waiting waiting) => (waiting.Delivery.Guid, waiting.Delivery.HookTarget);
}

/// <summary>The result of a delivery.</summary>
/// <param name="Note">In words; for a failed one, the reason.</param>
/// <param name="Roughly">Why it was only read roughly; null if it was read as its proper type.</param>
internal sealed record DeliveryOutcome(string State, string Note, string? Roughly = null)
{
    public static DeliveryOutcome Done(string note) => new("done", note);

    /// <summary>It cannot be interpreted; a redelivery or a replay rearms it.</summary>
    public static DeliveryOutcome Failed(string note) => new("failed", note);
}

internal sealed record PastDelivery
{
    public required string Guid { get; init; }
    public required string Event { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string State { get; init; }
    public string? Note { get; init; }
}
