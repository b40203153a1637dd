namespace Whybot.Storage;

/// <summary>Keeps deliveries. What <see cref="AddAsync"/> has answered survives the process and the machine's power.</summary>
internal interface IDeliveryStore
{
    /// <summary>Completes when the delivery is durable.</summary>
    /// <returns>True for a new one; false for a redelivery, which re-arms one that failed.</returns>
    /// <exception cref="StoreUnavailableException">It could not be stored; nothing was acknowledged.</exception>
    Task<bool> AddAsync(Delivery delivery, CancellationToken cancel);

    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    Task<QueueState> QueueAsync(CancellationToken cancel);
}

/// <summary>The store cannot be reached or refuses to write; try again later.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
