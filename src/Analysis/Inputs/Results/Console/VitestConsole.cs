using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads vitest: below <c>⎯⎯ Failed Tests 3 ⎯⎯</c> one or more lines <c>FAIL |project| file > suite > test</c> with the message that they share, up to
/// <c>⎯⎯[1/3]⎯</c>; errors outside tests that were not caught; the lines of tests as they end; and the counts (<c>Tests  1 failed | 5 passed (6)</c>).
/// </summary>
internal sealed partial class VitestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<VitestFailure> _failures = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly List<ConsoleSection> _unhandled = [];
    private readonly List<TestCase> _instead = [];
    private readonly Tally _tally = new();
    private VitestFailure? _open;
    private ConsoleSection? _error;
    private bool _naming;
    private bool _suites;
    private bool _sure;
    private int _filesLine;

    public TestRunner Runner => TestRunner.Vitest;

    public IEnumerable<string> Needles => [" FAIL ", "Failed Suites ", "Failed Tests ", " Tests ", " Test Files ", " > ", "Unhandled ", "Uncaught Exception",
        "No test files found, exiting with code", "Startup Error"];
    public bool IsOpen => _open is not null || _error is not null;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (Part().Match(text) is { Success: true } part)
            Begin(part.Groups["title"].Value, line);
        else if (Rule().IsMatch(text))
            Close();
        else if (Failed().Match(text) is { Success: true } failed)
            Fail(failed, line.Number);
        else if (Files().IsMatch(text))
            (_filesLine, _open, _error) = (line.Number, null, null);
        else if (Totals().Match(text) is { Success: true } totals)
            Count(totals, line.Number);
        else if (text.StartsWith("##[", StringComparison.Ordinal))
            Close();
        else if (_error is not null)
            _error.Add(line);
        else if (_open is not null)
        {
            _naming = false;
            _open.Section.Add(line);
        }
        else if (Ended().Match(text) is { Success: true } ended)
            End(ended, line.Number);
        else if (text.StartsWith("No test files found, exiting with code ", StringComparison.Ordinal) && !text.EndsWith(" 0", StringComparison.Ordinal))
            _instead.Add(Run("vitest", text, line));
    }

    public ConsoleCases Finish()
    {
        // Unless it is in a section of failures, a line may have been printed by a test.
        List<TestCase> failed = [.. _failures.Where(f => f.Sure || !_sure).GroupBy(f => (f.File, f.Project, f.Name))
            .Select(g => g.First().Case(source, suite, g.Count() - 1))];
        var bad = failed.Select(f => (f.File, f.Id)).ToHashSet();
        List<TestCase> cases = [.. failed, .. _named.Values.Where(n => !bad.Contains((n.File, n.Id)) && (!n.Bad || failed.Count == 0))];
        var outside = failed.Count(f => f.Scope != TestScope.Test);
        return ConsoleCases.Of([.. cases, .. _unhandled.Select(Unhandled)], _tally.Passed, _tally.Skipped, _tally.Failed + outside
            + _unhandled.Count) with
        { Instead = _instead };
    }

    private void Begin(string title, LogLine line)
    {
        Close();
        var isFailed = title.StartsWith("Failed ", StringComparison.Ordinal);
        _suites = isFailed && title.StartsWith("Failed Suites", StringComparison.Ordinal);
        _sure |= isFailed;
        if (title is "Unhandled Rejection" or "Uncaught Exception" or "Unhandled Error" or "Startup Error" or "Unhandled Source Errors"
            && _unhandled.Count < ConsoleSection.MostFailing)
            _unhandled.Add(_error = new ConsoleSection(title, line.Number));
    }

    private void Close() => (_open, _error, _naming) = (null, null, false);

    /// <summary>Tests that failed the same way are listed one below the other, above their message.</summary>
    private void Fail(Match failed, int line)
    {
        var shared = _naming ? _open : null;
        var file = failed.Groups["file"].Value;
        var section = shared?.Section ?? new ConsoleSection(failed.Value.Trim(), line);
        var project = failed.Groups["project"].Success ? failed.Groups["project"].Value.Trim(' ', '|') : null;
        _open = new VitestFailure(file, project, failed.Groups["name"].Value, section, _suites || !failed.Groups["name"].Success, _suites || _sure);
        (_naming, _error) = (true, null);
        if (_failures.Count < ConsoleSection.MostFailing)
            _failures.Add(_open);
    }

    private void Count(Match totals, int line)
    {
        var (passed, skipped, failed) = (0, 0, 0);
        foreach (Match part in Counts().Matches(totals.Value))
        {
            var n = Figure.Of(part.Groups["n"]);
            _ = part.Groups["what"].Value switch { "passed" => passed += n, "failed" => failed += n, _ => skipped += n };
        }
        if (_filesLine == line - 1)
            _tally.Add(passed, skipped, failed);
        else
            _tally.AddDoubtful(passed, skipped, failed);
        Close();
    }

    private void End(Match ended, int line)
    {
        if (_named.Count >= ConsoleSection.MostNamed)
            return;
        var (className, name) = VitestFailure.Names(ended.Groups["name"].Value);
        var outcome = ended.Groups["mark"].Value switch { "✓" or "√" => TestOutcome.Passed, "×" or "✗" or "❯" => TestOutcome.Failed, _ => TestOutcome.Skipped };
        var test = ConsoleSection.Ended(source, suite, className, name, outcome, line, file: ended.Groups["file"].Value) with
        {
            FailedAttempts = outcome == TestOutcome.Passed ? Figure.Of(ended.Groups["retries"]) : 0,
            Failure = outcome == TestOutcome.Failed ? new Failure(null, FailureMessages.Silent, "", line, line) : null,
        };
        _named[$"{ended.Groups["project"].Value}{ended.Groups["file"].Value} {test.Id}"] = test;
    }

    private TestCase Unhandled(ConsoleSection error)
    {
        var origin = error.Lines.Select(l => Origin().Match(l.Text)).FirstOrDefault(m => m.Success)?.Groups["file"].Value;
        var name = origin is null ? error.Name : $"{error.Name} in {origin}";
        return error.Case(source, suite, "", name, origin, ScriptMessage.Of(error.Lines.Select(l => l.Text)), TestOutcome.Error) with { Scope = TestScope.Run };
    }

    private TestCase Run(string name, string message, LogLine line)
    {
        var section = new ConsoleSection(message, line.Number);
        section.Add(line);
        return section.Case(source, suite, "", name, null, [message], TestOutcome.Error) with { Scope = TestScope.Run };
    }

    [GeneratedRegex(@"^⎯{2,}\s*(?<title>(?:Failed (?:Suites|Tests|Typechecks?|Benchmarks?)|Unhandled|Uncaught|Startup) ?[\w ]{0,40}?)\s*⎯{2,}$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^⎯{2,}(?:\[\d+/\d+\]⎯*)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s{0,2}FAIL {1,3}(?<project>\|[^|]{1,80}\| |(?! )\S.{0,60}? {1,3})??(?:TS )?(?<file>\S+\.[cm]?[jt]sx?|\S+\.vue)(?: > (?<name>.+)| \[ .+ \])$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^\s+Test Files {1,4}(?:\d|no tests)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Files();

    [GeneratedRegex(@"^\s+Tests {2,}\d{1,7} [a-z][a-z |\d]{0,120} \(\d{1,7}\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"\b(?<n>\d{1,7}) (?<what>passed|failed|skipped|todo|expected fail)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();

    [GeneratedRegex("""
        ^\ {1,4}(?<mark>[✓√×✗❯↓□])\ (?<project>\|[^|]{1,80}\|\ )?(?<file>\S+\.[cm]?[jt]sx?)\ >\ (?<name>.+?)(?:\ \[skipped\])?(?:\ +\d{1,9}ms)?(?:\ \(retry\ x(?<retries>\d{1,3})\))?(?:\ \(repeat\ x\d+\))?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^This error originated in ""(?<file>[^""]{1,400})"" test file", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Origin();
}
