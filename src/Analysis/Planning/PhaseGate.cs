using Whybot.Analysis.Gates;
using Whybot.Analysis.Results;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Planning;

/// <summary>Says whether the next phase may begin. Missing data never opens a gate.</summary>
public static class PhaseGate
{
    private const double Hair = 1e-9;

    /// <param name="results">What the phase's suites wrote.</param>
    /// <returns>Null when it may go on; else the category that keeps it from that, and why.</returns>
    public static string? Holds(Phase phase, IReadOnlyList<ResultFile> results, RepositorySettings settings)
    {
        var suites = new SuiteLookup(settings);
        var byCategory = results.SelectMany(r => r.Cases).GroupBy(t => suites.Of(t).Category).ToDictionary(g => g.Key, RunTotals.Of, StringComparer.Ordinal);
        var ran = results.SelectMany(r => r.Cases).Where(c => c.Outcome != TestOutcome.Skipped).Select(t => suites.Of(t).Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (category, required) in phase.Gates.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (phase.Suites.FirstOrDefault(s => s.Suite.Category == category && !ran.Contains(s.Suite.Name)) is { } missing)
                return $"{category}: {missing.Suite.Name} did not run; no data is never a pass";
            if (byCategory.GetValueOrDefault(category)?.PassRate is not { } rate)
                return $"{category}: no test ran; no data is never a pass";
            if (rate < required - Hair)
                return $"{category}: {RunDecisions.Percent(rate)} passed, {RunDecisions.Percent(required)} needed";
        }
        return null;
    }
}
