using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>
/// Shows the service from outside: metrics at <c>GET /metrics</c> for Prometheus; metrics and traces at an OpenTelemetry collector where the settings name one. Without
/// one nothing is traced.
/// </summary>
internal static class ServiceTelemetry
{
    private static readonly double[] AckBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

    /// <summary>Of ASP.NET Core's forty; the others cost something with each request or connection and have not been missed.</summary>
    private static readonly HashSet<string> Kept =
        ["http.server.request.duration", "http.server.active_requests", "kestrel.active_connections", "kestrel.queued_connections", "kestrel.rejected_connections"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddSingleton<PrometheusText>().AddHostedService<QueueAge>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(r => r.AddService("whybot").AddEnvironmentVariableDetector()).WithMetrics(metrics => metrics
            .AddMeter(Measurements.MeterName).AddAspNetCoreInstrumentation().AddReader(s => s.GetRequiredService<PrometheusText>().Reader)
            .AddView(instrument => instrument.Meter.Name.StartsWith("Microsoft.", StringComparison.Ordinal) && !Kept.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null)
            .AddView("whybot.ack.seconds", new ExplicitBucketHistogramConfiguration { Boundaries = AckBounds }));
        if (settings.Collector is { } collector)
            telemetry.WithTracing(traces => traces.AddSource(Measurements.MeterName).AddSource("System.Net.Http").AddAspNetCoreInstrumentation(Requests))
                .UseOtlpExporter(OtlpExportProtocol.Grpc, collector);
        return services;
    }

    /// <summary>Whoever asks for health and metrics asks again and again. A query may hold secrets.</summary>
    private static void Requests(OpenTelemetry.Instrumentation.AspNetCore.AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = context => !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/ready")
            && !context.Request.Path.StartsWithSegments("/metrics");
        requests.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
    }
}
