using System.Diagnostics.Metrics;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deliveries;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>
/// <c>whybot.queue.age.seconds</c>: how long the oldest due delivery or job has been waiting; NaN while the store is down. The store is queried in the
/// background, so that collecting metrics does not wait for it; the age itself is computed at the time of collection.
/// </summary>
internal sealed partial class QueueAge : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Delay before the first query: startup has better things to do.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private readonly DeliveryStore _deliveries;
    private readonly JobQueue _jobs;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueAge> _logger;
    private volatile Sample? _last;

    public QueueAge(WhybotMetrics metrics, DeliveryStore deliveries, JobQueue jobs, TimeProvider time, ILogger<QueueAge> logger)
    {
        (_deliveries, _jobs, _time, _logger) = (deliveries, jobs, time, logger);
        metrics.Observe("whybot.queue.age.seconds", "s", "Age of the oldest delivery or job that is due.", () => _last is { } last
            ? [new Measurement<double>(Age(last))] : []);
    }

    /// <param name="Known">False if the store did not answer.</param>
    /// <param name="Oldest">When the oldest one started waiting; null if nothing is waiting.</param>
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
            // An exception here would stop the host; this service is not worth that.
            NotMeasured(failure);
            return new Sample(false, null);
        }
    }

    private double Age(Sample last) => !last.Known ? double.NaN : last.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0;

    [LoggerMessage(Level = LogLevel.Error, Message = "The age of the queue cannot be measured")]
    private partial void NotMeasured(Exception failure);
}
