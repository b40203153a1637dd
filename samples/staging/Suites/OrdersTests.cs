using System.Text.Json.Nodes;

namespace Shop.Suites;

[Trait("suite", "orders")]
public sealed class OrdersTests
{
    [Fact]
    public async Task An_order_can_be_placed()
    {
        using var shop = new Client();
        Assert.StartsWith("o-", await shop.PlaceAsync(7));
    }

    [Fact]
    public async Task An_order_shows_its_total()
    {
        using var shop = new Client();
        Assert.Equal(7, (int)Field(await shop.GetAsync($"/orders/{await shop.PlaceAsync(7)}"), "total"));
    }

    [Fact]
    public async Task A_large_order_shows_its_total_too()
    {
        using var shop = new Client();
        Assert.Equal(70_000, (int)Field(await shop.GetAsync($"/orders/{await shop.PlaceAsync(70_000)}"), "total"));
    }

    [Fact]
    public async Task An_order_names_its_currency()
    {
        using var shop = new Client();
        Assert.Equal("EUR", (string?)Field(await shop.GetAsync($"/orders/{await shop.PlaceAsync(7)}"), "currency"));
    }

    [Fact]
    public async Task Orders_are_listed()
    {
        using var shop = new Client();
        var id = await shop.PlaceAsync(7);
        Assert.Contains(id, (await shop.GetAsync("/orders")).AsArray().Select(o => o?.ToString()));
    }

    private static JsonNode Field(JsonNode order, string name) => order[name]
        ?? throw new KeyNotFoundException($"the order has no field '{name}': {order.ToJsonString()}");
}
