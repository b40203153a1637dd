using Whybot.Analysis.Results;

namespace Whybot.Analysis.Gates;

/// <summary>Tests by how they ended.</summary>
/// <param name="Tests">All tests; fixtures, packages and jobs are none.</param>
/// <param name="Errors">Tests that broke, and failures outside of tests (<see cref="Outside"/>).</param>
/// <param name="Skipped">All that neither passed nor failed: <see cref="NotRun"/>, <see cref="Disabled"/> and <see cref="ExpectedFailures"/> are among them.</param>
public sealed record RunTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    /// <summary>Failures of a fixture, a package or the run as a whole; among <see cref="Errors"/>, and not among <see cref="Tests"/>.</summary>
    public int Outside { get; init; }

    /// <summary>Tests whose turn did not come before the run ended.</summary>
    public int NotRun { get; init; }
    public int Disabled { get; init; }
    public int ExpectedFailures { get; init; }

    /// <summary>Among <see cref="Passed"/>.</summary>
    public int UnexpectedPasses { get; init; }

    /// <summary>Tests that failed first and passed when they were tried again; among <see cref="Passed"/>.</summary>
    public int Flaky { get; init; }

    /// <summary>Share of passed among those that ran, 0 to 1; null when none ran.</summary>
    public double? PassRate => Ran == 0 ? null : (double)Passed / Ran;

    /// <summary>All that failed, tests and others.</summary>
    public int Bad => Failed + Errors;

    public int BadTests => Bad - Outside;

    public int Ran => Tests - Skipped;

    /// <summary>Of a whole run, with those that its logs only count.</summary>
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
