using Dapper;
using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

public sealed class SqliteStoreTests : StoreConformance
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "data", "whybot.db");

    private protected override IDatabase Open() => new SqliteDatabase(File);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void The_file_keeps_a_write_ahead_log()
    {
        using var connection = SqliteFile.Connection(File);
        connection.Open();

        connection.QuerySingle<string>("pragma journal_mode").ShouldBe("wal");
    }

    [Fact]
    public void SQLite_is_the_packages_own_and_not_an_older_one_of_the_machine()
    {
        using var connection = SqliteFile.Connection(File);

        Version.Parse(connection.ServerVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 53));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Each_connection_syncs_its_commits_waits_for_locks_and_holds_foreign_keys(bool writing)
    {
        await using var database = new SqliteDatabase(File);
        Task<long> PragmaAsync(string name) => writing
            ? database.WriteAsync(session => session.FirstAsync<long>($"pragma {name}"), Cancel)
            : database.ReadAsync(session => session.FirstAsync<long>($"pragma {name}"), Cancel);

        (await PragmaAsync("synchronous")).ShouldBe(2, "FULL");
        (await PragmaAsync("busy_timeout")).ShouldBe(5000);
        (await PragmaAsync("foreign_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        var database = new SqliteDatabase(Path.Combine(_folder.Path, "closed", "whybot.db"));
        await database.ReadAsync(session => session.FirstAsync<long>("select count(*) from deliveries"), Cancel);
        await database.WriteAsync(session => session.ExecuteAsync("delete from deliveries"), Cancel);
        await database.DisposeAsync();

        Directory.GetFiles(Path.Combine(_folder.Path, "closed")).ShouldBe([Path.Combine(_folder.Path, "closed", "whybot.db")]);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named()
    {
        _folder.Write("taken", "");
        Should.Throw<StoreUnavailableException>(() => new SqliteDatabase(Path.Combine(_folder.Path, "taken", "whybot.db"))).Message.ShouldContain("taken");

        _folder.Write("not.db", "this is no database, but it is long enough to look at its header");
        Should.Throw<StoreUnavailableException>(() => new SqliteDatabase(Path.Combine(_folder.Path, "not.db"))).Message.ShouldContain("not.db");
    }
}
