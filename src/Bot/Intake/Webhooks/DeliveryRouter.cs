using System.Diagnostics;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Intake.Webhooks.Events;
using Whybot.Memory.Deliveries;

namespace Whybot.Intake.Webhooks;

/// <summary>
/// Reads stored deliveries and requests the jobs that they call for. A delivery and its jobs are one transaction; a delivery that cannot be read
/// fails separately.
/// </summary>
internal sealed partial class DeliveryRouter(DeliveryStore deliveries, EventReaders readers, IntentExecutor reactions, WorkSignals signals,
    TimeProvider time, WhybotMetrics metrics, ILogger<DeliveryRouter> logger)
    : BackgroundService
{
    private const int Batch = 1000;
    private const int LongestNote = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Pause between batches, so that batches are large under load: a commit by the router blocks the receipt of new deliveries.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How many times as long as a batch took the router then rests: reading costs more than receiving, and what arrives meanwhile is stored before it is read.
    /// </summary>
    private const int Rest = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                var began = Stopwatch.GetTimestamp();
                if (await RouteAsync(stoppingToken) == 0)
                    await signals.Deliveries.WaitAsync(Poll, time, stoppingToken);
                else
                    await Task.Delay(TimeSpan.FromTicks(Math.Max(Pace.Ticks, Rest * Stopwatch.GetElapsedTime(began).Ticks)), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                CannotRoute(failure);
                await Task.Delay(Poll, time, CancellationToken.None);
            }
    }

    private async Task<int> RouteAsync(CancellationToken cancel)
    {
        var routed = await deliveries.TakeAsync(Batch, d => readers.Read(d.Event, d.Body), ExecuteAsync, cancel, Routed);
        if (routed > 0)
            signals.Jobs.Signal();
        return routed;
    }

    private async Task<DeliveryOutcome> ExecuteAsync(Session session, StoredDelivery delivery, Reading read)
    {
        if (read.Reaction is not { } reaction)
            return DeliveryOutcome.Failed($"cannot be read: {read.Problem}");
        var note = await reactions.ExecuteAsync(session, reaction, delivery.Guid, delivery.ReceivedAt);
        return DeliveryOutcome.Done(PlainText.Of(note, LongestNote)) with { Roughly = read.Problem };
    }

    private void Routed(StoredDelivery delivery, DeliveryOutcome outcome)
    {
        metrics.Deliveries.Add(1, new("event", readers.Knows(delivery.Event) ? delivery.Event : "other"), new("outcome", outcome.State));
        if (outcome.Roughly is { } problem)
            ReadRoughly(delivery.Guid, delivery.Event, outcome.Note, problem);
        else
            Routed(delivery.Guid, delivery.Event, outcome.State, outcome.Note);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Delivery} ({Event}): {State}, {Note}")]
    private partial void Routed(string delivery, string @event, string state, string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} ({Event}) was read roughly: {Note}; {Problem}")]
    private partial void ReadRoughly(string delivery, string @event, string note, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries cannot be read from the store")]
    private partial void CannotRoute(Exception failure);
}
