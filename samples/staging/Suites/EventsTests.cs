namespace Shop.Suites;

[Trait("suite", "events")]
public sealed class EventsTests
{
    [Fact]
    public async Task An_order_is_followed_to_its_end()
    {
        using var shop = new Client();
        Assert.Equal(["connected", "accepted", "priced 7", "done"], await Client.WatchAsync(await shop.PlaceAsync(7)));
    }

    [Fact]
    public async Task Two_orders_are_followed_side_by_side()
    {
        using var shop = new Client();
        var orders = new[] { await shop.PlaceAsync(1), await shop.PlaceAsync(2) };
        var said = await Task.WhenAll(orders.Select(Client.WatchAsync));
        Assert.All(said, s => Assert.Equal("done", s[^1]));
    }
}
