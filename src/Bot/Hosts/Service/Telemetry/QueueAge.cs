using System.Diagnostics.Metrics;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>
/// <c>whybot.queue.age.seconds</c>: how long the oldest delivery or job that is due has waited; not a number while the store is down. The store is asked in the background,
/// so that whoever collects metrics does not wait for it; the age itself is that of the moment.
/// </summary>
internal sealed class QueueAge : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private readonly DeliveryStore _deliveries;
    private readonly JobQueue _jobs;
    private readonly TimeProvider _time;
    private volatile Sample? _last;

    public QueueAge(Measurements measurements, DeliveryStore deliveries, JobQueue jobs, TimeProvider time)
    {
        (_deliveries, _jobs, _time) = (deliveries, jobs, time);
        measurements.Observe("whybot.queue.age.seconds", "s", "Age of the oldest delivery or job that is due.", () => _last is { } last ? [new Measurement<double>(Age(last))] : []);
    }

    /// <param name="Known">False where the store did not answer.</param>
    /// <param name="Oldest">Since when the oldest waits; null where nothing does.</param>
    private sealed record Sample(bool Known, DateTimeOffset? Oldest);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, _time);
        do
            _last = await SampleAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Sample> SampleAsync(CancellationToken cancel)
    {
        try
        {
            var oldest = (await _deliveries.QueueAsync(cancel)).OldestPending;
            var due = (await _jobs.CountAsync(cancel)).OldestDue;
            return new Sample(true, oldest < due || due is null ? oldest : due);
        }
        catch (StoreUnavailableException)
        {
            return new Sample(false, null);
        }
    }

    private double Age(Sample last) => !last.Known ? double.NaN : last.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0;
}
