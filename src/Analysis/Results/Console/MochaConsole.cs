using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads mocha's summary: <c>7 passing (9s)</c>, <c>2 pending</c>, <c>2 failing</c>, then under <c>1) suite</c> the names below it, indented, the last with a
/// colon at its end, and what the test said. Of what is printed while tests run nothing is needed.
/// </summary>
internal sealed partial class MochaConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(List<string> Names, ConsoleSection Section)> _failures = [];
    private bool _summary;
    private bool _failing;
    private bool _naming;
    private bool _stack;
    private int _told;
    private int _announced;
    private int _passed;
    private int _skipped;
    private int _failed;

    public IEnumerable<string> Needles => [" passing (", " pending", " failing"];
    public bool IsOpen => _failing;

    public void Feed(LogLine line)
    {
        if (Count().Match(line.Text) is { Success: true } count && (_summary || count.Groups["what"].Value == "passing"))
            Take(count.Groups["what"].Value, Figure.Of(count.Groups["n"]));
        else if (_failing && _failures.Count < ConsoleSection.MostFailing && First().Match(line.Text) is { Success: true } first && IsNext(first))
        {
            _told++;
            _failures.Add(([Name(first.Groups["name"].Value)], new ConsoleSection(first.Groups["name"].Value, line.Number)));
            (_naming, _stack) = (!first.Groups["name"].Value.EndsWith(':'), false);
        }
        else if (_failing && _failures.Count > 0)
            Add(line);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            _summary = _failing = false;
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _failures.DistinctBy(f => string.Join(' ', f.Names)).Select(Case)], _passed, _skipped, _failed);

    private void Take(string what, int number)
    {
        _summary = true;
        _failing = what == "failing";
        (_told, _announced) = (0, _failing ? number : 0);
        _passed += what == "passing" ? number : 0;
        _skipped += what == "pending" ? number : 0;
        _failed += what == "failing" ? number : 0;
    }

    private void Add(LogLine line)
    {
        // What stands at the line's start belongs to a message of several lines, unless the stack was there, or the job speaks.
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
            _failures[^1].Names.Add(Name(line.Text));
        _naming = line.Text.Trim().Length > 0 && !line.Text.TrimEnd().EndsWith(':');
    }

    /// <summary>As many as were announced, in their order; what else is numbered was printed by a test or by mocha while it came to its end.</summary>
    private bool IsNext(Match first) => first.Groups["n"].Value == (_told + 1).ToString(CultureInfo.InvariantCulture) && _told < _announced;

    private static string Name(string text) => text.Trim() is var name && name.EndsWith(':') ? name[..^1] : name;

    private TestCase Case((List<string> Names, ConsoleSection Section) failure)
    {
        var message = failure.Section.Lines.Select(l => l.Text.Trim()).Where(l => l.Length > 0).TakeWhile(l => !l.StartsWith("at ", StringComparison.Ordinal) && l is not "+ expected - actual");
        return failure.Section.Case(source, suite, string.Join(' ', failure.Names[..^1]), failure.Names[^1], null, message);
    }

    [GeneratedRegex(@"^\s{1,6}(?<n>\d{1,7}) (?<what>passing|pending|failing)(?: \([\d.]+ ?m?[smh]\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^\s{2,4}(?<n>\d{1,5})\) (?<name>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();
}
