using Serilog;
using Whybot.Dashboard;
using Whybot.Queue;
using Whybot.Recovery;
using Whybot.Runs.RunFolders;
using Whybot.Webhooks;

namespace Whybot.Setup;

/// <summary>Composes the webhook service.</summary>
internal static class Service
{
    /// <summary>Time for requests and jobs in flight when the service is told to stop.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(25);

    /// <exception cref="Storage.StoreUnavailableException">The store cannot be opened.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, ServeSettings settings)
    {
        builder.Logging.ClearProviders().AddSerilog(Logger(builder.Configuration), dispose: true);
        builder.WebHost.UseUrls(settings.Dashboard.IsOn ? [settings.Url, settings.Dashboard.Url] : [settings.Url]).ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = WebhookEndpoint.MaxBody;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddBot(settings);
        builder.Services.AddSingleton(new WebhookSignature(settings.Webhook.Secrets));
        builder.Services.AddSingleton<WebhookEndpoint>();
        builder.Services.AddSingleton<Telemetry>();
        builder.Services.AddSingleton(settings.Dashboard).AddDashboard();
        builder.Services.AddHostedService<RecoveryStart>();
        builder.Services.AddHostedService(s => s.GetRequiredService<DeliveryRouter>());
        builder.Services.AddHostedService(s => s.GetRequiredService<JobWorker>());
        var app = builder.Build();
        // From the start on, so that nothing goes uncounted.
        _ = app.Services.GetRequiredService<Telemetry>();
        app.Services.GetRequiredService<EvidenceFolders>().Prepare();
        app.UseDashboard(settings.Dashboard);
        // Explicitly, after the pages: else every port would have all addresses.
        app.UseRouting();
        app.MapPost("/webhooks/github", (WebhookEndpoint endpoint, HttpRequest request, CancellationToken cancel) => endpoint.ReceiveAsync(request, cancel));
        app.MapGet("/metrics", (Telemetry telemetry) => Results.Text(telemetry.Collect(), "text/plain; version=0.0.4"));
        HealthEndpoints.Map(app);
        return app;
    }

    public static Serilog.Core.Logger Logger(IConfiguration configuration) =>
        new LoggerConfiguration().ReadFrom.Configuration(configuration).Enrich.FromLogContext().CreateLogger();
}
