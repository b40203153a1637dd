using System.Diagnostics.Metrics;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>
/// <c>whybot.queue.age.seconds</c>: how long the oldest delivery or job that is due has waited; not a number while the store is down. The store is asked in the background,
/// so that whoever collects metrics does not wait for it; the age itself is that of the moment.
/// </summary>
internal sealed partial class QueueAge : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Until the first look: the start has better things to do.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private readonly DeliveryStore _deliveries;
    private readonly JobQueue _jobs;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueAge> _logger;
    private volatile Sample? _last;

    public QueueAge(Measurements measurements, DeliveryStore deliveries, JobQueue jobs, TimeProvider time, ILogger<QueueAge> logger)
    {
        (_deliveries, _jobs, _time, _logger) = (deliveries, jobs, time, logger);
        measurements.Observe("whybot.queue.age.seconds", "s", "Age of the oldest delivery or job that is due.", () => _last is { } last ? [new Measurement<double>(Age(last))] : []);
    }

    /// <param name="Known">False where the store did not answer.</param>
    /// <param name="Oldest">Since when the oldest waits; null where nothing does.</param>
    private sealed record Sample(bool Known, DateTimeOffset? Oldest);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            _last = await SampleAsync(stoppingToken);
            timer.Period = Period;
        }
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
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // A host ends with any of its background services; this one is not worth that.
            NotMeasured(failure);
            return new Sample(false, null);
        }
    }

    private double Age(Sample last) => !last.Known ? double.NaN : last.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0;

    [LoggerMessage(Level = LogLevel.Error, Message = "The age of the queue cannot be measured")]
    private partial void NotMeasured(Exception failure);
}
