using Microsoft.Extensions.Primitives;
using Octokit.Webhooks;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deliveries;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>
/// Stores a verified delivery durably, with its secrets masked. Nothing else is called or read before the answer: GitHub waits 10 s, and
/// never repeats a delivery by itself.
/// </summary>
internal sealed partial class DeliveryProcessor(Reception reception, ConfiguredSecrets own, DeliveryStore store, WorkSignals signals, TimeProvider time,
    ILogger<DeliveryProcessor> logger) : WebhookEventProcessor
{
    /// <param name="body">Empty: what is stored is the bytes in the <see cref="Reception"/>.</param>
    public override async ValueTask ProcessWebhookAsync(IDictionary<string, StringValues> headers, string body, CancellationToken cancellationToken = default)
    {
        var sent = WebhookHeaders.Parse(headers);
        var target = long.TryParse(sent.HookInstallationTargetId, out var id) ? id : 0;
        var delivery = new Delivery(sent.Delivery!, target, sent.Event!, MaskedBody.Of(reception.Body, own), time.GetUtcNow());
        try
        {
            var isNew = await store.AddAsync(delivery, cancellationToken);
            signals.Deliveries.Signal();
            Stored(delivery.Guid, delivery.Event, isNew ? "new" : "again");
            reception.Status = StatusCodes.Status202Accepted;
        }
        catch (StoreUnavailableException failure)
        {
            NotStored(failure, delivery.Guid);
            reception.Status = StatusCodes.Status503ServiceUnavailable;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Delivery} ({Event}) stored, {State}")]
    private partial void Stored(string delivery, string @event, string state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be stored; answered 503")]
    private partial void NotStored(Exception failure, string delivery);
}
