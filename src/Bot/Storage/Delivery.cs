namespace Whybot.Storage;

/// <summary>One webhook request as it came.</summary>
/// <param name="Guid">GitHub's id of the delivery; a redelivery has the same.</param>
/// <param name="HookTarget">Id of what the webhook is installed on; several webhooks share a guid, so both are the key.</param>
/// <param name="Event">Name of the event, for example <c>workflow_run</c>.</param>
/// <param name="Body">The bytes whose signature was verified; where they hold a secret, it is masked.</param>
internal sealed record Delivery(string Guid, long HookTarget, string Event, byte[] Body, DateTimeOffset ReceivedAt);

/// <summary>A delivery that waits to be acted upon.</summary>
internal sealed record StoredDelivery
{
    public required long Id { get; init; }
    public required string Guid { get; init; }
    public required string Event { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>What the queue of deliveries looks like.</summary>
/// <param name="OldestPending">When the oldest unprocessed delivery came; null when there is none.</param>
internal sealed record QueueState(long Pending, DateTimeOffset? OldestPending);
