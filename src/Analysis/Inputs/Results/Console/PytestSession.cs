using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One run of pytest, from its start to its totals, and the cases read from it.</summary>
internal sealed class PytestSession(string source, string suite)
{
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string File, string Test, LogLine Line)> _namedFailures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reruns = new(StringComparer.Ordinal);
    private bool _told;

    /// <summary>Number of characters in a line across the terminal; 0 until one is seen.</summary>
    public int Width { get; set; }
    public string Root { get; set; } = "";
    public bool Started { get; set; }

    /// <summary>Lines in the summary section. Those elsewhere are kept separately, because a test may have printed them.</summary>
    public List<PytestSummary> Summary { get; } = [];
    public List<PytestSummary> Loose { get; } = [];
    public bool HasSummary { get; set; }
    public List<PytestSection> Sections { get; } = [];

    /// <summary>With <c>--tb=line</c>: one line for each failure, in the summary's order.</summary>
    public List<LogLine> Lines { get; } = [];
    public PytestCounts? Totals { get; set; }
    public PytestCounts? DoubtfulTotals { get; set; }
    public (string Id, LogLine Line)? LastStarted { get; set; }
    public PytestCrash? Crash { get; set; }
    public ConsoleSection? Internal { get; set; }

    /// <summary>Why nothing ran, or why it ended.</summary>
    public List<LogLine> Reasons { get; } = [];

    public bool IsEmpty => !Started && Totals is null && DoubtfulTotals is null && Sections.Count + Summary.Count + Loose.Count + Lines.Count + _named.Count
        + _namedFailures.Count + Reasons.Count == 0
        && Internal is null && Crash is null;

    /// <param name="again">It is in the summary: with <c>-v</c> the outcome was already reported.</param>
    public void Ended(string file, string test, string what, LogLine line, bool again)
    {
        var id = $"{file}::{test}";
        _told |= what == "RERUN" && !again;
        if (what == "RERUN")
            _reruns[id] = _reruns.GetValueOrDefault(id) + (again && _told ? 0 : 1);
        else if (what is "FAILED" or "ERROR")
        {
            if (_namedFailures.Count < ConsoleSection.MostFailing)
                _namedFailures.TryAdd(id, (file, test, line));
        }
        else if (_named.Count < ConsoleSection.MostNamed)
            _named.TryAdd(id, Passed(file, test, what, line.Number));
        if (LastStarted?.Id == id)
            LastStarted = null;
    }

    private TestCase Passed(string file, string test, string what, int line)
    {
        var outcome = what switch
        {
            "PASSED" => TestOutcome.Passed,
            "XPASS" => TestOutcome.UnexpectedPass,
            "XFAIL" => TestOutcome.ExpectedFailure,
            _ => TestOutcome.Skipped
        };
        var (className, name) = PytestNames.Of(file, test);
        return ConsoleSection.Ended(source, suite, className, name, outcome, line, file: file);
    }

    public ConsoleCases Cases()
    {
        var counted = Totals ?? DoubtfulTotals;
        var failures = new PytestFailures(source, suite, this);
        var failed = failures.All(counted);
        // The run broke off before it reported its failures.
        if (failed.Count == 0 && (counted is null || counted.Failed > 0))
            failed = [.. _namedFailures.Values.Select(Silent)];
        if (counted is null && Crash?.Case(source, suite, this) is { } crashed && failed.TrueForAll(f => f.Id != crashed.Id))
            failed.Add(crashed);
        else if (Crash is not null)
            failed = failed.ConvertAll(Crash.Explain);
        if (Internal is { } broken)
            failed.Add(broken.Case(source, suite, "", "pytest: INTERNALERROR", null, PytestReasons.OfInternalError(broken),
                TestOutcome.Error) with
            { Scope = TestScope.Run });
        var bad = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        List<TestCase> cases = [.. failed.Select(Tried), .. _named.Values.Where(n => !bad.Contains(n.Id)).Select(Tried)];
        var events = Math.Max(failures.Events, failed.Count);
        return ConsoleCases.Of(cases, counted?.Passed ?? 0, counted?.Skipped ?? 0) with
        {
            UnnamedFailed = counted is null ? 0 : Math.Clamp(counted.Failed - events, 0, Figure.Most),
            Instead = failed.Count > 0 ? [] : [.. PytestReasons.Of(source, suite, this)],
        };
    }

    /// <summary>The test with its earlier failed attempts.</summary>
    private TestCase Tried(TestCase test) => test.File is { } file && _reruns.Count > 0 && _reruns.TryGetValue(NodeId(file, test), out var tries)
        ? test with { FailedAttempts = tries } : test;

    private static string NodeId(string file, TestCase test)
    {
        var module = PytestNames.Of(file, "").Name;
        var inside = test.ClassName.Length > module.Length ? test.ClassName[(module.Length + 1)..].Replace(".", "::", StringComparison.Ordinal) + "::" : "";
        return $"{file}::{inside}{test.Name}";
    }

    private TestCase Silent((string File, string Test, LogLine Line) failure)
    {
        var (className, name) = PytestNames.Of(failure.File, failure.Test);
        var section = new ConsoleSection(FailureMessages.Silent, failure.Line.Number);
        section.Add(failure.Line);
        return section.Case(source, suite, className, name, failure.File, []);
    }
}

/// <summary>pytest's last line.</summary>
internal sealed record PytestCounts(int Passed, int Skipped, int Failed);
