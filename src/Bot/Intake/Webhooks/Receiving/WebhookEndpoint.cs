using Octokit.Webhooks;
using Octokit.Webhooks.AspNetCore;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary><c>POST /webhooks/github</c>: Octokit's endpoint, behind the guard.</summary>
internal static class WebhookEndpoint
{
    /// <exception cref="ArgumentException">There is no secret.</exception>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services.AddSingleton(s => new WebhookSignature(s.GetRequiredService<WebhookSettings>().Secrets)).AddSingleton<InboundBodies>()
            .AddSingleton<WebhookGuard>()
            .AddScoped<Reception>().AddScoped<WebhookEventProcessor, DeliveryProcessor>();

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var guard = app.ServiceProvider.GetRequiredService<WebhookGuard>();
        app.MapGitHubWebhooks("/webhooks/github").Add(endpoint =>
        {
            var octokit = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => guard.InvokeAsync(context, octokit);
        });
    }
}
