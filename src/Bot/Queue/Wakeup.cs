namespace Whybot.Queue;

/// <summary>Wakes whoever waits for work; what is signalled while nobody waits is not forgotten.</summary>
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
            // Signalled already.
        }
    }

    /// <summary>Ends when signalled or when the time is over.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancel) => _signal.WaitAsync(most, cancel);

    public void Dispose() => _signal.Dispose();
}

/// <summary>Who is woken when there is something to do.</summary>
internal sealed class Wakeups : IDisposable
{
    public Wakeup Deliveries { get; } = new();
    public Wakeup Jobs { get; } = new();

    public void Dispose()
    {
        Deliveries.Dispose();
        Jobs.Dispose();
    }
}
