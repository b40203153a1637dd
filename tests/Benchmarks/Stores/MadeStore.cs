using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;
using Whybot.Foundation.Storage;
using Whybot.Testing;

namespace Whybot.Benchmarks.Stores;

/// <summary>A store that an earlier program fills; it is looked at from beside, without the program of today.</summary>
internal abstract class MadeStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the program works.</summary>
    public string Folder => _folder.Path;

    /// <summary>Connection string; null for SQLite.</summary>
    public abstract string? Postgres { get; }

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>The whole store as SQL.</summary>
    public abstract Task<string> DumpAsync(CancellationToken cancel);

    /// <summary>Names of its tables.</summary>
    public abstract Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancel);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed class SqliteStore : MadeStore
{
    public override string? Postgres => null;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = SqliteFile.Connection(Path.Combine(Folder, "whybot.db"));
        await connection.OpenAsync(cancel);
        return connection;
    }

    public override async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return [.. await connection.QueryAsync<string>("select name from sqlite_master where type = 'table' order by rowid")];
    }

    public override async Task<string> DumpAsync(CancellationToken cancel)
    {
        var text = new StringBuilder();
        await using var connection = await OpenAsync(cancel);
        foreach (var (type, name, sql) in await connection.QueryAsync<(string, string, string)>(
            "select type, name, sql from sqlite_master where sql is not null order by case type when 'table' then 0 when 'index' then 1 else 2 end, rowid"))
        {
            text.Append(sql).Append(";\n");
            if (type == "table")
                await RowsAsync(connection, name, text, cancel);
        }
        return text.ToString();
    }

    private static async Task RowsAsync(DbConnection connection, string table, StringBuilder text, CancellationToken cancel)
    {
        await using var rows = await connection.ExecuteReaderAsync($"select * from {table} order by rowid");
        while (await rows.ReadAsync(cancel))
            text.Append($"insert into {table} values ({string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(i => Literal(rows.GetValue(i))))});\n");
    }

    private static string Literal(object value) => value switch
    {
        DBNull => "null",
        long number => number.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => $"x'{Convert.ToHexStringLower(bytes)}'",
        string words => $"'{words.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new NotSupportedException($"{value.GetType()} is in no store"),
    };
}

internal sealed class PostgresStore(string connectionString) : MadeStore
{
    /// <summary>Beginnings of lines of a dump.</summary>
    private static readonly string[] Noise = ["--", "\\", "SET ", "SELECT pg_catalog.set_config("];

    public override string? Postgres => connectionString;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    public override async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return [.. await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = 'public' order by tablename")];
    }

    public override async Task<string> DumpAsync(CancellationToken cancel)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments = ["--inserts", "--no-owner", "--no-privileges", $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}"];
        var start = new ProcessStartInfo("pg_dump", [.. arguments, server.Database!]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync(cancel);
        await dump.WaitForExitAsync(cancel);
        if (dump.ExitCode != 0)
            throw new InvalidOperationException($"pg_dump ended with {dump.ExitCode}");
        return Statements(text);
    }

    /// <summary>
    /// What makes tables and rows: no comments, no settings of the session, which differ from one pg_dump to the next, and no commands of psql. Lines within a
    /// quoted text stay as they are.
    /// </summary>
    private static string Statements(string dump)
    {
        var text = new StringBuilder();
        var isQuoted = false;
        foreach (var line in dump.Split('\n'))
        {
            if (!isQuoted && (line.Length == 0 || Noise.Any(n => line.StartsWith(n, StringComparison.Ordinal))))
                continue;
            text.Append(line).Append('\n');
            isQuoted ^= line.Count(c => c == '\'') % 2 == 1;
        }
        return text.ToString();
    }
}
