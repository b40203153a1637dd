using Whybot.Foundation.Storage;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>A store that does not answer.</summary>
internal sealed class DownDatabase : IDatabase
{
    public string SkipLocked => "";

    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel) => throw new StoreUnavailableException("it does not answer");

    public Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel) => throw new StoreUnavailableException("it does not answer");

    public Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries) => throw new StoreUnavailableException("it does not answer");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
