namespace Whybot.Foundation.Queue;

/// <summary>Wakes a waiting worker; a signal sent while nothing is waiting is not lost.</summary>
internal sealed class Wakeup : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already signaled.
        }
    }

    /// <summary>Completes when signaled or when the time is up.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancel) => _signal.WaitAsync(most, cancel);

    public void Dispose() => _signal.Dispose();
}

/// <summary>The wakeups for workers that wait for something to do.</summary>
internal sealed class WorkSignals : IDisposable
{
    public Wakeup Deliveries { get; } = new();
    public Wakeup Jobs { get; } = new();

    public void Dispose()
    {
        Deliveries.Dispose();
        Jobs.Dispose();
    }
}
