namespace Whybot.Demo;

/// <summary>A way in which the second deployment is broken.</summary>
/// <param name="Change">What its commit says it does.</param>
/// <param name="Path">The file that the commit touches.</param>
/// <param name="Web">The web service's switch; null where it is the environment that breaks.</param>
/// <param name="Verdict">What it is, in Whybot's words.</param>
public sealed record Breakage(string Name, string About, string Change, string Path, string Patch, string? Web, string Verdict)
{
    /// <summary>The store is not started.</summary>
    public bool StoreDown => Name == "store-down";

    /// <summary>The store answers too late for the web service.</summary>
    public bool StoreSlow => Name == "slow-store";

    /// <summary>An edit of prose, which explains nothing.</summary>
    private const string Docs = "@@ -1,2 +1,2 @@\n # The shop\n-Sells things.\n+Sells good things.";

    public static readonly IReadOnlyList<Breakage> All =
    [
        new("renamed-field", "a change gives the order's total another name", "Call an order's sum what it is", "shop/Orders.cs",
            "@@ -24,7 +24,7 @@ internal sealed class Orders\n     private JsonObject Shape(string id, int amount, string currency) => new()\n     {\n        "
                + " [\"id\"] = id,\n-        [\"total\"] = amount,\n+        [\"sum\"] = amount,\n         [\"currency\"] = currency,\n     };",
            "renamed-field", "regression"),
        new("missing-setting", "a change needs a setting that staging does not have", "Take the currency from the environment", "shop/Orders.cs",
            "@@ -31,5 +31,6 @@ internal sealed class Orders\n \n-    private string Currency() => \"EUR\";\n+    private string Currency() =>\n+        "
                + "Environment.GetEnvironmentVariable(\"SHOP_CURRENCY\") ?? throw new InvalidOperationException(\"setting SHOP_CURRENCY is not set\");\n }",
            "missing-setting", "regression"),
        new("early-close", "a change ends the socket before the last event", "Close event sockets as soon as an order is accepted", "shop/Events.cs",
            "@@ -26,6 +26,8 @@ internal sealed class Events\n             await SayAsync(socket, \"accepted\");\n+            await "
                + "socket.CloseAsync(WebSocketCloseStatus.InternalServerError, \"events ended early\", CancellationToken.None);\n+            return;\n      "
                + "       await SayAsync(socket, $\"priced {order?[\"total\"]}\");\n             await SayAsync(socket, \"done\");",
            "early-close", "regression"),
        new("store-down", "the store is down", "Praise the shop", "README.md", Docs, null, "not ready"),
        new("slow-store", "the store answers too late", "Praise the shop", "README.md", Docs, null, "environment"),
        new("flaky-list", "a test fails once, for no reason that anybody knows", "Praise the shop", "README.md", Docs, "flaky-list", "flaky"),
    ];
}
