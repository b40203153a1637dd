namespace Whybot.Foundation.Storage;

/// <summary>The database with the bot's state. SQLite for one machine, PostgreSQL for several instances; the same SQL runs on both.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>What a query adds in order to take only rows that no other instance holds; empty if there is only one writer.</summary>
    string SkipLocked { get; }

    /// <summary>Reads; changes that others commit in the meantime may or may not be seen.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel);

    /// <summary>One transaction, durable when the task completes; everything is rolled back if <paramref name="write"/> throws.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer or refuses.</exception>
    /// <exception cref="StoreConflictException">Another instance was first.</exception>
    Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel);

    /// <summary>Adds deliveries with distinct keys in one transaction.</summary>
    /// <returns>For each, whether it is new; one that had failed is rearmed.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries);
}

/// <summary>The store cannot be reached or refuses to write; try again later.</summary>
internal class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store works but cannot store the given value: a character that it does not support, or a value that is too long.</summary>
internal sealed class StoreRefusedException(Exception inner) : StoreUnavailableException(inner.Message, inner);

/// <summary>Another version of Whybot wrote the store, and this one must not change it.</summary>
internal sealed class StoreVersionException(string what, string advice) : StoreUnavailableException($"{what}: {advice}")
{
    /// <summary>Names the store and the problem.</summary>
    public string What { get; } = what;

    /// <summary>How to fix it.</summary>
    public string Advice { get; } = advice;
}

/// <summary>A row whose key must be unique already exists.</summary>
internal sealed class StoreConflictException(Exception inner) : Exception(inner.Message, inner);

internal static class DatabaseWrites
{
    public static Task WriteAsync(this IDatabase database, Func<Session, Task> write, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            await write(session);
            return true;
        }, cancel);
}
