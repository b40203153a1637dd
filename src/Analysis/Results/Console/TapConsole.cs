using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads the Test Anything Protocol (node, tape, prove, bats): <c>ok 1 - name</c> and <c>not ok 2 - name # SKIP why</c>, below each what it said, as YAML
/// between
/// <c>---</c> and <c>...</c> or plain; subtests are indented and stand before the test that holds them, which only counts where it alone failed. Prove
/// without <c>-v</c> shows
/// no such lines: it has comments (<c>#   Failed test 'name'</c>), a summary of files that ended badly, and the count of all tests.
/// </summary>
internal sealed partial class TapConsole(string source, string suite) : IConsoleReader
{
    private readonly List<Point> _points = [];
    private readonly List<TestCase> _outside = [];
    private readonly Prove _prove = new();
    private Point? _open;
    private bool _isTap;
    private int _passed;
    private int _failed;

    private sealed record Point(string Name, TestOutcome Outcome, ConsoleSection Section)
    {
        public required int Indent { get; set; }
        public List<string> Parents { get; } = [];
    }

    public IEnumerable<string> Needles => ["ok ", "TAP version ", "# Subtest: ", "1..", "prove", "Bail out!", "#   Failed test", "Wstat: ", "Files=",
        "skipped subtest", "Looks like your test", "Parse errors: "];
    public bool IsOpen => _open is not null || _prove.IsOpen;

    public void Feed(LogLine line)
    {
        if (line.Text.StartsWith("##[", StringComparison.Ordinal))
        {
            _open = null;
            _prove.Stop();
            return;
        }
        _prove.Feed(line);
        if (TestPoint().Match(line.Text) is { Success: true } point
            && (_isTap || (point.Groups["indent"].Length == 0 && point.Groups["name"].Success && point.Groups["n"].Success)))
            Take(Of(point, line.Number));
        else if (FailedTest().Match(line.Text) is { Success: true } failed && failed.Groups["name"].Value != _open?.Name)
            Take(Failing(failed, line.Number));
        else if (BailOut().Match(line.Text) is { Success: true } bail && _isTap)
            Outside("bail out", bail.Groups["why"].Value, line, TestScope.Run);
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
        text.TrimStart() is ['#', ..] comment && !comment.StartsWith("# Subtest: ", StringComparison.Ordinal) && !Counts().IsMatch(comment) ? comment[1..]
            : null;

    public ConsoleCases Finish()
    {
        List<TestCase> cases = [.. _points.Select(Case).Concat(_outside).DistinctBy(c => (c.Id, c.Outcome))];
        cases.AddRange(_prove.Files.Select(f => f.Section.Case(source, suite, "", f.File, null, f.Section.Lines.Select(l => l.Text), TestOutcome.Error)
            with { Scope = TestScope.Suite }));
        var (passed, skipped) = _prove.Tests > 0 ? (_prove.Tests - cases.Count(c => c.Scope == TestScope.Test && !c.Outcome.IsPass()) - Unnamed(cases),
            _prove.Skipped) : (_passed > ConsoleSection.MostNamed ? _passed : 0, 0);
        return ConsoleCases.Of(cases, passed, skipped, ConsoleSection.Beyond(_failed, _failed));
    }

    /// <summary>Skipped ones that prove only counted.</summary>
    private int Unnamed(List<TestCase> cases) => Math.Max(0, _prove.Skipped - cases.Count(c => c.Outcome.IsSkip()));

    private static Point Of(Match found, int line)
    {
        var outcome = found.Groups["directive"].Value.ToUpperInvariant() switch
        {
            "SKIP" => TestOutcome.Skipped,
            "TODO" => found.Groups["not"].Success ? TestOutcome.ExpectedFailure : TestOutcome.UnexpectedPass,
            _ => found.Groups["not"].Success ? TestOutcome.Failed : TestOutcome.Passed,
        };
        var name = found.Groups["name"].Success ? Seconds().Replace(found.Groups["name"].Value, "").Trim() : $"test {found.Groups["n"].Value}";
        return new Point(name, outcome, new ConsoleSection(name, line)) { Indent = found.Groups["indent"].Length };
    }

    private static Point Failing(Match failed, int line) => new(failed.Groups["name"].Value, TestOutcome.Failed,
        new ConsoleSection(failed.Groups["name"].Value, line)) { Indent = failed.Groups["indent"].Length };

    private void Take(Point point)
    {
        _open = point.Outcome == TestOutcome.Failed ? point : null;
        if (Holds(point, out var failedInside) && (point.Outcome != TestOutcome.Failed || failedInside))
            return;
        if (point.Outcome == TestOutcome.Failed ? ++_failed <= ConsoleSection.MostFailing : ++_passed <= ConsoleSection.MostNamed)
            _points.Add(point);
    }

    private void Outside(string name, string why, LogLine line, TestScope scope)
    {
        _open = null;
        if (_outside.Count < ConsoleSection.MostFailing)
            _outside.Add(new ConsoleSection(name, line.Number).Case(source, suite, "", name, null, [why.Length > 0 ? why : line.Text], TestOutcome.Error)
                with { Scope = scope });
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
        return point.Outcome == TestOutcome.Failed
            ? point.Section.Case(source, suite, className, point.Name, null, Message(point.Section))
                with { Scope = OfFile().IsMatch(point.Name) ? TestScope.Suite : TestScope.Test }
            : ConsoleSection.Ended(source, suite, className, point.Name, point.Outcome, point.Section.Line);
    }

    /// <summary>Of YAML the value of <c>error</c>, <c>message</c> or <c>stack</c>; else all of it, without the places.</summary>
    private static string[] Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).ToList();
        var said = new[] { "error", "message", "stack" }.Select(key => Value(lines, key)).FirstOrDefault(v => v.Length > 0)
            ?? string.Join('\n', lines.Where(l => !Place().IsMatch(l)));
        return FailureMessages.Clean(null, said).Split('\n');
    }

    private static string Value(List<string> lines, string key)
    {
        var at = lines.FindIndex(l => l.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
            return "";
        var value = lines[at][(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return value is ['|' or '>', ..] ? string.Join('\n', lines.Skip(at + 1).TakeWhile(l => l.Trim().Length == 0 || Indent(l) > Indent(lines[at]))
            .Select(l => l.Trim()))
            : value.Trim('\'', '"');
    }

    /// <summary>Its version, its plan, or a subtest: what is indented, or has no name, is a test only behind one of these.</summary>
    [GeneratedRegex(@"^(?:TAP version \d|1\.\.\d{1,9}(?: #.*)?$|# Subtest: )", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begins();

    /// <summary>What node counts at the end, and which suite Criterion runs next.</summary>
    [GeneratedRegex(
        @"^#(?:$| Running \d+ tests? from )|^# (?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counts();

    private static int Indent(string text) => text.Length - text.TrimStart().Length;

    [GeneratedRegex(
        @"^(?<indent> {0,40})(?<not>not )?ok(?: (?<n>\d{1,9}))?(?: -)?(?: (?<name>[^# ].*?))? *(?: # ?(?<directive>SKIP|TODO|skip|todo|Skip|Todo)\b.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestPoint();

    /// <summary>Test::More's comment on a test that failed; its name stands in quotes, or there is only the place.</summary>
    [GeneratedRegex(
        @"^(?<indent> {0,40})#\s{1,3}Failed test (?:'(?<name>.{1,400})'|(?<name>at \S.{1,300} line \d{1,7}))\.?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailedTest();

    [GeneratedRegex(@"^Bail out!\s*(?<why>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BailOut();

    /// <summary>How long it took stands behind the name in bats and Criterion.</summary>
    [GeneratedRegex(@"\s+(?:\([\d.]+s\)|in \d+ms)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Seconds();

    /// <summary>bats: what failed is the set-up of a file.</summary>
    [GeneratedRegex(@"^(?:setup_file|teardown_file|setup_suite|teardown_suite) failed$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfFile();

    [GeneratedRegex(
        @"^\s*(?:\((?:in test file|from function|in file) .*|(?:in test file|from function|in file) .*\)|Failed test .*"
        + @"|Looks like you failed \d+ tests? .*|at \S.* line \d+\.)$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
