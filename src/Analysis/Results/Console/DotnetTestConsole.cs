using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads <c>dotnet test</c>: <c>Failed Name.Space.Class.Test [12 ms]</c> with <c>Error Message:</c> and <c>Stack Trace:</c> below, named passes, and the counts of
/// each assembly; also xUnit's own runner (<c>Name [FAIL]</c>).
/// </summary>
internal sealed partial class DotnetTestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<ConsoleSection> _sections = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private bool _open;
    private bool _inStack;
    private int _passed;
    private int _skipped;
    private int _failed;

    public IEnumerable<string> Needles => ["Failed ", "Passed ", "Skipped ", "[FAIL]", " - Failed: "];
    public bool IsOpen => _open;

    public void Feed(LogLine line)
    {
        if (Failed().Match(line.Text) is { Success: true } failed)
        {
            (_open, _inStack) = (_sections.Count < ConsoleSection.MostFailing, false);
            if (_open)
                _sections.Add(new ConsoleSection(failed.Groups["name"].Value, line.Number));
        }
        else if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line.Number);
        else if (Totals().Match(line.Text) is { Success: true } totals)
        {
            _open = false;
            _failed += int.Parse(totals.Groups["failed"].Value, CultureInfo.InvariantCulture);
            _passed += int.Parse(totals.Groups["passed"].Value, CultureInfo.InvariantCulture);
            _skipped += int.Parse(totals.Groups["skipped"].Value, CultureInfo.InvariantCulture);
        }
        else if (_open)
            Add(line);
    }

    /// <summary>A message may begin at the line's start; behind a stack such a line is something else.</summary>
    private void Add(LogLine line)
    {
        _inStack |= line.Text.Trim() == "Stack Trace:";
        _open = !_inStack || line.Text.Length == 0 || char.IsWhiteSpace(line.Text[0]);
        if (_open)
            _sections[^1].Add(line);
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _sections.DistinctBy(s => s.Name).Select(Case), .. _named.Values], _passed, _skipped, ConsoleSection.Beyond(_sections.Count, _failed));

    private void End(Match ended, int line)
    {
        _open = false;
        if (_named.Count >= ConsoleSection.MostNamed)
            return;
        var (className, name) = Names(ended.Groups["name"].Value);
        _named.TryAdd(ended.Groups["name"].Value, ConsoleSection.Ended(source, suite, className, name, ended.Groups["what"].Value == "Passed"
            ? TestOutcome.Passed : TestOutcome.Skipped, line));
    }

    private TestCase Case(ConsoleSection section)
    {
        var (className, name) = Names(section.Name);
        var message = section.Lines.Select(l => l.Text.Trim()).Where(l => l != "Error Message:")
            .TakeWhile(l => l != "Stack Trace:" && !l.StartsWith("at ", StringComparison.Ordinal));
        return section.Case(source, suite, className, name, null, message);
    }

    /// <summary>The last dot before the arguments parts the class from the method.</summary>
    private static (string ClassName, string Name) Names(string full)
    {
        var arguments = full.IndexOf('(', StringComparison.Ordinal);
        var dot = (arguments < 0 ? full : full[..arguments]).LastIndexOf('.');
        return dot < 0 ? ("", full) : (full[..dot], full[(dot + 1)..]);
    }

    [GeneratedRegex(@"^\s+(?:Failed (?<name>[\w.+`]+(?:\(.*\))?) \[[^\]]*\]|(?<name>[\w.+`]+\.[\w+`]+(?:\(.*\))?) \[FAIL\])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^\s+(?<what>Passed|Skipped) (?<name>[\w.+`]+(?:\(.*\))?) \[[^\]]*\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(?:Failed|Passed)!\s+- Failed:\s+(?<failed>\d{1,7}), Passed:\s+(?<passed>\d{1,7}), Skipped:\s+(?<skipped>\d{1,7}), Total:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Totals();
}
