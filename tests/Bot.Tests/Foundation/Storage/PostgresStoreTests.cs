using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

[Needs("PostgreSQL")]
public sealed class PostgresStoreTests : StoreConformance
{
    private readonly string _connection = PostgresServer.NewDatabase();

    private protected override IDatabase Open() => new PostgresDatabase(_connection);

    [Fact]
    public void A_server_that_does_not_answer_is_an_error_in_words() =>
        Should.Throw<StoreUnavailableException>(() => new PostgresDatabase($"Host=127.0.0.1;Port={Ports.Free()};Database=x;Username=x;Timeout=3"))
            .Message.ShouldStartWith("PostgreSQL: ");

    [Fact]
    public void A_connection_string_that_is_none_is_an_error_in_words() =>
        Should.Throw<StoreUnavailableException>(() => new PostgresDatabase("nonsense")).Message.ShouldStartWith("PostgreSQL: ");
}
