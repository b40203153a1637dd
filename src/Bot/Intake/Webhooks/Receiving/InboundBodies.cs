using System.IO.Pipelines;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>
/// Limits the memory of all bodies that are being received or waiting to be stored. Room is requested for bytes that have arrived, never for bytes that a
/// sender announces. Anybody can send, so slow senders make room for others: a body that takes longer than GitHub would wait is dropped, and if there is no
/// room, so are those that arrived more slowly than <see cref="LeastRate"/> in the last second, oldest first.
/// </summary>
internal sealed class InboundBodies : IDisposable
{
    /// <summary>Limit in bytes for all bodies together.</summary>
    public const long Most = 64L * 1024 * 1024;

    /// <summary>
    /// Part of that limit, for the bytes of bodies beyond their first <see cref="Small"/>; the rest stays free for ordinary deliveries, which are about 20 KB.
    /// </summary>
    public const long MostOfLarge = 48L * 1024 * 1024;

    public const int Small = 64 * 1024;

    /// <summary>Bytes per second below which a body may be dropped to make room for another; GitHub sends its largest within seconds.</summary>
    private const long LeastRate = 64 * 1024;

    /// <summary>GitHub gives up after this time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How often to check which bodies are slow.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>How long a body waits for room.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly LinkedList<InboundBody> _arriving = [];
    private readonly LinkedList<Waiting> _waiting = [];
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _held;
    private long _heldByLarge;

    public InboundBodies(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => LookAtAll(), null, Look, Look);
    }

    private sealed record Waiting(InboundBody Body, int Bytes, TaskCompletionSource<bool> Granted);

    /// <summary>Bytes that are currently held.</summary>
    public long Held
    {
        get
        {
            lock (_lock)
                return _held;
        }
    }

    /// <param name="reader">The request's reader.</param>
    public InboundBody Begin(PipeReader reader, SignatureCheck signature)
    {
        var body = new InboundBody(this, reader, signature, _time.GetTimestamp());
        lock (_lock)
            _arriving.AddLast(body.Node);
        return body;
    }

    /// <summary>Makes room for more bytes of a body.</summary>
    /// <returns>False if there was none in time, or if the body was dropped.</returns>
    public ValueTask<bool> GrowAsync(InboundBody body, int bytes)
    {
        Waiting waiting;
        List<InboundBody> slow;
        lock (_lock)
        {
            if (body.IsDropped)
                return ValueTask.FromResult(false);
            if (TryGrow(body, bytes))
                return ValueTask.FromResult(true);
            waiting = new Waiting(body, bytes, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting.AddLast(waiting);
            slow = DropSlow();
        }
        Stop(slow);
        return new ValueTask<bool>(GrantedAsync(waiting));
    }

    /// <summary>The body has arrived: it can no longer be dropped, and keeps its bytes until it is stored.</summary>
    /// <returns>False if it was dropped before.</returns>
    public bool TryComplete(InboundBody body)
    {
        lock (_lock)
        {
            if (body.IsDropped)
                return false;
            _arriving.Remove(body.Node);
            return true;
        }
    }

    /// <summary>Releases the room that a body holds.</summary>
    public void Release(InboundBody body)
    {
        lock (_lock)
        {
            if (body.Node.List is not null)
                _arriving.Remove(body.Node);
            _held -= body.Held;
            _heldByLarge -= Large(body.Held);
            body.Held = 0;
            Grant();
        }
    }

    public void Dispose() => _timer.Dispose();

    private static long Large(long held) => Math.Max(0, held - Small);

    private async Task<bool> GrantedAsync(Waiting waiting)
    {
        try
        {
            return await waiting.Granted.Task.WaitAsync(Patience, _time);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                _waiting.Remove(waiting);
                return waiting.Granted.Task is { IsCompletedSuccessfully: true, Result: true };
            }
        }
    }

    private bool TryGrow(InboundBody body, int bytes)
    {
        var large = Large(body.Held + bytes) - Large(body.Held);
        if (_held + bytes > Most || _heldByLarge + large > MostOfLarge)
            return false;
        _held += bytes;
        _heldByLarge += large;
        body.Held += bytes;
        return true;
    }

    /// <summary>In the order of the requests; one that fits does not wait behind one that does not.</summary>
    private void Grant()
    {
        for (var next = _waiting.First; next is not null;)
        {
            var (waiting, after) = (next, next.Next);
            if (waiting.Value.Body.IsDropped || TryGrow(waiting.Value.Body, waiting.Value.Bytes))
            {
                _waiting.Remove(waiting);
                waiting.Value.Granted.TrySetResult(!waiting.Value.Body.IsDropped);
            }
            next = after;
        }
    }

    /// <summary>
    /// Drops as many slow bodies as needed to make room for those that are waiting. A body that is itself waiting for room is not slow: its bytes have arrived.
    /// </summary>
    private List<InboundBody> DropSlow()
    {
        var dropped = new List<InboundBody>();
        if (_waiting.Count == 0)
            return dropped;
        var waiting = _waiting.Select(w => w.Body).ToHashSet();
        var lacking = _waiting.Sum(w => (long)w.Bytes) - _arriving.Where(b => b.IsDropped).Sum(b => b.Held);
        foreach (var body in _arriving.Where(b => b is { IsSlow: true, IsDropped: false, Held: > 0 } && !waiting.Contains(b)))
            if (lacking > 0)
            {
                lacking -= body.Held;
                body.IsDropped = true;
                dropped.Add(body);
            }
        return dropped;
    }

    private void LookAtAll()
    {
        List<InboundBody> dropped;
        lock (_lock)
        {
            dropped = [.. _arriving.TakeWhile(b => _time.GetElapsedTime(b.Began) > Longest).Where(b => !b.IsDropped)];
            dropped.ForEach(b => b.IsDropped = true);
            foreach (var body in _arriving)
                body.Look(LeastRate);
            dropped.AddRange(DropSlow());
            Grant();
        }
        Stop(dropped);
    }

    /// <summary>Outside the lock: the code that reads the body continues immediately, and releases its room.</summary>
    private static void Stop(List<InboundBody> dropped) => dropped.ForEach(b => b.Stop());
}
