using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads <c>dotnet test</c>: <c>Failed Name.Space.Class.Test [12 ms]</c> with <c>Error Message:</c> and <c>Stack Trace:</c> below, named passes, and the counts of
/// each assembly; the same of its terminal logger (<c>Name (12ms): Error Message: …</c> below <c>error TESTERROR:</c>); also xUnit's own runner (<c>Name [FAIL]</c>).
/// </summary>
internal sealed partial class DotnetTestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<ConsoleSection> _sections = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private bool _open;
    private bool _inStack;
    private bool _isXunit;
    private bool _terminal;
    private int _passed;
    private int _skipped;
    private int _failed;

    public IEnumerable<string> Needles => ["Failed ", "Passed ", "Skipped ", "[FAIL]", " - Failed: ", "xUnit.net", "TESTERROR", "Test summary: ", "Total: "];
    public bool IsOpen => _open || _terminal;

    public void Feed(LogLine line)
    {
        _isXunit |= line.Text.Contains("xUnit.net", StringComparison.Ordinal);
        if (Failed().Match(line.Text) is { Success: true } failed)
            Begin(failed.Groups["name"].Value, line);
        else if (_isXunit && Named().Match(line.Text) is { Success: true } named)
            Begin(named.Groups["name"].Value, line);
        else if (_terminal && Terminal().Match(line.Text) is { Success: true } told)
        {
            Begin(told.Groups["name"].Value, line);
            Add(line with { Text = told.Groups["message"].Value });
        }
        else if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line.Number);
        else if (Totals().Match(line.Text) is { Success: true } totals)
        {
            _open = false;
            Count(totals);
        }
        else if (_open)
            Add(line);
        _terminal = line.Text.EndsWith(": error TESTERROR:", StringComparison.Ordinal);
        _open &= !_terminal;
    }

    private void Begin(string name, LogLine line)
    {
        (_open, _inStack) = (_sections.Count < ConsoleSection.MostFailing, false);
        if (_open)
            _sections.Add(new ConsoleSection(name, line.Number));
    }

    private void Count(Match totals)
    {
        int Of(string group) => Figure.Of(totals.Groups[group]);
        _failed += Of("failed") + Of("errors");
        _skipped += Of("skipped");
        _passed += totals.Groups["passed"].Success ? Of("passed") : Math.Max(0, Of("total") - Of("failed") - Of("errors") - Of("skipped") - Of("not"));
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
        return dot < 0 || full[..dot].Contains(' ') ? ("", full) : (full[..dot], full[(dot + 1)..]);
    }

    /// <summary>A name may be any words; how long it took stands behind it: <c>[12 ms]</c>, <c>[&lt; 1 ms]</c>, <c>[1 m 2 s]</c>.</summary>
    [GeneratedRegex(@"^\s+(?:Failed (?<name>\S.*?) \[(?:< )?\d[\d.,]* (?:ms|s|m|h)(?: \d[^\]]*)?\]|(?<name>[\w.+`]+\.[\w+`]+(?:\(.*\))?) \[FAIL\])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^\s+(?<name>\S.*?) \[FAIL\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s+(?<name>\S.*?) \((?:< )?\d[\d.,]*(?:ms|s|m)(?: \d[^)]*)?\): Error Message: (?<message>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Terminal();

    [GeneratedRegex(@"^\s+(?<what>Passed|Skipped) (?<name>\S.*?) \[(?:< )?\d[\d.,]* (?:ms|s|m|h)(?: \d[^\]]*)?\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex("""
          ^(?:Failed|Passed)!\s+-\ Failed:\s+(?<failed>\d{1,7}),\ Passed:\s+(?<passed>\d{1,7}),\ Skipped:\s+(?<skipped>\d{1,7}),\ Total:
        | ^\s+\S+\ +Total:\ (?<total>\d{1,7}),\ Errors:\ (?<errors>\d{1,7}),\ Failed:\ (?<failed>\d{1,7}),\ Skipped:\ (?<skipped>\d{1,7})(?:,\ Not\ Run:\ (?<not>\d{1,7}))?,\ Time:
        | ^Test\ summary:\ total:\ \d{1,7},\ failed:\ (?<failed>\d{1,7}),\ succeeded:\ (?<passed>\d{1,7}),\ skipped:\ (?<skipped>\d{1,7})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Totals();
}
