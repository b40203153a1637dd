using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads the Test Anything Protocol (node, tape, prove, bats, vitest, ava): <c>ok 1 - name</c> and <c>not ok 2 - name # SKIP why</c>, each with its output
/// below, as YAML between <c>---</c> and <c>...</c> or plain. Subtests are indented and come before the test that contains them, or after it between braces.
/// The containing test is not counted unless it failed by itself.
/// </summary>
internal sealed partial class TapConsole(string source, string suite) : IConsoleReader
{
    private readonly List<TapPoint> _points = [];

    /// <summary>Tests whose subtests follow.</summary>
    private readonly List<TapPoint> _braces = [];
    private readonly NodeUncaught _uncaught = new();
    private readonly List<TestCase> _bailed = [];
    private TapPoint? _open;

    /// <summary>A stream began: its version, its plan or a subtest was read.</summary>
    private bool _isTap;
    private bool _wasTap;
    private int _passed;
    private int _failed;

    /// <summary>The previous line, if it may name the group of the next test, as in tape.</summary>
    private (int Line, string Name)? _group;
    private string _groupName = "";

    public IEnumerable<string> Needles => ["ok ", "TAP version ", "# Subtest: ", "1..", "Bail out!", .. NodeUncaught.Needles];
    public bool IsOpen => _open is not null || _isTap;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (text.StartsWith("##[", StringComparison.Ordinal))
            (_open, _isTap) = (null, _isTap && !text.StartsWith("##[group]Run ", StringComparison.Ordinal));
        else if (TapPoint.Shape().Match(text) is { Success: true } point && (point.Groups["n"].Success || point.Groups["name"].Success)
            && (_isTap || (point.Groups["indent"].Length == 0 && point.Groups["name"].Success && point.Groups["n"].Success)))
            Take(point, line.Number);
        else if (_braces.Count > 0 && text.Trim() == "}")
            Close();
        else if (text.StartsWith("Bail out!", StringComparison.Ordinal) && _isTap)
            Bail(line);
        else if (_open is not null && text.Trim() == "...")
            _open = null;
        else if (_open is not null && Diagnostic(text) is { } said)
            _open.Section.Add(line with { Text = said });
        else if (Begins().IsMatch(text.TrimStart()))
            _open = null;
        else if (_open is not null && text.Length > 0 && TapPoint.IndentOf(text) <= _open.Indent)
            _open = null;
        else
            _open?.Section.Add(line);
        if (_isTap && text.StartsWith("# ", StringComparison.Ordinal))
            _uncaught.Feed(text[2..]);
        _group = text.StartsWith("# ", StringComparison.Ordinal) && _open is null && !text.StartsWith("# Subtest: ", StringComparison.Ordinal) && _isTap
            ? (line.Number, text[2..]) : null;
        _isTap |= Begins().IsMatch(text);
        _wasTap |= _isTap;
    }

    public ConsoleCases Finish()
    {
        while (_braces.Count > 0)
            Close();
        // A single line may have been printed by a test. A stream has a version, a plan, or begins with the first test.
        var points = _wasTap || _points is [{ Number: "1" }, ..] ? _points : [];
        var isTape = points.Exists(p => p.IsOfTape);
        List<TestCase> cases = [.. points.Select(p => p.Case(source, suite, isTape, _uncaught)).DistinctBy(c => (c.Id, c.File, c.Outcome)), .. _bailed];
        return points.Count == 0 ? new(_bailed, 0, 0) : ConsoleCases.Of(cases, _passed > ConsoleSection.MostNamed ? _passed : 0, 0,
            ConsoleSection.Beyond(_failed, _failed));
    }

    private void Take(Match found, int line)
    {
        _groupName = _group is { } group && group.Line == line - 1 ? group.Name : _groupName;
        var point = new TapPoint(found, line, _groupName);
        _open = point.IsFailure ? point : null;
        if (found.Groups["open"].Success)
        {
            _braces.Add(point);
            _open = null;
            return;
        }
        point.Parents.AddRange(_braces.Select(b => b.Name));
        foreach (var brace in _braces)
            brace.FailedInside |= point.IsFailure;
        if (Holds(point, out var failedInside) && (!point.IsFailure || failedInside))
            return;
        Add(point);
    }

    private void Add(TapPoint point)
    {
        if (point.IsFailure ? ++_failed <= ConsoleSection.MostFailing : ++_passed <= ConsoleSection.MostNamed)
            _points.Add(point);
    }

    /// <summary>A test that contains others is only reported if it failed by itself.</summary>
    private void Close()
    {
        var point = _braces[^1];
        _braces.RemoveAt(_braces.Count - 1);
        point.Parents.AddRange(_braces.Select(b => b.Name));
        _open = null;
        if (point.IsFailure && !point.FailedInside)
            Add(point);
    }

    /// <summary>The more deeply indented tests before it are its subtests; they get its indentation.</summary>
    private bool Holds(TapPoint point, out bool failedInside)
    {
        failedInside = false;
        var first = _points.Count;
        while (first > 0 && _braces.Count == 0 && _points[first - 1].Indent > point.Indent)
        {
            var inside = _points[--first];
            failedInside |= inside.IsFailure && !inside.IsCancelled;
            inside.Parents.Insert(0, point.Name);
            inside.Indent = point.Indent;
        }
        return first < _points.Count;
    }

    private void Bail(LogLine line)
    {
        var section = new ConsoleSection(line.Text, line.Number);
        section.Add(line);
        _open = null;
        if (_bailed.Count < ConsoleSection.MostFailing)
            _bailed.Add(section.Case(source, suite, "", "Bail out!", null, [line.Text["Bail out!".Length..].Trim() is { Length: > 0 } why ? why : line.Text],
                TestOutcome.Error) with
            { Scope = TestScope.Run });
    }

    /// <summary>What prove and bats say about a test is in comments below it; null for anything else.</summary>
    private static string? Diagnostic(string text) =>
        text.TrimStart() is ['#', ..] comment && !comment.StartsWith("# Subtest: ", StringComparison.Ordinal) && !Counts().IsMatch(comment)
            ? comment[1..] : null;

    /// <summary>The version, the plan, or a subtest: a line that is indented, or has no name, is only a test after one of these.</summary>
    [GeneratedRegex(@"^(?:TAP version \d|1\.\.\d{1,9}$|# Subtest: )", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Begins();

    /// <summary>node's counts at the end, and the name of the suite that Criterion runs next.</summary>
    [GeneratedRegex(@"^#(?:$| Running \d{1,7} tests? from )|^# (?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) +[\d.]+$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();
}
