using Whybot.Analysis.Reports;
using Whybot.Analysis.Results;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Gates;

/// <summary>
/// Judges each gate. A gate fails only on evidence: when even the best end of what did not run could not save it.
/// It passes only on evidence too: with enough tests that really ran.
/// </summary>
internal sealed class GateJudge(Incident incident, SuiteLookup suites, Completeness completeness, Authenticity authenticity, IReadOnlySet<string> flaky)
{
    /// <summary>Guards against 0.95 × 20 being a hair above 19.</summary>
    private const double Hair = 1e-9;

    public IReadOnlyList<Gate> Judge()
    {
        var tests = incident.Tests.ToList();
        var byCategory = tests.GroupBy(t => suites.Of(t).Category).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var categories = incident.Settings.Gates.Keys.Where(g => g != "overall" && (incident.Plan?.ExpectsCategory(g) ?? true));
        return
        [
            .. categories.Select(c => One(c, incident.Settings.Gates[c], byCategory.GetValueOrDefault(c, []), SuitesOf(c), null)),
            One("overall", incident.Settings.Gates.GetValueOrDefault("overall", RepositorySettings.DefaultOverallGate), tests, null, RunTotals.Of(incident)),
        ];
    }

    private HashSet<string> SuitesOf(string category) =>
    [
        .. incident.Settings.Suites.Where(s => s.Category == category).Select(s => s.Name),
        .. completeness.MissingTests.Keys.Where(s => suites.Named(s).Category == category),
    ];

    /// <param name="counted">With tests that a log only counts; null where the named ones are all.</param>
    private Gate One(string name, double required, IReadOnlyList<TestCase> tests, HashSet<string>? only, RunTotals? counted)
    {
        var totals = counted ?? RunTotals.Of(tests);
        var (outcome, reason) = Outcome(required, tests, totals, only);
        return new Gate(name, required, totals.PassRate, totals, outcome, reason);
    }

    private (GateOutcome, Prose) Outcome(double required, IReadOnlyList<TestCase> tests, RunTotals totals, HashSet<string>? only)
    {
        var missing = completeness.MissingTests.Where(m => only is null || only.Contains(m.Key)).Sum(m => CouldHavePassed(m.Key, m.Value, tests));
        var absent = completeness.MissingSuites.Where(s => only is null || only.Contains(s)).ToList();
        if (totals.Ran == 0)
            return (GateOutcome.Inconclusive, absent.Count > 0 ? Prose.Of($"{Prose.List(absent)} did not run: no data is never go")
                : Prose.Of($"no test ran: no data is never go"));
        var best = (totals.Passed + missing) / (double)(totals.Ran + missing);
        if (best < required - Hair)
        {
            var withoutFlaky = (totals.Passed + missing + tests.Count(t => t.Bad && flaky.Contains(t.Id))) / (double)(totals.Ran + missing);
            return withoutFlaky >= required - Hair
                ? (GateOutcome.Inconclusive, Prose.Of($"{Percent(totals.PassRate):t} of {totals.Ran} passed, {Percent(required):t} needed; only flaky tests keep it from that"))
                : (GateOutcome.Failed, Prose.Of($"{totals.Passed} of {totals.Ran} passed ({Percent(totals.PassRate):t}), {Percent(required):t} needed{(missing > 0 ? Prose.Of($"; the {(missing == 1 ? "missing test" : $"{missing} missing tests"):t} could not save it") : Prose.Empty)}"));
        }
        if (absent.Count > 0)
            return (GateOutcome.Inconclusive, Prose.Of($"{Prose.List(absent)} did not run"));
        if (missing > 0 && totals.Ran < (totals.Ran + missing) * Completeness.LeastShare)
            return (GateOutcome.Inconclusive, Prose.Of($"only {totals.Ran} of the usual {totals.Ran + missing} tests ran"));
        var unproved = tests.Count(t => authenticity.Unproved.Contains(t.Id) && authenticity.Suites.Contains(t.Suite));
        if ((totals.Passed - unproved) / (double)totals.Ran < required - Hair)
            return (GateOutcome.Inconclusive, Prose.Of($"{unproved} of {totals.Passed} passes took 0.00 s and prove nothing"));
        return totals.PassRate >= required - Hair
            ? (GateOutcome.Passed, Prose.Of($"{totals.Passed} of {totals.Ran} passed, {Percent(required):t} needed"))
            : (GateOutcome.Inconclusive, Prose.Of($"{Percent(totals.PassRate):t} passed so far, {Percent(required):t} needed; {missing} tests are missing"));
    }

    /// <summary>Missing tests might have passed, unless their suite's own file could not be loaded: then they are as good as failed.</summary>
    private static int CouldHavePassed(string suite, int missing, IReadOnlyList<TestCase> tests) =>
        tests.Any(t => t.Suite == suite && t.Outcome == TestOutcome.Error && LoadFailure.Is(t)) ? 0 : missing;

    private static string Percent(double? rate) => rate is { } value ? RunDecisions.Percent(value) : "none";
}
