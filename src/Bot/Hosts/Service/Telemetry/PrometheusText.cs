using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Whybot.Hosts.Service.Telemetry;

/// <summary>The metrics in Prometheus's text format 0.0.4: OpenTelemetry aggregates them, this class writes them.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly BaseExportingMetricReader _reader;

    public PrometheusText() => _reader = new BaseExportingMetricReader(this) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    public MetricReader Reader => _reader;

    public string Collect()
    {
        lock (_lock)
        {
            _reader.Collect();
            return _text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        _text.Clear();
        foreach (var metric in batch)
            Write(metric);
        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var counts = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = Name(metric) + (counts ? "_total" : "");
        _text.Append($"# HELP {name} {metric.Description}\n# TYPE {name} "
            + $"{(counts ? "counter" : metric.MetricType == MetricType.Histogram ? "histogram" : "gauge")}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
            if (metric.MetricType == MetricType.Histogram)
                Histogram(name, point);
            else
                Line(name, Labels(point), Value(metric.MetricType, point));
    }

    /// <summary>Includes the unit, as Prometheus expects for times.</summary>
    private static string Name(Metric metric) =>
        metric.Name.Replace('.', '_') + (metric.Unit == "s" && !metric.Name.EndsWith("seconds", StringComparison.Ordinal) ? "_seconds" : "");

    private void Histogram(string name, in MetricPoint point)
    {
        var labels = Labels(point);
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line($"{name}_bucket", [.. labels, $"le=\"{bound}\""], below);
        }
        Line($"{name}_sum", labels, point.GetHistogramSum());
        Line($"{name}_count", labels, point.GetHistogramCount());
    }

    private void Line(string name, IReadOnlyList<string> labels, double value) =>
        _text.Append(name).Append(labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}").Append(' ')
            .Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static List<string> Labels(in MetricPoint point)
    {
        var labels = new List<string>();
        foreach (var (name, value) in point.Tags)
            labels.Add($"{name.Replace('.', '_')}=\"{Escape(value?.ToString() ?? "")}\"");
        return labels;
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
