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
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            await _signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time is up.
        }
    }

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
