using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads the Test Anything Protocol (node, tape, prove, bats): <c>ok 1 - name</c> and <c>not ok 2 - name # SKIP why</c>, below each what it said, as YAML between
/// <c>---</c> and <c>...</c> or plain; subtests are indented and stand before the test that holds them. That one is none of its own unless it alone failed.
/// </summary>
internal sealed partial class TapConsole(string source, string suite) : IConsoleReader
{
    private readonly List<Point> _points = [];
    private Point? _open;
    private bool _isTap;
    private int _passed;
    private int _failed;

    private sealed record Point(string Name, TestOutcome Outcome, ConsoleSection Section)
    {
        public required int Indent { get; set; }
        public List<string> Parents { get; } = [];
    }

    public IEnumerable<string> Needles => ["ok ", "TAP version ", "# Subtest: ", "1.."];
    public bool IsOpen => _open is not null;

    public void Feed(LogLine line)
    {
        if (TestPoint().Match(line.Text) is { Success: true } point && (_isTap || (point.Groups["indent"].Length == 0 && point.Groups["name"].Success)))
            Take(point, line.Number);
        else if (_open is not null && Diagnostic(line.Text) is { } said)
            _open.Section.Add(line with { Text = said });
        else if (_open is not null && line.Text.Length > 0 && Indent(line.Text) <= _open.Indent)
            _open = null;
        else
            _open?.Section.Add(line);
        _isTap |= Begins().IsMatch(line.Text);
    }

    /// <summary>What prove and bats say of a test stands in comments below it; null for what is none.</summary>
    private static string? Diagnostic(string text) =>
        text.TrimStart() is ['#', ..] comment && !comment.StartsWith("# Subtest: ", StringComparison.Ordinal) && !Counts().IsMatch(comment) ? comment[1..] : null;

    public ConsoleCases Finish()
    {
        List<TestCase> cases = [.. _points.Select(Case).DistinctBy(c => (c.Id, c.Outcome))];
        return ConsoleCases.Of(cases, _passed > ConsoleSection.MostNamed ? _passed : 0, 0, ConsoleSection.Beyond(_failed, _failed));
    }

    private void Take(Match found, int line)
    {
        var outcome = found.Groups["directive"].Success ? TestOutcome.Skipped : found.Groups["not"].Success ? TestOutcome.Failed : TestOutcome.Passed;
        var name = found.Groups["name"].Success ? found.Groups["name"].Value.Trim() : $"test {found.Groups["n"].Value}";
        var point = new Point(name, outcome, new ConsoleSection(name, line)) { Indent = found.Groups["indent"].Length };
        _open = outcome == TestOutcome.Failed ? point : null;
        if (Holds(point, out var failedInside) && (outcome != TestOutcome.Failed || failedInside))
            return;
        if (outcome == TestOutcome.Failed ? ++_failed <= ConsoleSection.MostFailing : ++_passed <= ConsoleSection.MostNamed)
            _points.Add(point);
    }

    /// <summary>The deeper ones before it are its subtests, and from now on no deeper than it.</summary>
    private bool Holds(Point point, out bool failedInside)
    {
        failedInside = false;
        var first = _points.Count;
        while (first > 0 && _points[first - 1].Indent > point.Indent)
        {
            var inside = _points[--first];
            failedInside |= inside.Outcome == TestOutcome.Failed;
            inside.Parents.Insert(0, point.Name);
            inside.Indent = point.Indent;
        }
        return first < _points.Count;
    }

    private TestCase Case(Point point)
    {
        var className = string.Join(' ', point.Parents);
        return point.Outcome == TestOutcome.Failed ? point.Section.Case(source, suite, className, point.Name, null, Message(point.Section))
            : ConsoleSection.Ended(source, suite, className, point.Name, point.Outcome, point.Section.Line);
    }

    /// <summary>Of YAML the value of <c>error</c>, <c>message</c> or <c>stack</c>; else all of it.</summary>
    private static string[] Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).ToList();
        var said = new[] { "error", "message", "stack" }.Select(key => Value(lines, key)).FirstOrDefault(v => v.Length > 0) ?? string.Join('\n', lines);
        return FailureMessages.Clean(null, said).Split('\n');
    }

    private static string Value(List<string> lines, string key)
    {
        var at = lines.FindIndex(l => l.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
            return "";
        var value = lines[at][(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return value is ['|' or '>', ..] ? string.Join('\n', lines.Skip(at + 1).TakeWhile(l => l.Trim().Length == 0 || Indent(l) > Indent(lines[at])).Select(l => l.Trim()))
            : value.Trim('\'', '"');
    }

    /// <summary>Its version, its plan, or a subtest: what is indented, or has no name, is a test only behind one of these.</summary>
    [GeneratedRegex(@"^(?:TAP version \d|1\.\.\d{1,9}$|# Subtest: )", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begins();

    /// <summary>What node counts at the end.</summary>
    [GeneratedRegex(@"^# (?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counts();

    private static int Indent(string text) => text.Length - text.TrimStart().Length;

    [GeneratedRegex(@"^(?<indent> {0,40})(?<not>not )?ok (?<n>\d{1,9})(?: -)?(?: (?<name>[^# ].*?))?(?: # (?<directive>SKIP|TODO|skip|todo)\b.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestPoint();
}
