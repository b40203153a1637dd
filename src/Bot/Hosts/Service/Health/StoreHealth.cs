using Microsoft.Extensions.Diagnostics.HealthChecks;
using Whybot.Foundation.Storage;

namespace Whybot.Hosts.Service.Health;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreHealth(IDatabase database) : IHealthCheck
{
    public const string Name = "store";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(session => session.FirstAsync<long?>("select 1"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException down)
        {
            return HealthCheckResult.Unhealthy(down.Message);
        }
    }
}
