using System.Globalization;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Whybot.Storage;

/// <summary>
/// Deliveries in one SQLite file: WAL with <c>synchronous=FULL</c>, so a commit is on the disk. One writer takes all that waits into one commit:
/// the cost of a sync is shared by as many deliveries as came in the meantime.
/// </summary>
internal sealed class SqliteDeliveryStore : IDeliveryStore, IDisposable
{
    private const int MostInOneCommit = 512;
    private const int MostWaiting = 20_000;

    private readonly string _file;
    private readonly SqliteConnection _writer;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Thread _thread;

    private sealed record Waiting(Delivery Delivery, TaskCompletionSource<bool> Done);

    /// <param name="file">Made, with its folder, when it does not exist.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be opened or migrated.</exception>
    public SqliteDeliveryStore(string file)
    {
        _file = file;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            _writer = Open();
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"{file}: {failure.Message}", failure);
        }
        try
        {
            Migrations.Apply(_writer);
        }
        catch (SqliteException failure)
        {
            _writer.Dispose();
            throw new StoreUnavailableException($"{file}: {failure.Message}", failure);
        }
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "delivery writer" };
        _thread.Start();
    }

    public async Task<bool> AddAsync(Delivery delivery, CancellationToken cancel)
    {
        var waiting = new Waiting(delivery, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(waiting))
            throw new StoreUnavailableException("too many deliveries wait to be written");
        return await waiting.Done.Task.WaitAsync(cancel);
    }

    public Task<QueueState> QueueAsync(CancellationToken cancel)
    {
        try
        {
            using var reader = Open();
            var (pending, oldest) = reader.QuerySingle<(long, string?)>("select count(*), min(received_at) from deliveries where state = 'pending'");
            return Task.FromResult(new QueueState(pending, oldest is null ? null : DateTimeOffset.Parse(oldest, CultureInfo.InvariantCulture)));
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }

    /// <summary>Writes what still waits, then closes the file.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        _writer.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = SqliteLibrary.Connection(_file);
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

    private void WriteAll()
    {
        var batch = new List<Waiting>(MostInOneCommit);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            Write(batch);
        }
    }

    private void Write(List<Waiting> batch)
    {
        try
        {
            using var transaction = _writer.BeginTransaction();
            using var insert = Insert(transaction);
            var isNew = batch.ConvertAll(w => Add(insert, w.Delivery));
            transaction.Commit();
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.TrySetResult(isNew[i]);
        }
        catch (Exception failure)
        {
            foreach (var waiting in batch)
                waiting.Done.TrySetException(new StoreUnavailableException(failure.Message, failure));
        }
    }

    private SqliteCommand Insert(SqliteTransaction transaction)
    {
        var insert = _writer.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            insert into deliveries (guid, hook_target, event, body, received_at) values ($guid, $target, $event, $body, $at)
            on conflict (guid, hook_target) do update set redelivered = redelivered + 1, state = case state when 'failed' then 'pending' else state end
            returning redelivered
            """;
        foreach (var name in new[] { "$guid", "$target", "$event", "$body", "$at" })
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        return insert;
    }

    private static bool Add(SqliteCommand insert, Delivery delivery)
    {
        insert.Parameters["$guid"].Value = delivery.Guid;
        insert.Parameters["$target"].Value = delivery.HookTarget;
        insert.Parameters["$event"].Value = delivery.Event;
        insert.Parameters["$body"].Value = delivery.Body.ToArray();
        insert.Parameters["$at"].Value = delivery.ReceivedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return (long)insert.ExecuteScalar()! == 0;
    }
}
