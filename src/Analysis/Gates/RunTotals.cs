using Whybot.Analysis.Results;

namespace Whybot.Analysis.Gates;

/// <summary>Tests by how they ended.</summary>
public sealed record RunTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    /// <summary>Share of passed among those that ran, 0 to 1; null when none ran.</summary>
    public double? PassRate => Ran == 0 ? null : (double)Passed / Ran;

    public int Bad => Failed + Errors;

    public int Ran => Tests - Skipped;

    /// <summary>Of a whole run, with those that its logs only count.</summary>
    public static RunTotals Of(Incident incident)
    {
        var named = Of(incident.Tests);
        var (passed, skipped) = (incident.Results.Sum(r => r.UnnamedPassed), incident.Results.Sum(r => r.UnnamedSkipped));
        var failed = incident.Results.Sum(r => r.UnnamedFailed);
        return named with { Tests = named.Tests + passed + skipped + failed, Passed = named.Passed + passed, Skipped = named.Skipped + skipped, Failed = named.Failed + failed };
    }

    public static RunTotals Of(IEnumerable<TestCase> tests)
    {
        var counts = tests.GroupBy(t => t.Outcome).ToDictionary(g => g.Key, g => g.Count());
        int Count(TestOutcome outcome) => counts.GetValueOrDefault(outcome);
        return new RunTotals(counts.Values.Sum(), Count(TestOutcome.Passed), Count(TestOutcome.Failed), Count(TestOutcome.Error), Count(TestOutcome.Skipped));
    }
}
