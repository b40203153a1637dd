using Microsoft.Extensions.Diagnostics.HealthChecks;
using Whybot.Foundation.GitHub.Http;

namespace Whybot.Hosts.Service.Health;

/// <summary>How GitHub last answered: <c>github</c>. If GitHub does not answer, deliveries are still received, so the service is degraded, not down.</summary>
internal sealed class GitHubHealth(GitHubState github) : IHealthCheck
{
    public const string Name = "github";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["github"] = github.LastAnswer ?? "not asked yet" };
        return Task.FromResult(github.LastAnswer is null or "ok" ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"GitHub's last answer: {github.LastAnswer}", data: data));
    }
}
