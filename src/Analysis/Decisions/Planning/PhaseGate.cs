using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Planning;

/// <summary>How a suite has ended so far.</summary>
/// <param name="Flaky">How many of the failed tests are flaky.</param>
public sealed record SuiteCount(string Name, string Category, int Passed, int Failed, int Skipped, int Flaky = 0)
{
    /// <summary>Why the counts are incomplete; null if they are complete.</summary>
    public string? Partial { get; init; }

    [JsonIgnore]
    public int Ran => Passed + Failed;

    /// <summary>The counts as if flaky tests had passed.</summary>
    [JsonIgnore]
    public SuiteCount WithoutFlaky => this with { Passed = Passed + Flaky, Failed = Failed - Flaky, Flaky = 0 };
}

/// <summary>Decides whether the next phase may begin. Missing data never opens a gate.</summary>
public static class PhaseGate
{
    private const double Hair = 1e-9;

    /// <param name="counts">Counts of all suites that have written results.</param>
    /// <returns>Null if the run may go on; otherwise the category that stops it, and why.</returns>
    public static string? WhyClosed(PlannedPhase phase, IReadOnlyList<SuiteCount> counts)
    {
        var ran = counts.Where(c => c.Ran > 0).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (category, required) in phase.Gates.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (phase.Suites.FirstOrDefault(s => s.Category == category && !ran.Contains(s.Name)) is { } missing)
                return $"{category}: {missing.Name} did not run; no data is never a pass";
            if (counts.FirstOrDefault(c => c.Category == category && c.Partial is not null) is { } partly)
                return $"{category}: {partly.Name} is not fully known: {partly.Partial}";
            var (passed, of) = (counts.Where(c => c.Category == category).Sum(c => c.Passed), counts.Where(c => c.Category == category).Sum(c => c.Ran));
            if (of == 0)
                return $"{category}: no test ran; no data is never a pass";
            if ((double)passed / of < required - Hair)
                return $"{category}: {Numbers.Percent((double)passed / of)} passed, {Numbers.Percent(required)} needed";
        }
        return null;
    }
}
