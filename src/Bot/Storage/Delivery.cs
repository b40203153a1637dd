namespace Whybot.Storage;

/// <summary>One webhook request as it was received.</summary>
/// <param name="Guid">GitHub's id of the delivery; a redelivery has the same one.</param>
/// <param name="HookTarget">Id of what the webhook is installed on; several webhooks share a guid, so the key consists of both.</param>
/// <param name="Event">Name of the event, for example <c>workflow_run</c>.</param>
/// <param name="Body">The bytes whose signature was verified; if they contain a secret, it is masked.</param>
internal sealed record Delivery(string Guid, long HookTarget, string Event, byte[] Body, DateTimeOffset ReceivedAt);

/// <summary>A delivery that is waiting to be acted on.</summary>
internal sealed record StoredDelivery
{
    public required long Id { get; init; }
    public required string Guid { get; init; }
    public required string Event { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>The state of the queue of deliveries.</summary>
/// <param name="OldestPending">When the oldest unprocessed delivery was received; null if there is none.</param>
internal sealed record QueueState(long Pending, DateTimeOffset? OldestPending);
