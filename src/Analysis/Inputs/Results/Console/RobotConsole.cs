using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Robot Framework: <c>Has Total   | FAIL |</c> with the message below. Suites end with the same words, with their counts below. The outermost comes
/// last, and its counts include all others.
/// </summary>
internal sealed partial class RobotConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(TestOutcome Outcome, ConsoleSection Section)> _ended = [];
    private readonly RunnerCounts _counts = new();
    private (Match Found, LogLine Line)? _last;
    private bool _open;

    public IEnumerable<string> Needles => ["| PASS |", "| FAIL |", "| SKIP |", " tests, ", " test, "];
    public bool IsOpen => _open;

    public void Feed(LogLine line)
    {
        if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line);
        else if (_open && Counts().Match(line.Text) is { Success: true } counts)
            OfSuite(counts, line);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            Close();
        else if (Rule().IsMatch(line.Text))
            _open = false;
        else if (Outputs().IsMatch(line.Text))
            Close();
        else if (_open)
            _ended[^1].Section.Add(line);
    }

    public ConsoleCases Finish()
    {
        Close();
        return _counts.Of([.. _ended.DistinctBy(e => (e.Section.Name, e.Outcome)).Select(Case)]);
    }

    private void End(Match ended, LogLine line)
    {
        var outcome = ended.Groups["how"].Value switch { "PASS" => TestOutcome.Passed, "FAIL" => TestOutcome.Failed, _ => TestOutcome.Skipped };
        _open = _ended.Count < ConsoleSection.MostNamed;
        if (_open)
            _ended.Add((outcome, new ConsoleSection(Documented().Replace(ended.Groups["name"].Value, "").Trim(), line.Number)));
    }

    /// <summary>The result was a suite's, not a test's.</summary>
    private void OfSuite(Match counts, LogLine line)
    {
        _ended.RemoveAt(_ended.Count - 1);
        (_open, _last) = (false, (counts, line));
    }

    private void Close()
    {
        if (_last is { } last)
            _counts.Count(last.Found, last.Line, ofSuite: false);
        (_open, _last) = (false, null);
    }

    private TestCase Case((TestOutcome Outcome, ConsoleSection Section) ended) => ended.Outcome == TestOutcome.Failed
        ? ended.Section.Case(source, suite, "", ended.Section.Name, null, ended.Section.Lines.Select(l => l.Text))
        : ConsoleSection.Ended(source, suite, "", ended.Section.Name, ended.Outcome, ended.Section.Line);

    [GeneratedRegex(@"^(?<name>\S.{0,400}?)\s*\| (?<how>PASS|FAIL|SKIP) \|$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    /// <summary>Robot 3 distinguished critical tests from others, in two lines of counts.</summary>
    [GeneratedRegex(
        @"^(?<ran>\d{1,7}) (?:critical )?tests?(?: total)?, (?:\d{1,7} passed, )(?<failed>\d{1,7}) failed(?:, (?<skipped>\d{1,7}) skipped)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^[=-]{40,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:Output|Log|Report): +\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Outputs();

    /// <summary>The first line of its documentation follows its name.</summary>
    [GeneratedRegex(@" :: .*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Documented();
}
