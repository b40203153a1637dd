using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads mocha's summary: <c>7 passing (9s)</c>, <c>2 pending</c>, <c>2 failing</c>, then under <c>1) suite</c> the names below it, indented, the last one with
/// a colon at its end, and the test's message. Nothing printed while tests run is needed. Cypress prints the same for each file, and a table of all files at
/// the end.
/// </summary>
internal sealed partial class MochaConsole(string source, string suite) : IConsoleReader
{
    private readonly List<MochaFailure> _failures = [];
    private readonly List<TestCase> _instead = [];
    private readonly Tally _tally = new();

    /// <summary>From Cypress's table, which also counts tests that did not run because of a broken hook.</summary>
    private readonly Tally _table = new();
    private string? _file;
    private bool _summary;
    private bool _failing;

    /// <summary>The number of passed tests is followed by nothing or by the other numbers. Otherwise a test printed it.</summary>
    private int? _passing;
    private bool _naming;
    private bool _stack;
    private int _told;
    private int _announced;

    public TestRunner Runner => TestRunner.Mocha;

    public IEnumerable<string> Needles => [" passing (", " pending", " failing", "Exception during run: ", "  Running:  ", " failed (", "All specs passed!",
        "No test files found: "];
    public bool IsOpen => _failing || _passing is not null;

    public void Feed(LogLine line)
    {
        Confirm(line);
        if (Count().Match(line.Text) is { Success: true } count && (_summary || count.Groups["what"].Value == "passing"))
            Take(count.Groups["what"].Value, Figure.Of(count.Groups["n"]));
        else if (_failing && _failures.Count < ConsoleSection.MostFailing && First().Match(line.Text) is { Success: true } first && IsNext(first))
        {
            _told++;
            _failures.Add(new MochaFailure(_file, new ConsoleSection(first.Groups["name"].Value, line.Number)));
            _failures[^1].Name(first.Groups["name"].Value);
            (_naming, _stack) = (!first.Groups["name"].Value.EndsWith(':'), false);
        }
        else if (Running().Match(line.Text) is { Success: true } running)
            (_file, _summary, _failing) = (running.Groups["file"].Value, false, false);
        else if (Table().Match(line.Text) is { Success: true } table)
            _table.Add(Figure.Of(table.Groups["passing"]), Figure.Of(table.Groups["pending"]) + Figure.Of(table.Groups["skipped"]),
                Figure.Of(table.Groups["failing"]));
        else if (Exception().Match(line.Text) is { Success: true } exception)
            Instead(exception.Groups["said"].Value, line);
        else if (line.Text.Trim() == "(Results)")
            _summary = _failing = false;
        else if (_failing && _failures.Count > 0)
            Add(line);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            _summary = _failing = false;
    }

    public ConsoleCases Finish()
    {
        Confirm(new LogLine(0, ""));
        return ConsoleCases.Of([.. _failures.Select(f => f.Case(source, suite)).DistinctBy(c => (c.File, c.Id))], _table.Any
            ? _table : _tally) with
        { Instead = _instead };
    }

    private void Confirm(LogLine next)
    {
        if (_passing is not { } passing)
            return;
        if (next.Text.Trim().Length == 0 || next.Text.StartsWith("##[", StringComparison.Ordinal)
            || Count().Match(next.Text) is { Success: true, Groups: var groups } && groups["what"].Value != "passing")
            _tally.Add(passing, 0, 0);
        else
        {
            _summary = false;
            _tally.AddDoubtful(passing, 0, 0);
        }
        _passing = null;
    }

    private void Take(string what, int number)
    {
        _summary = true;
        _failing = what == "failing";
        (_told, _announced) = (0, _failing ? number : 0);
        if (what == "passing")
            _passing = number;
        else
            _tally.Add(0, what == "pending" ? number : 0, what == "failing" ? number : 0);
    }

    private void Add(LogLine line)
    {
        // A line without indentation belongs to a message of several lines, unless the stack has already begun or the job printed it.
        if (line.Text.Length > 0 && !char.IsWhiteSpace(line.Text[0]) && (_stack || _naming || line.Text.StartsWith("##[", StringComparison.Ordinal)))
        {
            _failing = _summary = false;
            return;
        }
        if (!_naming)
        {
            _stack |= line.Text.AsSpan().TrimStart().StartsWith("at ", StringComparison.Ordinal);
            _failures[^1].Section.Add(line);
            return;
        }
        if (line.Text.Trim().Length > 0)
            _failures[^1].Name(line.Text);
        _naming = line.Text.Trim().Length > 0 && !line.Text.TrimEnd().EndsWith(':');
    }

    private void Instead(string message, LogLine line)
    {
        var section = new ConsoleSection(message, line.Number);
        section.Add(line);
        _instead.Add(section.Case(source, suite, "", "mocha", null, [message], TestOutcome.Error) with { Scope = TestScope.Run });
    }

    /// <summary>As many as were announced, in order; other numbered lines were printed by a test, or by mocha while it was finishing.</summary>
    private bool IsNext(Match first) => first.Groups["n"].Value == (_told + 1).ToString(CultureInfo.InvariantCulture) && _told < _announced;

    [GeneratedRegex(@"^\s{1,6}(?<n>\d{1,7}) (?<what>passing|pending|failing)(?: \([\d.]+ ?m?[smh]\))?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^\s{2,4}(?<n>\d{1,5})\) (?<name>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex First();

    /// <summary>A file that did not load ends mocha before it runs any test.</summary>
    [GeneratedRegex("^(?: *Exception during run: (?<said>.+)|(?<said>Error: No test files found: .+))$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^  Running:  (?<file>\S.*?\.\w{1,6})\s+\(\d{1,5} of \d{1,5}\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Running();

    /// <summary>Cypress's last line: files, time, tests, and how many passed, failed, were pending and skipped; a dash means none.</summary>
    [GeneratedRegex(@"^\s+[✖✔x√] +(?:\d{1,5} of \d{1,5} failed \(\d{1,3}%\)|All specs passed!) +(?:\d\d:)?\d\d:\d\d +\d{1,7} +(?<passing>\d{1,7}|-) +(?<failing>\d{1,7}|-) +(?<pending>\d{1,7}|-) +(?<skipped>\d{1,7}|-)\s*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Table();
}
