namespace Whybot.Storage;

/// <summary>A database that the bot keeps its state in. SQLite for one machine, PostgreSQL for several instances; the same SQL runs on both.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>What a query adds to take rows that no other instance holds; empty where there is one writer only.</summary>
    string SkipLocked { get; }

    /// <summary>Reads; what others commit meanwhile may or may not be seen.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel);

    /// <summary>One transaction, durable when the task completes; all of it is rolled back when <paramref name="write"/> throws.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer or refuses.</exception>
    /// <exception cref="StoreConflictException">Another instance was first.</exception>
    Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel);

    /// <summary>Adds deliveries of distinct keys in one transaction.</summary>
    /// <returns>For each, whether it is new; one that failed is armed again.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries);
}

/// <summary>The store cannot be reached or refuses to write; try again later.</summary>
internal class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store works, and cannot hold what was to be written: a character that it has none of, a value that is too long.</summary>
internal sealed class StoreRefusedException(Exception inner) : StoreUnavailableException(inner.Message, inner);

/// <summary>Another version of Whybot wrote the store, and this one must leave it as it is.</summary>
internal sealed class StoreVersionException(string what, string advice) : StoreUnavailableException($"{what}: {advice}")
{
    /// <summary>Names the store, and what is in the way.</summary>
    public string What { get; } = what;

    /// <summary>What to do.</summary>
    public string Advice { get; } = advice;
}

/// <summary>A row that must be the only one of its key is there already.</summary>
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
