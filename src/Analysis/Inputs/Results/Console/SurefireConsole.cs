using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Maven's surefire and failsafe. Each class has its counts, and below them its failures with their messages
/// (<c>totals(shop.OrdersTest)  Time elapsed: … &lt;&lt;&lt; FAILURE!</c>). At a module's end there are lists of the failed tests (<c>Failed tests:</c>,
/// <c>Tests in error:</c>, <c>[ERROR] Failures:</c>, <c>[WARNING] Flakes:</c>) and the total counts.
/// </summary>
internal sealed partial class SurefireConsole(string source, string suite) : IConsoleReader
{
    private readonly Dictionary<string, Failing> _failing = new(StringComparer.Ordinal);
    private readonly RunnerCounts _counts = new();
    private string _class = "";
    private ConsoleSection? _open;
    private SurefireList _list;
    private Failing? _entry;
    private LogLine? _fork;

    private sealed record Failing(string Class, string Name, TestOutcome Outcome, ConsoleSection Section)
    {
        /// <summary>The list at the end repeats it, and adds nothing.</summary>
        public bool Detailed { get; init; }
        public TestScope Scope { get; init; }
        public int Tries { get; set; } = 1;

        /// <summary>It passed in a later attempt.</summary>
        public bool CameBack { get; set; }
    }

    public TestRunner Runner => TestRunner.Maven;

    public IEnumerable<string> Needles => ["Tests run: ", "Running ", "<<< ", "Failed tests:", "Tests in error:", "] Failures:", "] Errors:", "] Flakes:",
        "] Flaked tests:", "rashed tests:", "forked VM"];
    public bool IsOpen => _open is not null || _list != SurefireList.None;

    public void Feed(LogLine line)
    {
        if (Counts().Match(line.Text) is { Success: true } counts)
            Count(counts, line);
        else if (Running().Match(line.Text) is { Success: true } running)
            (_class, _open, _list) = (running.Groups["class"].Value, null, SurefireList.None);
        else if (Failed().Match(line.Text) is { Success: true } failed)
            Begin(failed, line);
        else if (ListHead().Match(line.Text) is { Success: true } head)
            BeginList(head, line);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            (_open, _list) = (null, SurefireList.None);
        else if (Forked().IsMatch(line.Text))
            Fork(line with { Text = Tag().Replace(line.Text, "") });
        else if (_list != SurefireList.None)
            Listed(line);
        else if (Tag().IsMatch(line.Text) || line.Text == "Results :")
            _open = null;
        else
            _open?.Add(line);
    }

    public ConsoleCases Finish() => _counts.Of([.. _failing.Values.Select(Case)]);

    private void Fork(LogLine line)
    {
        (_open, _list, _fork) = (null, SurefireList.None, line);
        Add("", "forked VM", TestOutcome.Error, line, TestScope.Run)?.Add(line);
    }

    private void Count(Match counts, LogLine line)
    {
        var ofClass = counts.Groups["time"].Success;
        (_open, _list) = (null, SurefireList.None);
        _counts.Count(counts, line, ofClass);
        if (counts.Groups["class"].Success)
            _class = counts.Groups["class"].Value;
    }

    private void Begin(Match failed, LogLine line)
    {
        _list = SurefireList.None;
        var full = failed.Groups["name"].Value;
        var (className, name) = InBrackets().Match(full) is { Success: true } old ? (old.Groups["class"].Value, old.Groups["name"].Value)
            : Dotted().Match(full) is { Success: true } dotted ? (dotted.Groups["class"].Value, dotted.Groups["name"].Value) : (_class, full);
        var outcome = failed.Groups["what"].Value == "ERROR" ? TestOutcome.Error : TestOutcome.Failed;
        if (_failing.TryGetValue(TestCase.IdOf(className, name), out var again))
            (again.Tries, _open) = (again.Tries + 1, null);
        else
            _open = Add(className, name, outcome, line);
    }

    private ConsoleSection? Add(string className, string name, TestOutcome outcome, LogLine line, TestScope scope = TestScope.Test, bool detailed = true)
    {
        var id = TestCase.IdOf(className, name);
        if (_failing.Count >= ConsoleSection.MostFailing || _failing.ContainsKey(id))
            return null;
        _failing[id] = new Failing(className, name, outcome, new ConsoleSection(id, line.Number)) { Scope = scope, Detailed = detailed };
        return _failing[id].Section;
    }

    private void BeginList(Match head, LogLine line)
    {
        (_open, _entry) = (null, null);
        _list = head.Groups["what"].Value switch
        {
            "Failed tests" or "Failures" => SurefireList.Failed,
            "Tests in error" or "Errors" => SurefireList.Errors,
            "Crashed tests" => SurefireList.Crashed,
            _ => SurefireList.Flaky,
        };
        if (head.Groups["first"].Value.Trim() is { Length: > 0 } first)
            Listed(line with { Text = "  " + first });
    }

    private void Listed(LogLine line)
    {
        var text = Tag().Replace(line.Text, "");
        if (text.Trim().Length == 0)
            (_list, _entry) = (SurefireList.None, null);
        else if (_list == SurefireList.Crashed)
            Crashed(text.Trim(), line);
        else if (Try().Match(text) is { Success: true } run)
            Tried(run, line);
        else if (SurefireEntry.Of(text) is { } entry)
            Take(entry, line);
        else if (_entry is { Detailed: false })
            _entry.Section.Add(line with { Text = text });
    }

    private void Take(SurefireEntry entry, LogLine line)
    {
        _entry = _failing.Values.FirstOrDefault(f => entry.Is(f.Class, f.Name));
        if (_entry is not null || _list == SurefireList.None)
            return;
        var outcome = _list == SurefireList.Failed ? TestOutcome.Failed : TestOutcome.Error;
        var section = Add(entry.Class, entry.Name, outcome, line, detailed: false);
        _entry = section is null ? null : _failing[section.Name];
        if (entry.Message.Length > 0)
            section?.Add(line with { Text = entry.Message });
    }

    /// <summary>A class that was running when its process was lost.</summary>
    private void Crashed(string className, LogLine line)
    {
        if (ClassName().IsMatch(className))
            Add("", className, TestOutcome.Error, line, TestScope.Suite)?.Add(_fork ?? line);
        else
            _list = SurefireList.None;
    }

    /// <summary>For a test that was retried: <c>Run 1: …</c>, <c>Run 2: PASS</c>.</summary>
    private void Tried(Match run, LogLine line)
    {
        if (_entry is null)
            return;
        if (run.Groups["n"].Value == "1")
            _entry.Tries = 0;
        if (run.Groups["said"].Value == "PASS")
            _entry.CameBack = _list == SurefireList.Flaky;
        else if (_entry.Tries++ == 0 && _entry is { Detailed: false, Section.Lines.Count: 0 })
            _entry.Section.Add(line with { Text = SurefireEntry.Of("  " + run.Groups["said"].Value)?.Message ?? run.Groups["said"].Value });
        _entry.CameBack |= _list == SurefireList.Flaky;
    }

    private TestCase Case(Failing failing)
    {
        if (failing.CameBack)
            return ConsoleSection.Ended(source, suite, failing.Class, failing.Name, TestOutcome.Passed, failing.Section.Line)
                with
            { FailedAttempts = Math.Max(1, failing.Tries) };
        var message = FailureMessages.Clean(null, string.Join('\n', failing.Section.Lines.Select(l => l.Text))).Split('\n');
        return failing.Section.Case(source, suite, failing.Class, failing.Name, null, message, failing.Outcome)
            with
        { Scope = failing.Scope, FailedAttempts = Math.Max(0, failing.Tries - 1) };
    }

    [GeneratedRegex("""
        ^(?:\[(?:INFO|WARNING|WARN|ERROR)\]\ +)?Tests\ run:\ (?<ran>\d{1,7}),\ Failures:\ (?<failed>\d{1,7}),\ Errors:\ (?<errors>\d{1,7})
        ,\ Skipped:\ (?<skipped>\d{1,7})
        (?:,\ Flakes:\ \d+)?(?:,\ (?<time>Time\ elapsed):.{1,60}?(?:--?\ in\ (?<class>[\w.$]+).*)?)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^(?:\[INFO\] )?Running (?<class>[\w.$]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Running();

    [GeneratedRegex(
        @"^(?:\[ERROR\] +)?(?<name>\S.{0,400}?) +(?:-- )?Time elapsed: [\d.,]+ s(?:ec)? +<<< (?<what>FAILURE|ERROR)!",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex(
        @"^(?<name>[^\s()]+)\((?<class>[\w.$]*[.$]?[A-Z][\w$]*|[\w$]+(?:\.[\w$]+)+)\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex InBrackets();

    /// <summary>The last part of the class begins with a capital letter; what follows is the method, with its parameters.</summary>
    [GeneratedRegex(@"^(?<class>[\w$]+(?:\.[\w$]+)*\.[A-Z][\w$]*)\.(?<name>[^\s.].*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"^(?:\[(?:ERROR|WARNING|WARN)\] +(?<what>Failures|Errors|Flakes|Flaked tests|Crashed tests)"
        + @"|(?:\[ERROR\] +)?(?<what>Failed tests|Tests in error|Flaked tests|Crashed tests)):\s*(?<first>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^[\w$]+(?:\.[\w$]+)+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^\s+Run (?<n>\d{1,4}): (?<said>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Try();

    [GeneratedRegex(
        @"The forked VM terminated without (?:properly )?saying|There was a timeout or other error in the fork|The fork(?:ed VM)? (?:crashed|was killed)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Forked();

    [GeneratedRegex(@"^\[(?:INFO|WARNING|WARN|ERROR)\] ?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Tag();
}

/// <summary>The list at a module's end that is being read.</summary>
internal enum SurefireList
{
    None,
    Failed,
    Errors,
    Flaky,
    Crashed,
}
