namespace Whybot.Memory.Deliveries;

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
