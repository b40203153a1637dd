using Whybot.Analysis.Results;

namespace Whybot.Analysis.Gates;

/// <summary>Tests by how they ended.</summary>
public sealed record RunTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    /// <summary>Share of passed among those that ran, 0 to 1; null when none ran.</summary>
    public double? PassRate => Ran == 0 ? null : (double)Passed / Ran;

    public int Bad => Failed + Errors;

    public int Ran => Tests - Skipped;

    public static RunTotals Of(IEnumerable<TestCase> tests)
    {
        var counts = tests.GroupBy(t => t.Outcome).ToDictionary(g => g.Key, g => g.Count());
        int Count(TestOutcome outcome) => counts.GetValueOrDefault(outcome);
        return new RunTotals(counts.Values.Sum(), Count(TestOutcome.Passed), Count(TestOutcome.Failed), Count(TestOutcome.Error), Count(TestOutcome.Skipped));
    }
}
