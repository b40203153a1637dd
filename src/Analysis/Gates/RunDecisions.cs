using Whybot.Analysis.Readiness;
using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Gates;

/// <summary>Makes the run's decision from its gates; the first rule that applies decides.</summary>
internal static class RunDecisions
{
    public static RunDecision Decide(RunTotals totals, IReadOnlyList<Gate> gates, Completeness completeness, Authenticity authenticity,
        ReadinessReport? readiness, bool gatesInDoubt)
    {
        if (totals.Ran == 0 && readiness?.Services.FirstOrDefault(s => !s.Ready) is { } down)
            return new RunDecision(Decision.Inconclusive,
                $"no test ran: {down.Name} is not ready{(down.Because.Length > 0 ? Prose.Of($" ({down.Because})") : Prose.Empty)}");
        if (totals.Ran == 0)
            return new RunDecision(Decision.Inconclusive, $"no test ran; no data is never go");
        var failed = gates.Where(g => g.Outcome == GateOutcome.Failed).Select(g => g.Name).ToList();
        if (failed.Count > 0)
            return new RunDecision(Decision.NoGo, $"{Many(failed.Count, "gate"):t} not met: {Prose.List(failed, 8)}");
        if (completeness.Incomplete)
            return new RunDecision(Decision.Inconclusive, Lacking(completeness));
        if (authenticity.Suites.Count > 0)
            return new RunDecision(Decision.Inconclusive, $"passes in 0.00 s prove nothing: {Prose.List(authenticity.Suites, 8)}");
        var open = gates.Where(g => g.Outcome == GateOutcome.Inconclusive).ToList();
        if (open.Count > 0)
            return new RunDecision(Decision.Inconclusive, $"{open[0].Name}: {open[0].Reason}");
        if (gatesInDoubt)
            return new RunDecision(Decision.Inconclusive, $"the settings' suites or gates could not be read wholly; mend them first");
        if (readiness?.Services.FirstOrDefault(s => !s.Ready) is { } service)
            return new RunDecision(Decision.Inconclusive, $"all gates are met, yet the probe found {service.Name} not ready");
        return new RunDecision(Decision.Go, gates.Count == 1 ? Prose.Of($"the {gates[0].Name} gate is met") : Prose.Of($"all {gates.Count} gates met"));
    }

    /// <summary>One decimal only where the whole number would hide a missed gate.</summary>
    public static string Percent(double rate)
    {
        var percent = Math.Floor(rate * 1000) / 10;
        return percent == Math.Floor(percent) ? $"{percent:0} %" : $"{percent:0.0} %";
    }

    private static Prose Lacking(Completeness completeness)
    {
        var suites = completeness.MissingSuites.Count == 0 ? Prose.Empty : Prose.Of($"; missing: {Prose.List(completeness.MissingSuites, 8)}");
        return completeness.Usual == 0
            ? Prose.Of($"the run is incomplete{suites}")
            : Prose.Of($"the run is incomplete: {completeness.Present} of the usual {completeness.Usual} tests ran{suites}");
    }

    private static string Many(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
