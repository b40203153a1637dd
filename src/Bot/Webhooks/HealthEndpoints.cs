using Whybot.Storage;

namespace Whybot.Webhooks;

/// <summary><c>GET /health</c>: the process lives. <c>GET /ready</c>: it can do its work, with the state of the store and the age of the queue.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", () => Results.Text("ok"));
        app.MapGet("/ready", async (DeliveryStore store, TimeProvider time, CancellationToken cancel) =>
        {
            try
            {
                var queue = await store.QueueAsync(cancel);
                double? age = queue.OldestPending is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : null;
                return Results.Json(new { store = "up", pending = queue.Pending, oldestSeconds = age });
            }
            catch (StoreUnavailableException)
            {
                return Results.Json(new { store = "down" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
