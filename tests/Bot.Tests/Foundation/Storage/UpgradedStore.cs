using System.Collections.Concurrent;
using Npgsql;
using Whybot.Foundation.Storage;
using Whybot.Testing;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What an old store held before and after its upgrade; each is upgraded once for all tests that only look at it.</summary>
internal sealed record UpgradedStore(StoreState Before, StoreState After)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<UpgradedStore>>> Upgraded = new(StringComparer.Ordinal);
    private static readonly Lazy<Task<StoreState>> NewSqlite = new(NewSqliteAsync);
    private static readonly Lazy<Task<StoreState>> NewPostgres = new(NewPostgresAsync);

    /// <param name="name">As <see cref="OldStore"/> takes it.</param>
    public static Task<UpgradedStore> OfAsync(string name) => Upgraded.GetOrAdd(name, n => new(() => UpgradeAsync(n))).Value;

    /// <summary>A store that today's program has made, of the same engine.</summary>
    public static Task<StoreState> NewAsync(string name) => (name.EndsWith(".postgres", StringComparison.Ordinal) ? NewPostgres : NewSqlite).Value;

    private static async Task<UpgradedStore> UpgradeAsync(string name)
    {
        await using var store = new OldStore(name);
        var before = store.Read();
        await store.UpgradeAsync();
        return new UpgradedStore(before, store.Read());
    }

    private static async Task<StoreState> NewSqliteAsync()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "new.db");
        await new SqliteDatabase(file).DisposeAsync();
        using var connection = SqliteFile.ReadOnly(file);
        return StoreState.Read(connection);
    }

    private static async Task<StoreState> NewPostgresAsync()
    {
        var database = PostgresServer.NewDatabase();
        await new PostgresDatabase(database).DisposeAsync();
        await using var connection = new NpgsqlConnection(database);
        return StoreState.Read(connection);
    }
}
