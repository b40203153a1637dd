using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Ruby's test-unit: between double rules <c>Failure: test_x(Class)</c> or <c>Error: test_x(Class): Type: message</c>, the location, the source around
/// it, and the message; at the end <c>6 tests, 3 assertions, 2 failures, 1 errors, 1 pendings, 1 omissions, 1 notifications</c>.
/// </summary>
internal sealed partial class TestUnitConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(Match Head, ConsoleSection Section)> _failures = [];
    private readonly Tally _tally = new();
    private ConsoleSection? _open;
    private int _rule = -1;

    public IEnumerable<string> Needles => ["=====", " assertions, ", "Failure: ", "Error: "];
    public bool IsOpen => _open is not null;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (_rule == line.Number - 1 && Head().Match(text) is { Success: true } head && _failures.Count < ConsoleSection.MostFailing)
            _failures.Add((head, _open = new ConsoleSection(text, line.Number)));
        else if (text.Length >= 20 && text.AsSpan().Trim('=').IsEmpty)
            (_rule, _open) = (line.Number, null);
        else if (Totals().Match(text) is { Success: true } totals)
            Count(totals);
        else
            _open?.Add(line);
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _failures.Select(f => Case(f.Head, f.Section)).DistinctBy(c => c.Id)], _tally);

    private void Count(Match totals)
    {
        _open = null;
        int Of(string group) => Figure.Of(totals.Groups[group]);
        var (bad, skipped) = (Of("failed") + Of("errors"), Of("pending") + Of("omitted"));
        _tally.Add(Math.Max(0, Of("ran") - bad - skipped), skipped, bad);
    }

    private TestCase Case(Match head, ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).Where(l => l.Trim().Length > 0 && !Place().IsMatch(l)).ToList();
        var said = head.Groups["said"].Success ? [head.Groups["said"].Value, .. lines] : lines;
        var file = section.Lines.Select(l => Place().Match(l.Text)).FirstOrDefault(m => m.Success && m.Groups["file"].Success)?.Groups["file"].Value;
        return section.Case(source, suite, head.Groups["class"].Value, head.Groups["name"].Value, file, said, head.Groups["what"].Value == "Error"
            ? TestOutcome.Error : TestOutcome.Failed);
    }

    [GeneratedRegex(@"^(?<what>Failure|Error): (?<name>[^\s()]{1,300})\((?<class>[\w:]{1,300})\)(?:: (?<said>.+))?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Head();

    /// <summary>A frame, or a line of the source around it.</summary>
    [GeneratedRegex(@"^(?:(?<file>\S+):\d{1,7}:in ['`].*|\s+(?:=> )?\d{1,7}: .*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    [GeneratedRegex("""
        ^(?<ran>\d{1,7})\ tests,\ \d{1,9}\ assertions,\ (?<failed>\d{1,7})\ failures,\ (?<errors>\d{1,7})\ errors,\ (?<pending>\d{1,7})\ pendings,\ (?<omitted>\d{1,7})\ omissions
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();
}
