using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads jest: <c>FAIL file</c>, a section per test under <c>● suite › test</c>, and the counts (<c>Tests: 1 failed, 20 passed, 21 total</c>).
/// jest repeats failures at the end; each counts once.
/// </summary>
internal sealed partial class JestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(string File, ConsoleSection Section)> _sections = [];
    private string _file = "";
    private bool _open;
    private int _passed;
    private int _skipped;
    private int _failed;

    public IEnumerable<string> Needles => ["PASS", "FAIL", "Tests: ", "Test Suites:", "  ● "];
    public bool IsOpen => _open;

    public void Feed(LogLine line)
    {
        if (File().Match(line.Text) is { Success: true } file)
            (_file, _open) = (file.Groups["file"].Value, false);
        else if (Totals().Match(line.Text) is { Success: true } totals)
        {
            _open = false;
            foreach (Match count in Count().Matches(totals.Value))
                if (count.Groups["what"].Value == "passed")
                    _passed += Figure.Of(count.Groups["n"]);
                else if (count.Groups["what"].Value is "skipped" or "todo")
                    _skipped += Figure.Of(count.Groups["n"]);
                else
                    _failed += Figure.Of(count.Groups["n"]);
        }
        else if (line.Text.StartsWith("Test Suites:", StringComparison.Ordinal))
            _open = false;
        else if (_file.Length > 0 && Header().Match(line.Text) is { Success: true } header)
            Open(header.Groups["name"].Value.Trim(), line.Number);
        else if (_open)
            _sections[^1].Section.Add(line);
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _sections.DistinctBy(s => (s.File, s.Section.Name)).Select(s => Case(s.File, s.Section))],
        _passed, _skipped, ConsoleSection.Beyond(_sections.Count, _failed));

    private void Open(string name, int line)
    {
        _open = _sections.Count < ConsoleSection.MostFailing && name is not ("Console" or "Deprecation Warning" or "Validation Warning")
            && (name.Contains(" › ", StringComparison.Ordinal) || name == "Test suite failed to run" || !name.EndsWith(':'));
        if (_open)
            _sections.Add((_file, new ConsoleSection(name, line)));
    }

    private TestCase Case(string file, ConsoleSection section)
    {
        var parts = section.Name.Split(" › ");
        var failedToRun = section.Name == "Test suite failed to run";
        var message = section.Lines.Select(l => l.Text.Trim()).SkipWhile(l => l.Length == 0).TakeWhile(l => !CodeFrame().IsMatch(l)).Where(l => l.Length > 0);
        return failedToRun ? section.Case(source, suite, "", file, file, message, TestOutcome.Error)
            : section.Case(source, suite, string.Join(' ', parts[..^1]), parts[^1], file, message);
    }

    [GeneratedRegex(@"^\s*(?:PASS|FAIL)\s+(?:\S+\s+)?(?<file>\S+\.(?:[cm]?[jt]sx?|vue))(?: \([\d.]+ m?s\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex File();

    [GeneratedRegex("^  ● (?<name>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex("^Tests: .+ total$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"(?<n>\d{1,7}) (?<what>passed|failed|skipped|todo)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?:>\s*)?\d+ \||^at .+:\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeFrame();
}
