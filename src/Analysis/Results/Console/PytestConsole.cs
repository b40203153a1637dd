using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads pytest: <c>=== FAILURES ===</c>, a section per test under <c>___ Class.test ___</c> whose errors start with <c>E</c>, the short summary
/// (<c>FAILED file.py::Class::test - message</c>), named outcomes of <c>-v</c>, and the counts in the last line.
/// </summary>
internal sealed partial class PytestConsole(string source, string suite) : IConsoleReader
{
    private const string Collecting = "ERROR collecting ";
    private readonly List<ConsoleSection> _sections = [];
    private readonly Dictionary<string, SummaryLine> _summary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private bool _failures;
    private int _passed;
    private int _skipped;
    private int _failed;

    /// <param name="Test">What stands behind the file; empty for a file that could not be collected.</param>
    private sealed record SummaryLine(string File, string Test, string Message, int Line, bool Error)
    {
        public string Key => Test.Length > 0 ? Test : File;
    }

    public IEnumerable<string> Needles => ["===", "FAILED ", "ERROR ", "PASSED", "SKIPPED", "XFAIL", "XPASS", " passed"];
    public bool IsOpen => _failures;

    public void Feed(LogLine line)
    {
        if (Banner().Match(line.Text) is { Success: true } banner)
            Begin(banner.Groups["title"].Value);
        else if (!_failures && Quiet().IsMatch(line.Text))
            Count(line.Text);
        else if (_failures && _sections.Count < ConsoleSection.MostFailing && Header().Match(line.Text) is { Success: true } header)
            _sections.Add(new ConsoleSection(header.Groups["name"].Value, line.Number));
        else if (_failures && _sections.Count > 0)
            _sections[^1].Add(line);
        else if (Summary().Match(line.Text) is { Success: true } summary)
            Summarise(summary, line.Number);
        else if (_named.Count < ConsoleSection.MostNamed && Verbose().Match(line.Text) is { Success: true } verbose)
            Named(verbose, line.Number);
    }

    public ConsoleCases Finish()
    {
        var sections = _sections.ToLookup(s => Key(s.Name), StringComparer.Ordinal);
        var summarised = _summary.Values.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var failed = _summary.Values.Select(s => Case(Best(sections[s.Key], s.File), s)).ToList();
        failed.AddRange(sections.Where(s => !summarised.Contains(s.Key)).SelectMany(s => s.Select(Case)).DistinctBy(c => c.Id));
        var bad = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return ConsoleCases.Of([.. failed, .. _named.Values.Where(n => !bad.Contains(n.Id))], _passed, _skipped, ConsoleSection.Beyond(failed.Count, _failed));
    }

    /// <summary>Tests of several files may bear one name, and one test may fail and then fail to be torn down: the one of the file, the failure first.</summary>
    private static ConsoleSection? Best(IEnumerable<ConsoleSection> sections, string file) =>
        sections.OrderByDescending(s => FileOf(s) == file).ThenBy(s => s.Name.StartsWith("ERROR ", StringComparison.Ordinal)).FirstOrDefault();

    /// <summary>That of the last place it tells; empty where it tells none.</summary>
    private static string FileOf(ConsoleSection section) =>
        section.Lines.Select(l => Place().Match(l.Text)).LastOrDefault(m => m.Success)?.Groups["file"].Value ?? "";

    private void Begin(string title)
    {
        _failures = title is "FAILURES" or "ERRORS";
        if (Totals().IsMatch(title))
            Count(title);
    }

    private void Count(string totals)
    {
        foreach (Match count in Counts().Matches(totals))
            if (count.Groups["what"].Value is "passed" or "xpassed")
                _passed += Figure.Of(count.Groups["n"]);
            else if (count.Groups["what"].Value is "skipped" or "xfailed")
                _skipped += Figure.Of(count.Groups["n"]);
            else
                _failed += Figure.Of(count.Groups["n"]);
    }

    private void Summarise(Match summary, int line)
    {
        var (file, rest) = (summary.Groups["file"].Value, summary.Groups["rest"].Value);
        // "test_x[a - b] - message": the parameters may hold the separator themselves.
        var message = summary.Groups["message"].Value;
        while (rest.Contains('[') && !rest.EndsWith(']') && message.IndexOf(']') is >= 0 and var end)
        {
            rest = $"{rest} - {message[..(end + 1)]}";
            message = message[(end + 1)..].TrimStart(' ', '-');
        }
        if (_summary.Count < ConsoleSection.MostFailing)
            _summary.TryAdd($"{file}::{rest}", new SummaryLine(file, rest, message, line, summary.Groups["what"].Value == "ERROR"));
    }

    private void Named(Match verbose, int line)
    {
        var (className, name) = Names(verbose.Groups["file"].Value, verbose.Groups["rest"].Value);
        var outcome = verbose.Groups["what"].Value is "PASSED" or "XPASS" ? TestOutcome.Passed : TestOutcome.Skipped;
        var ended = ConsoleSection.Ended(source, suite, className, name, outcome, line, file: verbose.Groups["file"].Value);
        _named.TryAdd(ended.Id, ended);
    }

    private TestCase Case(ConsoleSection? section, SummaryLine summary)
    {
        var (className, name) = Names(summary.File, summary.Test);
        var outcome = summary.Error ? TestOutcome.Error : TestOutcome.Failed;
        return section is null ? new ConsoleSection(summary.Message.Length > 0 ? summary.Message : summary.Test, summary.Line).Case(source, suite, className, name, summary.File, [summary.Message], outcome)
            : section.Case(source, suite, className, name, summary.File, Message(section), outcome);
    }

    /// <summary>Without a summary the section's last place says the file.</summary>
    private TestCase Case(ConsoleSection section)
    {
        if (section.Name.StartsWith(Collecting, StringComparison.Ordinal))
            return section.Case(source, suite, "", Names(section.Name[Collecting.Length..], "").Name, section.Name[Collecting.Length..], Message(section), TestOutcome.Error);
        var file = FileOf(section);
        var (className, name) = Names(file, Key(section.Name));
        return section.Case(source, suite, className, name, file.Length > 0 ? file : null, Message(section),
            section.Name.StartsWith("ERROR ", StringComparison.Ordinal) ? TestOutcome.Error : TestOutcome.Failed);
    }

    /// <summary>The last block of lines that start with <c>E</c>: of chained errors the one that the test ended with.</summary>
    private static List<string> Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).ToList();
        var last = lines.FindLastIndex(l => l.StartsWith("E  ", StringComparison.Ordinal));
        if (last < 0)
            return PythonTraceback.Message(lines) is { Count: > 0 } said ? said : [.. lines.Where(l => l.Trim().Length > 0).TakeLast(3)];
        var first = last;
        while (first > 0 && lines[first - 1].StartsWith('E') && (lines[first - 1].Length == 1 || lines[first - 1][1] == ' '))
            first--;
        return [.. lines[first..(last + 1)].Select(l => l.Length > 4 ? l[4..] : "")];
    }

    /// <summary><c>ERROR at setup of Class.test</c> and <c>Class.test</c> are <c>Class::test</c>.</summary>
    private static string Key(string header)
    {
        var name = Setup().Replace(header, "");
        if (name.StartsWith(Collecting, StringComparison.Ordinal))
            return name[Collecting.Length..];
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var head = bracket < 0 ? name : name[..bracket];
        return head.Replace(".", "::", StringComparison.Ordinal) + (bracket < 0 ? "" : name[bracket..]);
    }

    /// <summary>As pytest's own result files name them: <c>tests.test_x.Class</c> and <c>test</c>.</summary>
    private static (string ClassName, string Name) Names(string file, string rest)
    {
        var module = (file.EndsWith(".py", StringComparison.Ordinal) ? file[..^3] : file).Replace('/', '.').Replace('\\', '.');
        var bracket = rest.IndexOf('[', StringComparison.Ordinal);
        var at = (bracket < 0 ? rest : rest[..bracket]).LastIndexOf("::", StringComparison.Ordinal);
        if (rest.Length == 0)
            return ("", module);
        return at < 0 ? (module, rest) : ($"{module}{(module.Length > 0 ? "." : "")}{rest[..at].Replace("::", ".", StringComparison.Ordinal)}", rest[(at + 2)..]);
    }

    [GeneratedRegex("^={3,} (?<title>.+?) ={3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Banner();

    [GeneratedRegex("^_{3,} (?<name>.+?) _{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?<what>FAILED|ERROR) (?<file>[^\s:]+\.pyx?)(?:::(?<rest>.+?))?(?: - (?<message>.*))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^(?:(?<file>[^\s:]+\.pyx?)::(?<rest>\S.*?) (?<what>PASSED|SKIPPED|XFAIL|XPASS)\b|\[gw\d+\] \[ *\d+%\] (?<what>PASSED|SKIPPED|XFAIL|XPASS) (?<file>[^\s:]+\.pyx?)::(?<rest>\S.*?) ?$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verbose();

    /// <summary>With <c>-q</c> the totals stand without a rule.</summary>
    [GeneratedRegex(@"^\d{1,7} [a-z]+(?:, \d{1,7} [a-z]+)* in \d+(?:\.\d+)?\ ?s(?:econds)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quiet();

    [GeneratedRegex(@"\bin \d+(?:\.\d+)?\ ?s(?:econds)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"(?<n>\d{1,7}) (?<what>passed|failed|errors?|skipped|xfailed|xpassed)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^(?<file>[^\s:]+\.pyx?):\d+: ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^ERROR at (?:setup|teardown) of ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setup();
}
