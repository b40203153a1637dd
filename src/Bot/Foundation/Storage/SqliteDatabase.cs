using Dapper;
using Microsoft.Data.Sqlite;

namespace Whybot.Foundation.Storage;

/// <summary>
/// One SQLite file: WAL with <c>synchronous=FULL</c>, so a commit is on disk. SQLite has one writer at a time; writers in this process queue for one connection
/// instead of polling for the file's lock.
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    /// <summary>SQLITE_CONSTRAINT.</summary>
    private const int Constraint = 19;

    /// <summary>SQLITE_TOOBIG and SQLITE_MISMATCH.</summary>
    private const int TooBig = 18;
    private const int Mismatch = 20;

    private readonly string _file;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1);

    /// <param name="file">Created, with its folder, if it does not exist.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be opened or migrated.</exception>
    /// <exception cref="StoreVersionException">Another version of Whybot wrote it; nothing was changed.</exception>
    public SqliteDatabase(string file)
    {
        _file = file;
        SqliteConnection? writer = null;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            Check();
            writer = Open();
            // "immediate" takes the write lock at once: if two processes start together, one waits for the other.
            using var transaction = writer.BeginTransaction(deferred: false);
            Migrations.Apply(writer, transaction, Dialect.Sqlite, file);
            transaction.Commit();
            _writer = writer;
        }
        catch (Exception failure)
        {
            writer?.Dispose();
            if (failure is SqliteException or IOException or UnauthorizedAccessException)
                throw new StoreUnavailableException($"{file}: {failure.Message}", failure);
            throw;
        }
    }

    public string SkipLocked => "";

    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel)
    {
        try
        {
            await using var connection = Open();
            return await read(new Session(connection, null, cancel));
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }

    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            await using var transaction = _writer.BeginTransaction(deferred: false);
            var result = await write(new Session(_writer, transaction, cancel));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (SqliteException conflict) when (conflict.SqliteErrorCode == Constraint)
        {
            throw new StoreConflictException(conflict);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode is TooBig or Mismatch)
        {
            throw new StoreRefusedException(refused);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<Delivery> deliveries)
    {
        await _writing.WaitAsync();
        try
        {
            return Add(deliveries);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        await _writer.DisposeAsync();
        _writing.Dispose();
    }

    private List<bool> Add(IReadOnlyList<Delivery> deliveries)
    {
        using var transaction = _writer.BeginTransaction(deferred: false);
        using var insert = Command(transaction, """
            insert into deliveries (guid, hook_target, event, received_at) values ($guid, $target, $event, $at)
            on conflict (guid, hook_target) do update set redelivered = redelivered + 1, state = case state when 'failed' then 'pending' else state end
            returning case redelivered when 0 then id end
            """, "$guid", "$target", "$event", "$at");
        using var body = Command(transaction, "insert into delivery_bodies (delivery_id, body) values ($id, $body)", "$id", "$body");
        var isNew = new List<bool>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            insert.Parameters["$guid"].Value = delivery.Guid;
            insert.Parameters["$target"].Value = delivery.HookTarget;
            insert.Parameters["$event"].Value = delivery.Event;
            insert.Parameters["$at"].Value = StoredTime.Of(delivery.ReceivedAt);
            var id = insert.ExecuteScalar();
            isNew.Add(id is long);
            if (id is not long)
                continue;
            body.Parameters["$id"].Value = id;
            body.Parameters["$body"].Value = delivery.Body;
            body.ExecuteNonQuery();
        }
        transaction.Commit();
        return isNew;
    }

    private SqliteCommand Command(SqliteTransaction transaction, string sql, params string[] parameters)
    {
        var command = _writer.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <summary>Runs before the file is opened for writing, which would by itself set the journal mode and empty the log that another version left.</summary>
    private void Check()
    {
        if (!File.Exists(_file))
            return;
        using var connection = SqliteFile.ReadOnly(_file);
        try
        {
            connection.Open();
            Migrations.Check(connection, Dialect.Sqlite, _file);
        }
        catch (SqliteException)
        {
            // Opening it for writing will report what is wrong with it, or finish what a killed process left half done.
        }
    }

    private SqliteConnection Open()
    {
        var connection = SqliteFile.Connection(_file);
        try
        {
            connection.Open();
            connection.Execute("pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=5000; pragma foreign_keys=on");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
