using Whybot.Foundation.Storage;

namespace Whybot.Intake.Actions.State;

/// <summary>The store of one workflow run: a file on the runner, made from the state's branch, and replaced when the branch has moved.</summary>
internal sealed class WorkingCopy : IDatabase
{
    private SqliteDatabase? _open;

    /// <summary>Null until it is opened.</summary>
    public string? File { get; private set; }

    public string SkipLocked => "";

    /// <summary>Leaves the file that was open, and works on another one.</summary>
    /// <param name="file">Created if it does not exist.</param>
    /// <exception cref="StoreUnavailableException">It is not a store, or one of another version.</exception>
    public async Task OpenAsync(string file)
    {
        await DisposeAsync();
        _open = new SqliteDatabase(file);
        File = file;
    }

    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel) => Open.ReadAsync(read, cancel);

    public Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel) => Open.WriteAsync(write, cancel);

    public Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries) => Open.AddAsync(deliveries);

    public async ValueTask DisposeAsync()
    {
        if (_open is { } open)
            await open.DisposeAsync();
        _open = null;
    }

    private SqliteDatabase Open => _open ?? throw new StoreUnavailableException("the state has not been read yet");
}
