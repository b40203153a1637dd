using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Gates;

/// <summary>
/// Judges each gate. A gate fails only on evidence: if it could not be met even if all missing tests had passed. It also passes only on evidence: enough tests
/// really ran, in suites whose results were read completely. Percentages only apply where the settings define them; all other tests must pass.
/// </summary>
internal sealed class GateJudge(Incident incident, SuiteLookup suites, Completeness completeness, Authenticity authenticity, IReadOnlySet<string> flaky)
{
    /// <summary>Guards against 0.95 × 20 being slightly more than 19.</summary>
    private const double Hair = 1e-9;

    /// <summary>The gate over all tests, and its name in the settings.</summary>
    public const string Overall = "overall";

    /// <summary>Used if the settings have gates but no overall one: the tests that the gates leave out.</summary>
    public const string Others = "other tests";

    public IReadOnlyList<Gate> Judge()
    {
        var tests = incident.Tests.Where(t => t.Scope == TestScope.Test).ToList();
        var byCategory = tests.GroupBy(t => suites.Of(t).Category).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var set = incident.Settings.Gates;
        var categories = set.Keys.Where(g => g != Overall && (incident.Plan?.ExpectsCategory(g) ?? true)).ToList();
        List<Gate> gates = [.. categories.Select(c => One(c, set[c], byCategory.GetValueOrDefault(c, []), SuitesOf(c), null))];
        if (set.TryGetValue(Overall, out var rate))
            gates.Add(One(Overall, rate, tests, null, RunTotals.Of(incident)));
        else if (categories.Count == 0)
            gates.Add(One(Overall, 1, tests, null, RunTotals.Of(incident)));
        else if (Rest(byCategory, categories) is { Count: > 0 } rest)
            gates.Add(One(Others, 1, [.. rest.SelectMany(r => r.Value)], [.. rest.SelectMany(r => SuitesOf(r.Key))], null));
        return gates;
    }

    private static List<KeyValuePair<string, List<TestCase>>> Rest(Dictionary<string, List<TestCase>> byCategory, List<string> categories) =>
        [.. byCategory.Where(c => !categories.Contains(c.Key))];

    private HashSet<string> SuitesOf(string category) =>
    [
        .. incident.Settings.Suites.Where(s => s.Category == category).Select(s => s.Name),
        .. completeness.MissingTests.Keys.Where(s => suites.Named(s).Category == category),
        .. incident.Unread.SelectMany(u => u.Suites).Where(s => suites.Named(s).Category == category),
    ];

    /// <param name="counted">Totals including tests that a log only counts; null if the named tests are all there are.</param>
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
                ? (GateOutcome.Inconclusive, Prose.Of(
                $"{Percent(totals.PassRate):t} of {totals.Ran} passed, {Needed(required):t}; only flaky tests keep it from that"))
                : (GateOutcome.Failed, Prose.Of(
                $"{totals.Passed} of {totals.Ran} passed ({Percent(totals.PassRate):t}), "
                + $"{Needed(required):t}"
                + $"{(missing > 0 ? Prose.Of($"; the {(missing == 1 ? "missing test" : $"{missing} missing tests"):t} could not save it") : Prose.Empty)}"));
        }
        if (absent.Count > 0)
            return (GateOutcome.Inconclusive, Prose.Of($"{Prose.List(absent)} did not run"));
        if (incident.Unread.FirstOrDefault(u => only is null || u.Suites.Count == 0
            || u.Suites.Any(s => only.Contains(s) || only.Contains(suites.Named(s).Name))) is { } unread)
            return (GateOutcome.Inconclusive, Prose.Of($"{unread.Place} was not fully read: {unread.Reason}"));
        if (missing > 0 && totals.Ran < (totals.Ran + missing) * Completeness.LeastShare)
            return (GateOutcome.Inconclusive, Prose.Of($"only {totals.Ran} of the usual {totals.Ran + missing} tests ran{Skips(only)}"));
        var unproved = tests.Count(t => authenticity.Unproved.Contains(t.Id) && authenticity.Suites.Contains(t.Suite));
        if (unproved > 0 && (totals.Passed - unproved) / (double)totals.Ran < required - Hair)
            return (GateOutcome.Inconclusive, Prose.Of($"{unproved} of {totals.Passed} passes took 0.00 s and prove nothing"));
        return totals.PassRate >= required - Hair
            ? (GateOutcome.Passed, Prose.Of($"{totals.Passed} of {totals.Ran} passed, {Needed(required):t}"))
            : (GateOutcome.Inconclusive, Prose.Of(
            $"{Percent(totals.PassRate):t} passed so far, {Needed(required):t}; {(missing == 1 ? "1 test is" : $"{missing} tests are"):t} missing"));
    }

    /// <summary>Missing tests might have passed, unless their suite's own file could not be loaded: then they count as failed.</summary>
    private static int CouldHavePassed(string suite, int missing, IReadOnlyList<TestCase> tests) =>
        tests.Any(t => t.Suite == suite && t.Outcome == TestOutcome.Error && LoadFailure.Is(t)) ? 0 : missing;

    private Prose Skips(HashSet<string>? only) =>
        completeness.SkippedNow.Where(s => only is null || only.Contains(s.Key)).Sum(s => s.Value) is > 0 and var skipped
            ? Prose.Of($"; {skipped} were skipped") : Prose.Empty;

    private static string Needed(double required) => required >= 1 ? "every test must pass" : $"{Percent(required)} needed";

    private static string Percent(double? rate) => rate is { } value ? Numbers.Percent(value) : "none";
}
