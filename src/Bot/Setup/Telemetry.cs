using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.Setup;

/// <summary>Shows the service from outside: <c>GET /metrics</c> for Prometheus, and OpenTelemetry to a collector where the settings name one.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly PrometheusText _text = new();
    private readonly MeterProvider _provider;

    public Telemetry(Measurements measurements, ServeSettings settings, DeliveryStore deliveries, JobQueue jobs, TimeProvider time)
    {
        measurements.Observe("whybot.queue.age.seconds", "s", "Age of the oldest delivery or job that is due.",
            () => [new Measurement<double>(Age(deliveries, jobs, time))]);
        var builder = Sdk.CreateMeterProviderBuilder().AddMeter(Measurements.MeterName).AddReader(_text.Reader)
            .AddView("whybot.ack.seconds", new ExplicitBucketHistogramConfiguration { Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] });
        if (settings.Telemetry.Endpoint is { Length: > 0 } endpoint)
            builder.AddOtlpExporter(otlp => otlp.Endpoint = new Uri(endpoint));
        _provider = builder.Build();
    }

    public string Collect() => _text.Collect();

    public void Dispose()
    {
        _provider.Dispose();
        _text.Dispose();
    }

    /// <summary>Read when the metrics are collected, which is rare; a store that is down has no age.</summary>
    private static double Age(DeliveryStore deliveries, JobQueue jobs, TimeProvider time)
    {
        try
        {
            var oldest = deliveries.QueueAsync(CancellationToken.None).GetAwaiter().GetResult().OldestPending;
            var due = jobs.CountAsync(CancellationToken.None).GetAwaiter().GetResult().OldestDue;
            return new[] { oldest, due }.OfType<DateTimeOffset>().Select(t => (time.GetUtcNow() - t).TotalSeconds).DefaultIfEmpty(0).Max();
        }
        catch (StoreUnavailableException)
        {
            return double.NaN;
        }
    }
}
