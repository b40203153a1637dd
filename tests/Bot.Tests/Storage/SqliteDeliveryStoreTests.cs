using Dapper;
using Microsoft.Data.Sqlite;
using Shouldly;
using Whybot.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Storage;

public sealed class SqliteDeliveryStoreTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.Path, "data", "whybot.db");

    private static Delivery Delivery(string guid, long target = 1, string body = "{}") => new(guid, target, "push", System.Text.Encoding.UTF8.GetBytes(body), At);

    private SqliteConnection Open()
    {
        var connection = SqliteLibrary.Connection(File);
        connection.Open();
        return connection;
    }

    [Fact]
    public async Task A_delivery_is_there_after_the_store_was_opened_again()
    {
        using (var store = new SqliteDeliveryStore(File))
            (await store.AddAsync(Delivery("a", body: "{\"x\":1}"), Cancel)).ShouldBeTrue();

        using var again = new SqliteDeliveryStore(File);
        (await again.QueueAsync(Cancel)).ShouldBe(new QueueState(1, At));
        using var connection = Open();
        connection.QuerySingle<string>("select cast(body as text) from deliveries").ShouldBe("{\"x\":1}");
    }

    [Fact]
    public async Task A_redelivery_is_the_same_delivery_and_another_hooks_is_another()
    {
        using var store = new SqliteDeliveryStore(File);

        (await store.AddAsync(Delivery("a"), Cancel)).ShouldBeTrue();
        (await store.AddAsync(Delivery("a"), Cancel)).ShouldBeFalse();
        (await store.AddAsync(Delivery("a", target: 2), Cancel)).ShouldBeTrue();

        (await store.QueueAsync(Cancel)).Pending.ShouldBe(2);
    }

    [Theory]
    [InlineData("failed", "pending")]
    [InlineData("done", "done")]
    public async Task A_redelivery_arms_one_that_failed_again_and_leaves_one_that_is_done(string state, string after)
    {
        using var store = new SqliteDeliveryStore(File);
        await store.AddAsync(Delivery("a"), Cancel);
        using var connection = Open();
        connection.Execute("update deliveries set state = @state", new { state });

        await store.AddAsync(Delivery("a"), Cancel);

        connection.QuerySingle<string>("select state from deliveries").ShouldBe(after);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept()
    {
        using var store = new SqliteDeliveryStore(File);

        var added = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => store.AddAsync(Delivery($"d{i % 1500}"), Cancel)));

        added.Count(isNew => isNew).ShouldBe(1500);
        (await store.QueueAsync(Cancel)).Pending.ShouldBe(1500);
    }

    [Fact]
    public void The_file_keeps_a_write_ahead_log()
    {
        using var store = new SqliteDeliveryStore(File);
        using var connection = Open();

        connection.QuerySingle<string>("pragma journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task Two_processes_may_open_the_file_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new SqliteDeliveryStore(File), Cancel)));

        foreach (var store in stores)
            (await store.AddAsync(Delivery(Guid.NewGuid().ToString()), Cancel)).ShouldBeTrue();
        foreach (var store in stores)
            store.Dispose();
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named()
    {
        _folder.Write("taken", "");

        Should.Throw<StoreUnavailableException>(() => new SqliteDeliveryStore(Path.Combine(_folder.Path, "taken", "whybot.db"))).Message.ShouldContain("taken");
        _folder.Write("not.db", "this is no database, but it is long enough to look at its header");
        Should.Throw<StoreUnavailableException>(() => new SqliteDeliveryStore(Path.Combine(_folder.Path, "not.db"))).Message.ShouldContain("not.db");
    }
}
