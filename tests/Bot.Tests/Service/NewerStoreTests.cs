using Dapper;
using Npgsql;
using Shouldly;
using Whybot.Bot.Tests.Foundation.Storage;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A store that another version has made is left as it is, and whoever starts the program is told what to do.</summary>
[Needs("processes")]
public sealed class NewerStoreTests : IDisposable
{
    private const string Advice = ": start the newer version, or restore the backup from before the upgrade";
    private const string Newer = "insert into schema_migrations (number, name, sha256) values (4711, '4711-claims', 'x')";
    private static readonly string[] Ends = ["", "-wal"];
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "whybot.db");

    public void Dispose() => _folder.Dispose();

    /// <summary>As a newer program leaves it when it is killed: what it wrote last is in the log beside the file.</summary>
    private async Task KilledAsync()
    {
        var running = Path.Combine(_folder.Path, "running.db");
        await new SqliteDatabase(running).DisposeAsync();
        using var connection = SqliteFile.Connection(running);
        connection.Open();
        connection.Execute($"pragma wal_autocheckpoint = 0; {Newer}");
        foreach (var end in Ends)
            System.IO.File.Copy(running + end, File + end);
    }

    private Task<byte[][]> BytesAsync() =>
        Task.WhenAll(Ends.Select(e => System.IO.File.ReadAllBytesAsync(File + e, TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("worklog", "team/shop", "staging")]
    [InlineData("digest", "team/shop")]
    [InlineData("rebuild", "team/shop")]
    [InlineData("replay", "--delivery", "some-delivery")]
    public async Task No_command_opens_it_and_each_says_why(params string[] command)
    {
        await KilledAsync();
        var before = await BytesAsync();
        using var service = new ServiceProcess(_folder.Path);

        var (code, output, errors) = await service.EndedAsync(command);

        var said = output + errors;
        said.ShouldContain($"whybot.db was written by a newer version of Whybot (its schema is 4711; this version knows up to {Migration.All[^1].Number})");
        said.ShouldContain(Advice[2..]);
        code.ShouldBe(command[0] == "doctor" ? 1 : 3);
        (await BytesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_sentence_is_one_and_no_file_is_made_beside_it()
    {
        await new SqliteDatabase(File).DisposeAsync();
        // A newer version need not keep it as this one does.
        using (var connection = SqliteFile.Connection(File))
            connection.Execute($"pragma journal_mode = delete; {Newer}");
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        Should.Throw<StoreVersionException>(() => new SqliteDatabase(File)).Message
            .ShouldBe($"{File} was written by a newer version of Whybot (its schema is 4711; this version knows up to {Migration.All[^1].Number}){Advice}");

        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
        Directory.GetFiles(_folder.Path).ShouldBe([File]);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_named_and_left_as_it_is()
    {
        var database = PostgresServer.NewDatabase();
        await new PostgresDatabase(database).DisposeAsync();
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync("delete from schema_migrations where number = 10; insert into schema_migrations (number, name) values (4711, 'x')");
        var before = StoreState.Read(connection);

        Should.Throw<StoreVersionException>(() => new PostgresDatabase(database)).Message
            .ShouldStartWith($"the database {connection.Database} at 127.0.0.1:{connection.Port} was written by a newer version of Whybot (its");

        StoreState.Read(connection).Everything.ShouldBe(before.Everything);
    }

    [Fact]
    public async Task A_store_with_another_text_of_a_migration_is_refused_too()
    {
        await new SqliteDatabase(File).DisposeAsync();
        using (var connection = SqliteFile.Connection(File))
            connection.Execute("update schema_migrations set sha256 = 'another' where number = 10");

        Should.Throw<StoreVersionException>(() => new SqliteDatabase(File)).Message.ShouldContain("its migration 0010-hashes differs from this version's");
    }
}
