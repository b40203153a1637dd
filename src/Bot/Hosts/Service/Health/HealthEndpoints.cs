using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Whybot.Hosts.Service.Health;

/// <summary><c>GET /health</c>: the process is alive. <c>GET /ready</c>: it can do its work; includes the state of the store, the queue and GitHub.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>(StoreHealth.Name).AddCheck<QueueHealth>(QueueHealth.Name).AddCheck<GitHubHealth>(GitHubHealth.Name);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = (context, _) => context.Response.WriteAsync("ok") });
        app.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = ReadyAnswer.WriteAsync });
    }
}
