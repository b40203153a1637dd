using Whybot.GitHub.Http;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.Webhooks;

/// <summary><c>GET /health</c>: the process lives. <c>GET /ready</c>: it can do its work, with the state of the store, the queue and the credentials.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", () => Results.Text("ok"));
        app.MapGet("/ready", async (DeliveryStore deliveries, JobQueue jobs, GitHubState github, TimeProvider time, CancellationToken cancel) =>
        {
            try
            {
                var waiting = await deliveries.QueueAsync(cancel);
                var counts = await jobs.CountAsync(cancel);
                return Results.Json(new
                {
                    store = "up",
                    pending = waiting.Pending,
                    oldestSeconds = Age(waiting.OldestPending, time),
                    jobs = counts.Pending + counts.Running,
                    oldestJobSeconds = Age(counts.OldestDue, time),
                    deadJobs = counts.Dead,
                    github = github.LastAnswer is { } answer ? answer : "not asked yet",
                });
            }
            catch (StoreUnavailableException)
            {
                return Results.Json(new { store = "down" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }

    private static double? Age(DateTimeOffset? since, TimeProvider time) =>
        since is { } at ? Math.Round(Math.Max(0, (time.GetUtcNow() - at).TotalSeconds), 1) : null;
}
