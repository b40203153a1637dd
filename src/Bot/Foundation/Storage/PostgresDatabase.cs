using Npgsql;

namespace Whybot.Foundation.Storage;

/// <summary>A PostgreSQL database that several instances share; rows are taken with <c>for update skip locked</c>.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    /// <summary>An arbitrary number for an advisory lock that no other program uses in this database.</summary>
    private const long MigrationLock = 7_949_213_580;

    /// <summary>Classes of SQLSTATE: invalid values, and values that are too large.</summary>
    private const string DataException = "22";
    private const string LimitExceeded = "54";

    private readonly NpgsqlDataSource _source;

    /// <param name="connectionString">In Npgsql's format: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <exception cref="StoreUnavailableException">It cannot be reached or migrated.</exception>
    /// <exception cref="StoreVersionException">Another version of Whybot wrote it; nothing was changed.</exception>
    public PostgresDatabase(string connectionString)
    {
        try
        {
            _source = NpgsqlDataSource.Create(connectionString);
            using var connection = _source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            using (var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({MigrationLock})", connection, transaction))
            {
                wait.CommandTimeout = MigrationStep.Timeout;
                wait.ExecuteNonQuery();
            }
            Migrations.Apply(connection, transaction, Dialect.Postgres, $"the database {connection.Database} at {connection.Host}:{connection.Port}");
            transaction.Commit();
        }
        catch (Exception failure)
        {
            _source?.Dispose();
            if (failure is NpgsqlException or ArgumentException or TimeoutException)
                throw new StoreUnavailableException($"PostgreSQL: {failure.Message}", failure);
            throw;
        }
    }

    public string SkipLocked => "for update skip locked";

    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancel);
            return await read(new Session(connection, null, cancel));
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }

    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var result = await write(new Session(connection, transaction, cancel));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new StoreConflictException(conflict);
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith(DataException, StringComparison.Ordinal)
            || refused.SqlState.StartsWith(LimitExceeded, StringComparison.Ordinal))
        {
            throw new StoreRefusedException(refused);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }

    public async Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("""
                with given as (select * from unnest($1, $2, $3, $4, $5) as g (guid, hook_target, event, body, received_at)),
                kept as (
                    insert into deliveries as d (guid, hook_target, event, received_at) select guid, hook_target, event, received_at from given
                    on conflict (guid, hook_target) do update set redelivered = d.redelivered + 1, state = case d.state when 'failed' then 'pending' else d.state end
                    returning id, guid, hook_target, redelivered),
                bodies as (insert into delivery_bodies select id, body from kept join given using (guid, hook_target) where redelivered = 0)
                select guid, hook_target, redelivered from kept
                """, connection);
            insert.Parameters.Add(new() { Value = deliveries.Select(d => d.Guid).ToArray() });
            insert.Parameters.Add(new() { Value = deliveries.Select(d => d.HookTarget).ToArray() });
            insert.Parameters.Add(new() { Value = deliveries.Select(d => d.Event).ToArray() });
            insert.Parameters.Add(new() { Value = deliveries.Select(d => d.Body).ToArray() });
            insert.Parameters.Add(new() { Value = deliveries.Select(d => StoredTime.Of(d.ReceivedAt)).ToArray() });
            var again = new HashSet<(string, long)>();
            await using var rows = await insert.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (rows.GetInt64(2) > 0)
                    again.Add((rows.GetString(0), rows.GetInt64(1)));
            return [.. deliveries.Select(d => !again.Contains((d.Guid, d.HookTarget)))];
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
