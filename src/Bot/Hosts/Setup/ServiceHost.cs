using Microsoft.Extensions.Options;
using Whybot.Features.Dashboard;
using Whybot.Features.Recovery;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Health;
using Whybot.Hosts.Service.Logging;
using Whybot.Hosts.Service.Telemetry;
using Whybot.Hosts.Settings;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Publishing;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Setup;

/// <summary>Composes the webhook service.</summary>
internal static class ServiceHost
{
    /// <summary>How long requests and jobs in progress have when the service is stopped.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(25);

    /// <summary>Settings are read once, so their file does not need to be watched.</summary>
    private static readonly string[] Unwatched = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <param name="replace">What a test puts in the place of a registered service.</param>
    /// <exception cref="OptionsValidationException">A section of the settings is wrong; if several are, it is an <see cref="AggregateException"/> of
    /// these.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public static WebApplication Build(SettingsSource settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Configuration.Folder, Args = Unwatched });
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = WebhookGuard.MaxBody;
            // How much the server reads ahead of the bot for each connection, whoever is sending; a large body just arrives in more steps.
            kestrel.Limits.MaxRequestBufferSize = InboundBodies.Small;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddServiceLog(settings).AddSections(settings, SettingsSections.OfService).AddBot(settings);
        builder.Services.AddTelemetry(SettingsSections.Telemetry.Read(settings)).AddHealth().AddDashboard();
        builder.Services.AddSingleton(s => new PublicPages(s.GetRequiredService<ListenSettings>().PublicUrl));
        builder.Services.AddWebhooks();
        builder.Services.AddHostedService<RecoveryStart>();
        builder.Services.AddHostedService(s => s.GetRequiredService<DeliveryRouter>());
        builder.Services.AddHostedService(s => s.GetRequiredService<JobWorker>());
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        // Now, not when it starts to listen: the next steps assume valid settings, and a store that cannot be opened ends the startup with one clear line.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = app.Services.GetRequiredService<IDatabase>();
        app.Services.GetRequiredService<EvidenceFolders>().Prepare();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var pages = app.Services.GetRequiredService<DashboardSettings>();
        app.Urls.Add(app.Services.GetRequiredService<ListenSettings>().Url);
        if (pages.IsOn)
            app.Urls.Add(pages.Url);
        app.UseRequestLog(pages);
        app.UseDashboard(pages);
        // Explicitly, after the pages: otherwise every port would serve every address.
        app.UseRouting();
        app.MapWebhooks();
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Collect(), "text/plain; version=0.0.4"));
        app.MapHealth();
    }
}
