using System.Data.Common;
using Dapper;
using Npgsql;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>A store as an earlier program left it, from its text in <c>Storage/Stores</c>.</summary>
internal sealed class OldStore : IAsyncDisposable
{
    private static readonly string Texts = Path.Combine(Repository.Root, "tests", "Bot.Tests", "Foundation", "Storage", "Stores");

    /// <summary>Each commit that changed the schema, oldest first, as <c>scripts/stores</c> has them.</summary>
    private static readonly string[] Commits =
        ["2739043", "f789402", "8aa3972", "4d39b81", "d92e9ef", "e676ced", "b457bb9", "3da4c3b", "2b0268e", "021672a", "6e70551", "192ddf7", "58bc1d3",
            "2fa129d", "f88e2ae", "09eecfe"];

    private readonly TemporaryFolder _folder = new();

    /// <param name="name">Of the text: <c>02-f789402.postgres</c>.</param>
    public OldStore(string name)
    {
        Postgres = name.EndsWith(".postgres", StringComparison.Ordinal) ? PostgresServer.NewDatabase() : null;
        if (Postgres is null)
            using (var connection = Connect())
                connection.Execute("pragma journal_mode = wal");
        Execute(System.IO.File.ReadAllText(Path.Combine(Texts, $"{name}.sql")));
    }

    /// <summary>The names of all texts; the first schema was one of SQLite only.</summary>
    public static TheoryData<string> All =>
        [.. Commits.SelectMany((c, i) => new[] { $"{i + 1:00}-{c}.sqlite", $"{i + 1:00}-{c}.postgres" }).Where(n => n != "01-2739043.postgres")];

    public string Folder => _folder.Path;

    /// <summary>Connection string; null for SQLite.</summary>
    public string? Postgres { get; }

    /// <summary>Where the service looks for it, too.</summary>
    public string File => Path.Combine(_folder.Path, "whybot.db");

    /// <summary>Opens it as the program does, which brings it up to date.</summary>
    public IDatabase Open() => Postgres is null ? new SqliteDatabase(File) : new PostgresDatabase(Postgres);

    public async Task UpgradeAsync() => await Open().DisposeAsync();

    public StoreState Read()
    {
        using var connection = Connect();
        return StoreState.Read(connection);
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        connection.Execute(sql, transaction: transaction);
        transaction.Commit();
    }

    /// <summary>From beside, without the program.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = Postgres is null ? SqliteFile.Connection(File) : new NpgsqlConnection(Postgres + ";Pooling=false");
        connection.Open();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
