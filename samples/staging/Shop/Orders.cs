using System.Text.Json.Nodes;

namespace Shop;

/// <summary>Orders, kept in the store as <c>AMOUNT CURRENCY</c>.</summary>
internal sealed class Orders(StoreClient store, Breakage broken)
{
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public async Task<string> PlaceAsync(int amount)
    {
        var id = $"o-{Guid.NewGuid():N}"[..10];
        await store.AskAsync($"SET {id} {amount} {Currency()}");
        return id;
    }

    public async Task<JsonObject?> FindAsync(string id) =>
        (await store.AskAsync($"GET {id}")).Split(' ') is [var amount, var currency] ? Shape(id, int.Parse(amount), currency) : null;

    public async Task<string[]> ListAsync() => (await store.AskAsync("KEYS")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As clients read it.</summary>
    private JsonObject Shape(string id, int amount, string currency) => new()
    {
        ["id"] = id,
        [broken.RenamesTotal ? "sum" : "total"] = amount,
        ["currency"] = currency,
    };

    private string Currency() =>
        broken.LosesSetting ? throw new InvalidOperationException("setting SHOP_CURRENCY is not set") : Environment.GetEnvironmentVariable("SHOP_CURRENCY")
            ?? "EUR";
}
