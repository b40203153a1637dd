using Serilog;
using Whybot.Storage;
using Whybot.Webhooks;

namespace Whybot.Setup;

/// <summary>Composes the webhook service.</summary>
internal static class Service
{
    /// <summary>Time for requests in flight when the service is told to stop.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(25);

    public static ServeSettings SettingsOf(IConfiguration configuration) => configuration.GetSection(ServeSettings.Section).Get<ServeSettings>() ?? new ServeSettings();

    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, ServeSettings settings)
    {
        builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
        builder.WebHost.UseUrls(settings.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = WebhookEndpoint.MaxBody;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new WebhookSignature(settings.Webhook.Secrets));
        var store = new SqliteDeliveryStore(settings.Store.File);
        builder.Services.AddSingleton<IDeliveryStore>(_ => store);
        builder.Services.AddSingleton<WebhookEndpoint>();
        var app = builder.Build();
        app.MapPost("/webhooks/github", (WebhookEndpoint endpoint, HttpRequest request, CancellationToken cancel) => endpoint.ReceiveAsync(request, cancel));
        HealthEndpoints.Map(app);
        return app;
    }
}
