using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>Test counts by outcome.</summary>
/// <param name="Tests">All tests; fixtures, packages and jobs are not counted.</param>
/// <param name="Errors">Tests that broke, and failures outside tests (<see cref="Outside"/>).</param>
/// <param name="Skipped">All tests that neither passed nor failed; <see cref="NotRun"/>, <see cref="Disabled"/> and <see cref="ExpectedFailures"/> are
/// included.</param>
public sealed record RunTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    /// <summary>Failures of a fixture, a package or the run as a whole; included in <see cref="Errors"/>, but not in <see cref="Tests"/>.</summary>
    public int Outside { get; init; }

    /// <summary>Tests that were not reached before the run ended.</summary>
    public int NotRun { get; init; }
    public int Disabled { get; init; }
    public int ExpectedFailures { get; init; }

    /// <summary>Included in <see cref="Passed"/>.</summary>
    public int UnexpectedPasses { get; init; }

    /// <summary>Tests that failed first and passed when retried; included in <see cref="Passed"/>.</summary>
    public int Flaky { get; init; }

    /// <summary>Share of the tests that ran and passed, 0 to 1; null if none ran.</summary>
    public double? PassRate => Ran == 0 ? null : (double)Passed / Ran;

    /// <summary>Everything that failed, tests and others.</summary>
    public int Bad => Failed + Errors;

    public int BadTests => Bad - Outside;

    public int Ran => Tests - Skipped;

    /// <summary>Totals of a whole run, including tests that its logs only count.</summary>
    public static RunTotals Of(Incident incident)
    {
        var named = Of(incident.Tests);
        var (passed, skipped) = (incident.Results.Sum(r => r.UnnamedPassed), incident.Results.Sum(r => r.UnnamedSkipped));
        var failed = incident.Results.Sum(r => r.UnnamedFailed);
        return named with
        {
            Tests = named.Tests + passed + skipped + failed,
            Passed = named.Passed + passed,
            Skipped = named.Skipped + skipped,
            Failed = named.Failed + failed,
        };
    }

    public static RunTotals Of(IEnumerable<TestCase> tests)
    {
        var counts = new int[Enum.GetValues<TestOutcome>().Length];
        var (outside, flaky) = (0, 0);
        foreach (var test in tests)
            if (test.Scope == TestScope.Test)
            {
                counts[(int)test.Outcome]++;
                flaky += test.Flaky ? 1 : 0;
            }
            else if (test.Scope != TestScope.Job && test.Bad)
                outside++;
        int Count(params ReadOnlySpan<TestOutcome> outcomes)
        {
            var sum = 0;
            foreach (var outcome in outcomes)
                sum += counts[(int)outcome];
            return sum;
        }
        return new RunTotals(counts.Sum(), Count(TestOutcome.Passed, TestOutcome.UnexpectedPass), Count(TestOutcome.Failed), Count(TestOutcome.Error) + outside,
            Count(TestOutcome.Skipped, TestOutcome.NotRun, TestOutcome.Disabled, TestOutcome.ExpectedFailure))
        {
            Outside = outside,
            NotRun = Count(TestOutcome.NotRun),
            Disabled = Count(TestOutcome.Disabled),
            ExpectedFailures = Count(TestOutcome.ExpectedFailure),
            UnexpectedPasses = Count(TestOutcome.UnexpectedPass),
            Flaky = flaky,
        };
    }
}
