using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Whybot.Hosts.Service.Health;

/// <summary>
/// The answer of <c>/ready</c>, JSON: <c>store</c> (<c>up</c> or <c>down</c>) and, while it is up, the data of each check
/// (<see cref="HealthCheckResult.Data"/>). Its status is 503 while the store is down.
/// </summary>
internal static class ReadyAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var up = report.Status != HealthStatus.Unhealthy;
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal) { ["store"] = up ? "up" : "down" };
        if (up)
            foreach (var (name, value) in report.Entries.Values.SelectMany(e => e.Data))
                answer[name] = value;
        return context.Response.WriteAsJsonAsync(answer);
    }
}
