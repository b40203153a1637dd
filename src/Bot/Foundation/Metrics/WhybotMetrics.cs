using System.Diagnostics.Metrics;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;

namespace Whybot.Foundation.Metrics;

/// <summary>The service's metrics, under their OpenTelemetry names.</summary>
internal sealed class WhybotMetrics : IDisposable
{
    public const string MeterName = "Whybot";

    private readonly Meter _meter = new(MeterName);

    public WhybotMetrics()
    {
        Deliveries = _meter.CreateCounter<long>("whybot.deliveries", description: "Webhook deliveries, by event and answer.");
        AckTime = _meter.CreateHistogram<double>("whybot.ack.seconds", "s", "Time from a webhook request to its answer.");
        Jobs = _meter.CreateCounter<long>("whybot.jobs", description: "Jobs, by kind and outcome.");
        Requests = _meter.CreateCounter<long>("whybot.github.requests", description: "Requests to GitHub, by method and status.");
        Writes = _meter.CreateCounter<long>("whybot.writes", description: "What was written on GitHub, by kind and outcome.");
        Verdicts = _meter.CreateCounter<long>("whybot.verdicts", description: "Causes found, by verdict.");
        Decisions = _meter.CreateCounter<long>("whybot.decisions", description: "Runs analysed, by decision.");
    }

    public Counter<long> Deliveries { get; }
    public Histogram<double> AckTime { get; }
    public Counter<long> Jobs { get; }
    public Counter<long> Requests { get; }
    public Counter<long> Writes { get; }
    public Counter<long> Verdicts { get; }
    public Counter<long> Decisions { get; }

    /// <summary>Counts a run that was analyzed, and the causes that it found.</summary>
    public void Concluded(Decision decision, IEnumerable<VerdictKind> verdicts)
    {
        Decisions.Add(1, new KeyValuePair<string, object?>("decision", DecisionTable.Of(decision).Json));
        foreach (var verdict in verdicts)
            Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", verdict.Word()));
    }

    public void Dispose() => _meter.Dispose();

    /// <summary>Adds a value that is read when the metrics are collected.</summary>
    public void Observe(string name, string unit, string description, Func<IEnumerable<Measurement<double>>> read) =>
        _meter.CreateObservableGauge(name, read, unit, description);
}
