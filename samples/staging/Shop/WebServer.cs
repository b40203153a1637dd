using System.Text.Json.Nodes;

namespace Shop;

/// <summary>The web service: health, version, settings, orders, events.</summary>
internal static class WebServer
{
    public static async Task RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options["port"]}");
        await using var app = builder.Build();
        var log = new ShopLog(options["log"]);
        var broken = new Breakage(options.GetValueOrDefault("break"));
        var orders = new Orders(new StoreClient(options["store"], log), broken);
        var events = new Events(orders, broken, log);
        app.UseWebSockets();
        app.Use((context, next) => GuardAsync(context, next, log));
        app.MapGet("/health", () => Results.Json(new JsonObject { ["status"] = "ok" }));
        app.MapGet("/version", () => Results.Json(new JsonObject { ["sha"] = options["sha"] }));
        app.MapPost("/orders", async (int amount) => Results.Json(new JsonObject { ["id"] = await orders.PlaceAsync(amount) },
            statusCode: StatusCodes.Status201Created));
        app.MapGet("/orders/{id}", async (string id) => await orders.FindAsync(id) is { } order ? Results.Json(order) : Results.NotFound());
        app.MapGet("/orders", async () => broken.FailsList() ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new JsonArray([.. (await orders.ListAsync()).Select(id => JsonValue.Create(id))])));
        app.MapGet("/reports/today", async () => Results.Json(new JsonObject { ["orders"] = (await orders.ListAsync()).Length }));
        app.Map("/events", events.ServeAsync);
        log.Info("web", $"serves {options["sha"]}");
        await app.RunAsync();
    }

    /// <summary>What goes wrong is logged, and said to the client in one line.</summary>
    private static async Task GuardAsync(HttpContext context, RequestDelegate next, ShopLog log)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is StoreException or InvalidOperationException && !context.Response.HasStarted)
        {
            log.Error("web", $"{context.Request.Method} {context.Request.Path}: {failure.Message}");
            context.Response.StatusCode = failure is StoreException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = failure.Message });
        }
    }
}
