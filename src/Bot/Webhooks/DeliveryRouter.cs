using System.Text.Json;
using Whybot.GitHub;
using Whybot.Pipeline;
using Whybot.Queue;
using Whybot.Storage;
using Whybot.Webhooks.Events;

namespace Whybot.Webhooks;

/// <summary>Reads stored deliveries and asks for the jobs that they call for. A delivery and its jobs are one transaction; a delivery that cannot be read fails alone.</summary>
internal sealed partial class DeliveryRouter(DeliveryStore deliveries, EventReaders readers, Reactions reactions, Wakeups wakeups, Measurements measurements, ILogger<DeliveryRouter> logger)
    : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await RouteAsync(stoppingToken) == 0)
                    await wakeups.Deliveries.WaitAsync(Poll, stoppingToken);
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

    /// <returns>How many deliveries were read.</returns>
    public async Task<int> RouteAsync(CancellationToken cancel)
    {
        var routed = await deliveries.TakeAsync(Batch, RouteAsync, cancel);
        if (routed > 0)
            wakeups.Jobs.Signal();
        return routed;
    }

    private async Task<DeliveryOutcome> RouteAsync(Session session, StoredDelivery delivery)
    {
        var outcome = await ReadAsync(session, delivery);
        measurements.Deliveries.Add(1, new("event", readers.Names.Contains(delivery.Event) ? delivery.Event : "other"), new("outcome", outcome.State));
        Routed(delivery.Guid, delivery.Event, outcome.State, outcome.Note);
        return outcome;
    }

    private async Task<DeliveryOutcome> ReadAsync(Session session, StoredDelivery delivery)
    {
        Reaction reaction;
        try
        {
            using var document = JsonDocument.Parse(delivery.Body);
            reaction = readers.Read(delivery.Event, new WebhookPayload(document.RootElement));
        }
        catch (JsonException broken)
        {
            return DeliveryOutcome.Failed($"not JSON: {broken.Message}");
        }
        return DeliveryOutcome.Done(await reactions.CarryOutAsync(session, reaction, delivery.Guid));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Delivery} ({Event}): {State}, {Note}")]
    private partial void Routed(string delivery, string @event, string state, string note);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries cannot be read from the store")]
    private partial void CannotRoute(Exception failure);
}
