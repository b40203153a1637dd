using Microsoft.Extensions.Diagnostics.HealthChecks;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deliveries;

namespace Whybot.Hosts.Service.Health;

/// <summary>
/// How many deliveries and jobs are waiting, and for how long: <c>pending</c>, <c>oldestSeconds</c>, <c>jobs</c>, <c>oldestJobSeconds</c>, <c>deadJobs</c>.
/// </summary>
internal sealed class QueueHealth(DeliveryStore deliveries, JobQueue jobs, TimeProvider time) : IHealthCheck
{
    public const string Name = "queue";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var waiting = await deliveries.QueueAsync(cancellationToken);
            var counts = await jobs.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["pending"] = waiting.Pending,
                ["oldestSeconds"] = Age(waiting.OldestPending)!,
                ["jobs"] = counts.Pending + counts.Running,
                ["oldestJobSeconds"] = Age(counts.OldestDue)!,
                ["deadJobs"] = counts.Dead,
            });
        }
        catch (StoreUnavailableException down)
        {
            return HealthCheckResult.Unhealthy(down.Message);
        }
    }

    /// <summary>Null if nothing is waiting, and in the JSON too.</summary>
    private object? Age(DateTimeOffset? since) => since is { } at ? Math.Round(Math.Max(0, (time.GetUtcNow() - at).TotalSeconds), 1) : null;
}
