using System.Text.Json;
using Whybot.GitHub;
using Whybot.Pipeline;
using Whybot.Queue;
using Whybot.Storage;
using Whybot.Webhooks.Events;

namespace Whybot.Webhooks;

/// <summary>
/// Reads stored deliveries and asks for the jobs that they call for. A delivery and its jobs are one transaction; a delivery that cannot be read
/// fails alone.
/// </summary>
internal sealed partial class DeliveryRouter(DeliveryStore deliveries, EventReaders readers, Reactions reactions, Wakeups wakeups,
    Measurements measurements, ILogger<DeliveryRouter> logger)
    : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Between batches, so that under load each is large: a commit of the router's keeps the receipt of new ones waiting.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await RouteAsync(stoppingToken) == 0)
                    await wakeups.Deliveries.WaitAsync(Poll, stoppingToken);
                else
                    await Task.Delay(Pace, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                CannotRoute(failure);
                await Task.Delay(Poll, CancellationToken.None);
            }
    }

    private async Task<int> RouteAsync(CancellationToken cancel)
    {
        var routed = await deliveries.TakeAsync(Batch, Read, CarryOutAsync, cancel);
        if (routed > 0)
            wakeups.Jobs.Signal();
        return routed;
    }

    /// <summary>What a delivery asks for; or why it cannot be read.</summary>
    private (Reaction? Reaction, string? Problem) Read(StoredDelivery delivery)
    {
        try
        {
            using var document = JsonDocument.Parse(delivery.Body);
            return (readers.Read(delivery.Event, new WebhookPayload(document.RootElement)), null);
        }
        catch (JsonException broken)
        {
            return (null, delivery.Body.AsSpan().StartsWith("payload="u8) ? "sent as a form; set the webhook's content type to application/json"
                : $"not JSON: {broken.Message}");
        }
    }

    private async Task<DeliveryOutcome> CarryOutAsync(Session session, StoredDelivery delivery, (Reaction? Reaction, string? Problem) read)
    {
        var outcome = read.Reaction is { } reaction ? DeliveryOutcome.Done(await reactions.CarryOutAsync(session, reaction, delivery.Guid))
            : DeliveryOutcome.Failed(read.Problem!);
        measurements.Deliveries.Add(1, new("event", readers.Names.Contains(delivery.Event) ? delivery.Event : "other"), new("outcome", outcome.State));
        Routed(delivery.Guid, delivery.Event, outcome.State, outcome.Note);
        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Delivery} ({Event}): {State}, {Note}")]
    private partial void Routed(string delivery, string @event, string state, string note);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries cannot be read from the store")]
    private partial void CannotRoute(Exception failure);
}
