using Dapper;
using Shouldly;
using Whybot.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Storage;

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
    public void A_file_that_cannot_be_opened_is_named()
    {
        _folder.Write("taken", "");
        Should.Throw<StoreUnavailableException>(() => new SqliteDatabase(Path.Combine(_folder.Path, "taken", "whybot.db"))).Message.ShouldContain("taken");

        _folder.Write("not.db", "this is no database, but it is long enough to look at its header");
        Should.Throw<StoreUnavailableException>(() => new SqliteDatabase(Path.Combine(_folder.Path, "not.db"))).Message.ShouldContain("not.db");
    }
}
