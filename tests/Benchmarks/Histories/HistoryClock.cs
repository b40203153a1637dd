namespace Whybot.Benchmarks.Histories;

/// <summary>The clock of a history: it stands still unless it is put forward, and a short wait ends at once by putting it forward.</summary>
internal sealed class HistoryClock(DateTimeOffset begin) : TimeProvider
{
    /// <summary>What waits longer watches over something (a lease, a stalled download), and is no wait.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _now = begin;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Forward(TimeSpan by)
    {
        lock (_lock)
            _now += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWait)
            return base.CreateTimer(callback, state, dueTime, period);
        var due = GetUtcNow() + dueTime;
        return base.CreateTimer(s =>
        {
            lock (_lock)
                _now = due > _now ? due : _now;
            callback(s);
        }, state, TimeSpan.FromMilliseconds(1), period);
    }
}
