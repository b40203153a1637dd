using System.Data.Common;
using Dapper;

namespace Whybot.Foundation.Storage;

/// <summary>
/// A connection in a transaction. Times are stored as described in <see cref="StoredTime"/> and flags as 0 or 1, so that the same SQL works on both engines.
/// </summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
{
    static Session()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        StoredTime.Register();
        StoredRepositoryId.Register();
        StoredTexts.Register();
    }

    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? arguments = null) => connection.ExecuteAsync(Command(sql, arguments));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? arguments = null) =>
        (await connection.QueryAsync<T>(Command(sql, arguments))).AsList();

    /// <returns>The first row; default if there is none.</returns>
    public Task<T?> FirstAsync<T>(string sql, object? arguments = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, arguments));

    private CommandDefinition Command(string sql, object? arguments) => new(sql, arguments, transaction, cancellationToken: cancel);
}
