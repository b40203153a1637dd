using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Whybot.Foundation.Metrics;
using Whybot.Hosts.Settings;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>
/// Makes the service observable: metrics at <c>GET /metrics</c> for Prometheus, and metrics and traces sent to an OpenTelemetry collector if the settings name
/// one. Without a collector nothing is traced.
/// </summary>
internal static class ServiceTelemetry
{
    private static readonly double[] AckBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

    /// <summary>Some of ASP.NET Core's forty metrics; the others cost something with each request or connection, and nobody has missed them.</summary>
    private static readonly HashSet<string> Kept =
        ["http.server.request.duration", "http.server.active_requests", "kestrel.active_connections", "kestrel.queued_connections",
            "kestrel.rejected_connections"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddSingleton<PrometheusText>().AddHostedService<QueueAge>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(r => r.AddService("whybot").AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
            .AddMeter(WhybotMetrics.MeterName).AddAspNetCoreInstrumentation().AddReader(s => s.GetRequiredService<PrometheusText>().Reader)
            .AddView(instrument => instrument.Meter.Name.StartsWith("Microsoft.", StringComparison.Ordinal) && !Kept.Contains(instrument.Name)
            ? MetricStreamConfiguration.Drop : null)
            .AddView("whybot.ack.seconds", new ExplicitBucketHistogramConfiguration { Boundaries = AckBounds }));
        if (settings.Collector is { } collector)
            telemetry.WithTracing(traces => traces.AddSource(WhybotMetrics.MeterName).AddSource("System.Net.Http").AddAspNetCoreInstrumentation(Requests))
                .UseOtlpExporter(OtlpExportProtocol.Grpc, collector);
        return services;
    }

    /// <summary>Health and metrics are not traced, since they are requested constantly. A query may contain secrets.</summary>
    private static void Requests(OpenTelemetry.Instrumentation.AspNetCore.AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = context => !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/ready")
            && !context.Request.Path.StartsWithSegments("/metrics");
        requests.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
    }
}
