namespace Whybot.Foundation.Storage;

internal static class StorageServices
{
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public static IDatabase Open(StoreSettings settings) =>
        settings.Postgres is { Length: > 0 } connection ? new PostgresDatabase(connection) : new SqliteDatabase(settings.File);

    /// <summary>The database.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(s => Open(s.GetRequiredService<StoreSettings>()));
}
