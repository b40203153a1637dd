namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// Why a package's process died. The one test that can be the reason becomes the failed one. Tests that were only running at the same time stay as they are,
/// without an end. If nothing shows which test it was, the package is what failed.
/// </summary>
internal static class GoDeath
{
    /// <param name="IsOfPackage">It is a failure of the package, not of a test.</param>
    /// <param name="Text">What was printed about it.</param>
    internal sealed record Cause(bool IsOfPackage, string? Text);

    private static readonly Cause Known = new(false, null);

    /// <summary>Tests that have not ended and are not waiting for a test inside them.</summary>
    public static List<GoTest> Running(List<GoTest> session)
    {
        var open = session.FindAll(t => !t.Ended);
        var names = new SortedNames(open.Select(t => t.Name));
        return open.FindAll(t => !names.HasInside(t.Name));
    }

    /// <param name="onlyIfSaid">The package has no end, so only a panic's message counts.</param>
    public static Cause Explain(GoPackage package, List<GoTest> session, bool onlyIfSaid)
    {
        if (session.Exists(t => t is { Ended: true, Outcome: TestOutcome.Failed } && GoMessages.PanicIn(t.Output.Text) is not null))
            return Known;
        var running = Running(session).FindAll(t => !t.Paused);
        var teller = session.Find(t => !t.Ended && GoMessages.PanicIn(t.Output.Text) is not null);
        var said = GoMessages.PanicIn(teller?.Output.Text ?? package.Output.Text);
        if (said is null && (onlyIfSaid || session.TrueForAll(t => t.Ended)))
            return Known;
        var culprit = said is null ? Only(running) : GoMessages.IsTimeout(said) ? Slowest(running, said) : Panicked(running, teller, said);
        if (culprit is null)
            return new Cause(true, said ?? Last(session, package));
        culprit.Outcome = TestOutcome.Failed;
        culprit.Message = said is not null ? GoMessages.OfPanic(said) : GoMessages.OfDeath(culprit.Output.Text, package.Output.Text);
        culprit.Text = said is not null && teller == culprit ? null : said ?? $"{culprit.Output.Text}{package.Output.Text}";
        return Known;
    }

    private static GoTest? Only(List<GoTest> tests) => tests is [var only] ? only : null;

    /// <summary>If the run timed out, the test that took longest.</summary>
    private static GoTest? Slowest(List<GoTest> running, string said)
    {
        var told = GoMessages.RunningTests(said);
        if (told.Count > 0)
        {
            var most = told.Max(t => t.Seconds);
            var slowest = told.Where(t => t.Seconds >= most).Select(t => t.Name).ToList();
            return slowest is [var name] ? running.Find(t => t.Name == name) : null;
        }
        return Only(running.FindAll(t => said.Contains($".{LastPart(t.Name)}(", StringComparison.Ordinal))) ?? Only(running);
    }

    /// <summary>The test whose function the panicking goroutine was in.</summary>
    private static GoTest? Panicked(List<GoTest> running, GoTest? teller, string said)
    {
        if (GoMessages.TestInStack(said) is not { } function)
            return Only(running);
        var those = running.FindAll(t => t.Name.Split('/').Contains(function, StringComparer.Ordinal));
        return Only(those) ?? (teller is not null && those.Contains(teller) ? teller : null);
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The test that printed something last before the process ended may have said why.</summary>
    private static string? Last(List<GoTest> session, GoPackage package)
    {
        var last = session.Where(t => !t.Ended && t.Output.Last > 0).MaxBy(t => t.Output.Last);
        return last is null ? null : last.Output.Text + package.Output.Text;
    }
}

/// <summary>Names in order, to find those that are inside another (<c>TestArea/circle</c> inside <c>TestArea</c>).</summary>
internal sealed class SortedNames
{
    private readonly List<string> _names;

    public SortedNames(IEnumerable<string> names)
    {
        _names = [.. names];
        _names.Sort(StringComparer.Ordinal);
    }

    public bool HasInside(string name)
    {
        var at = _names.BinarySearch(name + "/", StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < _names.Count && _names[at].StartsWith(name + "/", StringComparison.Ordinal);
    }
}

/// <summary>Marks tests that failed only because a test inside them did: this counts as one failure, reported for the innermost.</summary>
internal static class GoParents
{
    public static void Mark(List<GoTest> session)
    {
        var failed = new SortedNames(session.Where(t => t.Outcome.IsFailure()).Select(t => t.Name));
        foreach (var test in session)
            test.OnlyThroughSubtests = (test.Outcome.IsFailure() || !test.Ended) && test.Message is null
                && failed.HasInside(test.Name) && !GoMessages.IsOwnFailure(test.Output.Text);
    }
}

/// <summary>The runs of a test in several runs of its package are its attempts.</summary>
internal static class GoTries
{
    public static void Add(List<GoTest> tests, ResultReading reading)
    {
        foreach (var tries in tests.GroupBy(t => (t.Package, t.Name, t.Occurrence)).OrderBy(g => g.First().Line))
        {
            var all = tries.OrderBy(t => t.Session).ToList();
            var own = all.FindAll(t => !t.OnlyThroughSubtests);
            if (all[^1].OnlyThroughSubtests)
                reading.FailedParents += all[^1].Outcome.IsFailure() ? 1 : 0;
            else
                reading.Add(Case(Counting(own), own.Count(t => t.Outcome.IsFailure()), reading));
        }
    }

    /// <summary>The last attempt counts, unless it was only skipped or stopped: that does not undo a failure.</summary>
    private static GoTest Counting(List<GoTest> tries) =>
        tries[^1].Outcome.IsSkip() && tries.FindLast(t => t.Outcome.IsFailure()) is { } failed ? failed : tries[^1];

    private static TestCase Case(GoTest test, int failures, ResultReading reading)
    {
        var (bad, text, output) = (test.Outcome.IsFailure(), test.Text ?? test.Output.Text, test.Output);
        return reading.Case(test.Package, test.Name, test.Outcome, test.Line, test.LastLine) with
        {
            Seconds = test.Seconds,
            FailedAttempts = test.Outcome.IsSkip() ? 0 : failures - (bad ? 1 : 0),
            Failure = !bad ? null : ResultReading.Failed(null, test.Message ?? (text.Length == 0 ? FailureMessages.Silent : GoMessages.OfTest(text)), text,
                output.First == 0 ? test.Line : output.First, output.First == 0 ? test.LastLine : output.Last),
        };
    }
}
