using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads minitest, alone (<c>  1) Failure:</c>), in Rails, which reports failures as they happen (<c>Failure:</c>), and with the reporters of
/// minitest-reporters (<c> FAIL Class#test (0.1s)</c>, <c> FAIL["test", "Class", 0.1]</c>); below it the name (<c>Class#test [file:12]:</c>) and the message;
/// at the end <c>12 runs, 30 assertions, 1 failures, 0 errors, 2 skips</c>.
/// </summary>
internal sealed partial class MinitestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<MinitestFailure> _failures = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();
    private MinitestFailure? _open;
    private (string What, int Line)? _head;
    private bool _finished;

    public IEnumerable<string> Needles => ["Failure:", "Error:", " assertions, ", " FAIL", "ERROR ", "ERROR[", " s = ", "Skipped:", "Finished in "];
    public bool IsOpen => _open is not null || _head is not null;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (Totals().Match(text) is { Success: true } totals)
            Count(totals);
        else if (Finished().IsMatch(text))
            (_finished, _open) = (true, null);
        else if (Head().Match(text) is { Success: true } head)
            (_head, _open) = ((head.Groups["what"].Value, line.Number), null);
        else if (_head is { } above && Name().Match(text) is { Success: true } name)
            Begin(name, above.What, above.Line);
        else if (Reported().Match(text) is { Success: true } reported)
            Begin(reported, reported.Groups["what"].Value, line.Number);
        else if (Rerun().IsMatch(text) || text.StartsWith("##[", StringComparison.Ordinal))
            _open = null;
        else if (Verbose().Match(text) is { Success: true } verbose)
            End(verbose, line.Number);
        else
            _open?.Add(line);
        if (_head is { } old && line.Number > old.Line + 1)
            _head = null;
    }

    public ConsoleCases Finish()
    {
        List<TestCase> failed = [.. _failures.Select(f => f.Case(source, suite)).DistinctBy(c => c.Id)];
        var bad = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return ConsoleCases.Of([.. failed, .. _named.Values.Where(n => !bad.Contains(n.Id))], _tally);
    }

    private void Begin(Match name, string what, int line)
    {
        (_head, _open) = (null, null);
        if (what == "Skipped" || _failures.Count >= ConsoleSection.MostFailing)
            return;
        _open = new MinitestFailure(name.Groups["class"].Value, name.Groups["name"].Value, name.Groups["file"].Success ? name.Groups["file"].Value : null,
            what.StartsWith('E') || what == "ERROR", new ConsoleSection(name.Value.Trim(), line));
        _failures.Add(_open);
    }

    private void Count(Match totals)
    {
        _open = null;
        int Of(string group) => Figure.Of(totals.Groups[group]);
        var bad = Of("failed") + Of("errors");
        var passed = Math.Max(0, Of("ran") - bad - Of("skipped"));
        // A test may print such a line. minitest's own comes after the line with the total time.
        if (_finished)
            _tally.Add(passed, Of("skipped"), bad);
        else
            _tally.AddDoubtful(passed, Of("skipped"), bad);
        _finished = false;
    }

    private void End(Match verbose, int line)
    {
        _open = null;
        if (verbose.Groups["mark"].Value is not ("." or "S") || _named.Count >= ConsoleSection.MostNamed)
            return;
        var ended = ConsoleSection.Ended(source, suite, verbose.Groups["class"].Value, verbose.Groups["name"].Value, verbose.Groups["mark"].Value == "."
            ? TestOutcome.Passed : TestOutcome.Skipped, line);
        _named.TryAdd(ended.Id, ended);
    }

    [GeneratedRegex(@"^(?:\s{0,5}\d{1,6}\) )?(?<what>Failure|Error|Skipped):$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s{0,6}(?<class>[A-Z][\w:. ]{0,300}?)#(?<name>.{1,500}?)(?: \[(?<file>[^\]\s]{1,400}?):\d{1,7}\])?:$", RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Name();

    [GeneratedRegex("""
          ^\ *(?<what>FAIL|ERROR)\ (?<class>[A-Z][\w:]{0,300})\#(?<name>.{1,500}?)\ \([\d.]{1,12}s\)$
        | ^\s+(?<name>test\S{1,400}?)\s{2,}(?<what>FAIL|ERROR)\ \([\d.]{1,12}s\)$
        | ^\ *(?<what>FAIL|ERROR)\["(?<name>[^"]{1,500})",\ (?:"(?<class>[^"]{1,300})"|\#<[^>]{0,300}?@name="(?<class>[^"]{1,300})".{0,300}?>),\ [\d.e-]{1,30}\]$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^Finished in [\d.]{1,20} ?s", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Finished();

    [GeneratedRegex(@"^(?:bin/)?rails test \S", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Rerun();

    [GeneratedRegex(@"^(?<class>[A-Z][\w:. ]{0,300}?)#(?<name>.{1,500}?) = [\d.]{1,12} s = (?<mark>[.SFE])$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Verbose();

    [GeneratedRegex(@"^(?<ran>\d{1,7}) (?:runs|tests), \d{1,9} assertions, (?<failed>\d{1,7}) failures, (?<errors>\d{1,7}) errors, (?<skipped>\d{1,7}) skips$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();
}
