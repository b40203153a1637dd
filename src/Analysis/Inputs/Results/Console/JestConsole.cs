using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads jest: <c>FAIL project file (12.3 s)</c>, a section per test under <c>● suite › test</c>, the list of <c>--verbose</c>, and the counts
/// (<c>Tests: 1 failed, 20 passed, 21 total</c>). jest repeats failures at the end; each counts once.
/// </summary>
internal sealed partial class JestConsole(string source, string suite) : IConsoleReader
{
    private const string Suite = "Test suite failed to run";
    private readonly List<JestSection> _sections = [];
    private readonly List<TestCase> _named = [];
    private readonly List<TestCase> _instead = [];
    private readonly JestTree _tree = new();
    /// <summary>The name in the list for each failed test, by its file and path: a name may contain the mark that separates suites.</summary>
    private readonly Dictionary<(string, string), (string ClassName, string Name)> _paths = [];
    private readonly Dictionary<string, int> _retries = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();
    private (string File, string? Project, bool Failed) _file = ("", null, false);
    private JestSection? _open;
    private string? _retried;
    private int _suitesLine;
    private int _failedSuites;

    public TestRunner Runner => TestRunner.Jest;

    public IEnumerable<string> Needles =>
        ["PASS", "FAIL", "Tests: ", "Test Suites:", "  ● ", " RETRY ", "Errors thrown in ", "No tests found, exiting with code", " process.exit called with ",
            " obsolete"];

    public bool IsOpen => _open is not null || _retried is not null || _tree.IsOpen;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (File().Match(text) is { Success: true } file)
            Begin(file);
        else if (Header().Match(text) is { Success: true } header)
            Open(header.Groups["name"].Value, line);
        else if (text.StartsWith("Test Suites:", StringComparison.Ordinal))
            (_open, _retried, _suitesLine, _failedSuites) = (null, null, line.Number, _failedSuites + Figure.Of(FailedSuites().Match(text).Groups["n"]));
        else if (Totals().IsMatch(text))
            Count(line);
        else if (Retried().Match(text) is { Success: true } retried)
            (_open, _retried) = (null, retried.Groups["name"].Value.Trim());
        else if (_retried is not null && Retry().IsMatch(text))
            _retries[_retried] = _retries.GetValueOrDefault(_retried) + 1;
        else if (Reason().Match(text) is { Success: true } reason)
            Reasoned(line, reason.Value);
        else if (Ends().IsMatch(text))
            (_open, _retried) = (null, null);
        else if (_open is not null)
            _open.Section.Add(line);
        else if (_tree.Take(text) is { } ended)
            Name(ended, line.Number);
    }

    public ConsoleCases Finish()
    {
        List<TestCase> failed = [.. _sections.DistinctBy(s => (s.File, s.Project, s.Section.Name))
            .Select(s => Tried(s.Case(source, suite, _paths.TryGetValue((s.File, s.Section.Name), out var names) ? names : null)))];
        var suites = failed.Count(f => f.Scope == TestScope.Suite);
        // If the run broke off, a failed test may be named only by its list.
        var bad = failed.Select(f => (f.File, f.Id)).ToHashSet();
        List<TestCase> cases = [.. failed, .. _named.Where(n => !bad.Contains((n.File, n.Id)))];
        cases.AddRange(_retries.Keys.Where(r => cases.TrueForAll(c => c.Name != r)).Select(r => Flaky(r)));
        // A file that did not run is not a test, and jest counts it separately.
        var uncounted = cases.Exists(c => c.Bad) || _tally.Failed > 0 ? 0 : _failedSuites;
        return ConsoleCases.Of(cases, _tally.Passed, _tally.Skipped, _tally.Failed + suites + uncounted) with { Instead = _instead };
    }

    private void Begin(Match file)
    {
        _file = (file.Groups["file"].Value, file.Groups["project"].Success ? file.Groups["project"].Value.Trim() : null, file.Groups["what"].Value != "PASS");
        (_open, _retried) = (null, null);
        _tree.Begin();
        _tally.Told();
    }

    /// <summary>Two blanks after the dot mean that the section is not a test's: a process that ended, something printed too late, an open handle.</summary>
    private void Open(string name, LogLine line)
    {
        _open = null;
        var isTest = name is not ("Console" or "Deprecation Warning" or "Validation Warning")
            && (name.Contains(" › ", StringComparison.Ordinal) || name == Suite || name[0] != ' ');
        if (Exited().Match(name) is { Success: true } exited)
            Exit(exited, line);
        else if (isTest && _file.Failed && _sections.Count < ConsoleSection.MostFailing)
            _sections.Add(_open = new JestSection(_file.File, _file.Project, new ConsoleSection(name.Trim(), line.Number), name == Suite));
        _retried = null;
    }

    /// <summary>If a process ended itself, jest prints no totals. With code 0 nothing failed.</summary>
    private void Exit(Match exited, LogLine line)
    {
        if (exited.Groups["code"].Value != "0")
            Reasoned(line, line.Text.Trim(' ', '●'));
    }

    private void Reasoned(LogLine line, string message)
    {
        var section = new ConsoleSection(message, line.Number);
        section.Add(line);
        if (_instead.Count < ConsoleSection.MostFailing)
            _instead.Add(section.Case(source, suite, "", "jest", null, [message.Trim(' ', '›')], TestOutcome.Error) with { Scope = TestScope.Run });
    }

    private void Count(LogLine line)
    {
        var (passed, skipped, failed) = (0, 0, 0);
        foreach (Match count in Counts().Matches(line.Text))
        {
            var n = Figure.Of(count.Groups["n"]);
            _ = count.Groups["what"].Value switch { "passed" => passed += n, "failed" => failed += n, _ => skipped += n };
        }
        // A test may print such a line. jest's own is directly below the line about the files.
        if (_suitesLine == line.Number - 1)
            _tally.AddOnce(passed, skipped, failed);
        else
            _tally.AddDoubtful(passed, skipped, failed);
        _open = null;
        _tree.End();
    }

    private void Name((IReadOnlyList<string> Suites, string Name, TestOutcome Outcome) ended, int line)
    {
        if (_named.Count >= ConsoleSection.MostNamed)
            return;
        var className = string.Join(' ', ended.Suites);
        _named.Add(Ended(className, ended.Name, ended.Outcome, line));
        if (ended.Outcome.IsFailure())
            _paths.TryAdd((_file.File, string.Join(" › ", ended.Suites.Append(ended.Name))), (className, ended.Name));
    }

    private TestCase Ended(string className, string name, TestOutcome outcome, int line)
    {
        var test = ConsoleSection.Ended(source, suite, className, name, outcome, line, file: _file.File) with { Variant = _file.Project };
        return Tried(outcome.IsFailure() ? test with { Failure = new Failure(null, FailureMessages.Silent, "", line, line) } : test);
    }

    private TestCase Tried(TestCase test) => _retries.TryGetValue(test.Name, out var tries) ? test with { FailedAttempts = tries } : test;

    /// <summary>It failed, passed on retry, and no list names it.</summary>
    private TestCase Flaky(string name) => Ended("", name, TestOutcome.Passed, _suitesLine);

    [GeneratedRegex(@"^(?:##\[group\])?\s*(?:(?<what>PASS|FAIL)|(?<what>Errors) thrown in)\s+(?:(?<project>\S.{0,60}?)\s+)?(?<file>\S+\.(?:[cm]?[jt]sx?|vue|svelte|coffee))(?: \([^)]{1,60}\))?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex File();

    [GeneratedRegex("^  ● (?<name>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Header();

    [GeneratedRegex("^Tests: .+ total$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"\b(?<n>\d{1,7}) failed\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FailedSuites();

    [GeneratedRegex(@"(?<n>\d{1,7}) (?<what>passed|failed|skipped|todo|pending)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();

    [GeneratedRegex("^ LOGGING RETRY ERRORS (?<name>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Retried();

    [GeneratedRegex(@"^ RETRY \d{1,3}\s*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Retry();

    [GeneratedRegex(@"^(?:Summary of all failing tests| › \d{1,7} snapshots? |Snapshot Summary|-{5,}\|| *File +\| |Jest has detected the following|Jest did not exit|##\[|A worker process has failed to exit)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^ *process\.exit called with ""(?<code>-?\d{1,10})""$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Exited();

    /// <summary>jest also fails because of snapshots that no test uses, and if it finds no tests.</summary>
    [GeneratedRegex(@"^(?:No tests found, exiting with code [1-9]| › \d{1,7} snapshots? (?:files? )?obsolete from \d{1,7} test suites?\b)",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Reason();
}
