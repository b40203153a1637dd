namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Combines the two places where pytest reports a failure: the summary has the test's full name, the section has what happened. Tests in several files may have
/// the same name, and one test may fail and then also fail in tear-down.
/// </summary>
internal sealed class PytestFailures(string source, string suite, PytestSession session)
{
    private readonly List<PytestSection> _open = [];

    /// <summary>How many failures and errors pytest counts: one test may be counted twice.</summary>
    public int Events { get; private set; }

    public List<TestCase> All(PytestCounts? counted)
    {
        var told = session.HasSummary ? session.Summary : session.Loose;
        var keys = told.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var sure = session.Sections.Count(s => !s.Doubtful);
        _open.AddRange(session.Sections.Where(s => !s.Doubtful || keys.Contains(s.Key) || (told.Count == 0 && counted?.Failed > sure)));
        Events = Math.Max(told.Count, _open.Count);
        var subtests = told.Where(s => s.Sub is not null).Select(s => (s.File, s.Test)).ToHashSet();
        // A failure says more than the failed tear-down of the same test.
        var tests = told.Where(s => s.Sub is not null || !(s.IsForSubtests && subtests.Contains((s.File, s.Test))))
            .GroupBy(s => (s.File, s.Test, s.Sub, s.Sub is null ? 0 : s.Line)).Select(g => g.FirstOrDefault(s => !s.IsError) ?? g.First()).ToList();
        var pairs = tests.ConvertAll(t => (Test: t, Section: Take(t)));
        foreach (var isError in new[] { false, true })
            PairInOrder(pairs, isError);
        var cases = pairs.ConvertAll(p => Case(p.Test, p.Section));
        cases.AddRange(_open.Where(s => !keys.Contains(s.Key)).Select(Case).DistinctBy(c => c.Id));
        return cases;
    }

    private PytestSection? Take(PytestSummary test)
    {
        var fits = _open.Where(s => test.Sub is null ? s.Key == test.Key : s.Key.StartsWith(test.Key + " ", StringComparison.Ordinal));
        var best = (test.Sub is null ? fits.OrderByDescending(s => s.File == test.File).ThenBy(s => s.IsError != test.IsError) : fits).FirstOrDefault();
        if (best is not null)
            _open.Remove(best);
        return best;
    }

    /// <summary>Plugin items have different names in their sections, but both lists are in the same order.</summary>
    private void PairInOrder(List<(PytestSummary Test, PytestSection? Section)> pairs, bool isError)
    {
        var lacking = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Section is null && pairs[i].Test.IsError == isError && pairs[i].Test.Sub is null)
            .ToList();
        var keys = pairs.Select(p => p.Test.Key).ToHashSet(StringComparer.Ordinal);
        var left = _open.Where(s => s.IsError == isError && !s.Doubtful && !keys.Contains(s.Key)).ToList();
        if (lacking.Count == 0 || lacking.Count != left.Count)
            return;
        for (var i = 0; i < left.Count; i++)
            pairs[lacking[i]] = (pairs[lacking[i]].Test, left[i]);
        _open.RemoveAll(left.Contains);
    }

    private TestCase Case(PytestSummary summary, PytestSection? section)
    {
        var test = summary.Sub is null ? summary.Test : section is null ? $"{summary.Test} {summary.Sub}".Trim() : PytestNames.OfHeader(section.Test);
        var (className, name) = PytestNames.Of(summary.File, test);
        var outcome = summary.IsError ? TestOutcome.Error : TestOutcome.Failed;
        var read = section?.Read ?? Line(summary) ?? Bare(summary);
        var said = section?.Message() ?? (read.Lines.Count > 0
            ? PytestMessage.OfError([.. read.Lines.Select(l => WithoutPlace(l.Text))]) : [summary.Message, .. PytestMessage.OfError(summary.More)]);
        return read.Case(source, suite, className, name, summary.File, said, outcome) with
        {
            Scope = summary.Test.Length == 0
            ? TestScope.Suite : TestScope.Test
        };
    }

    /// <summary>With <c>--tb=line</c>: the line for the summary's location, if there are equally many of both.</summary>
    private ConsoleSection? Line(PytestSummary summary)
    {
        var failed = session.Summary.Where(s => !s.IsError).ToList();
        if (session.Lines.Count == 0 || session.Lines.Count != failed.Count || failed.IndexOf(summary) is not (>= 0 and var at))
            return null;
        var section = new ConsoleSection(session.Lines[at].Text, session.Lines[at].Number);
        section.Add(session.Lines[at]);
        return section;
    }

    private static ConsoleSection Bare(PytestSummary summary) =>
        new(summary.Message.Length > 0 ? summary.Message : FailureMessages.Silent, summary.Line);

    /// <summary><c>/shop/tests/test_x.py:22: assert None == 1</c> without the location.</summary>
    private static string WithoutPlace(string line) => line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at
        && line[..at].Contains(".py:", StringComparison.Ordinal) ? line[(at + 2)..] : line;

    /// <summary>Without a summary, the last location in the section gives the file.</summary>
    private TestCase Case(PytestSection section)
    {
        var file = section.IsOfFile ? section.Test : section.File;
        var (className, name) = PytestNames.Of(file, section.IsOfFile ? "" : PytestNames.OfHeader(section.Test));
        return section.Read.Case(source, suite, className, name, file.Length > 0 ? file : null, section.Message(), section.IsError
            ? TestOutcome.Error : TestOutcome.Failed) with
        {
            Scope = section.IsOfFile ? TestScope.Suite : TestScope.Test,
        };
    }
}
