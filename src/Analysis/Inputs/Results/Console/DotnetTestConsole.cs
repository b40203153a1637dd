using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads <c>dotnet test</c>: <c>Failed Name.Space.Class.Test [12 ms]</c> with <c>Error Message:</c> and <c>Stack Trace:</c> below, named passes, and the counts
/// of each assembly; the same from its terminal logger (<c>Name (12ms): Error Message: …</c> below <c>error TESTERROR:</c>); also xUnit's own runner (<c>Name
/// [FAIL]</c>), NUnit's <c>TearDown failed for test fixture</c>, and a test host that crashed.
/// </summary>
internal sealed partial class DotnetTestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<ConsoleSection> _sections = [];
    private readonly List<ConsoleSection> _fixtures = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);

    /// <summary>Tests announced while the assembly ran; their messages come when it has ended, unless the host crashed before.</summary>
    private readonly Dictionary<string, int> _announced = new(StringComparer.Ordinal);
    private ConsoleSection? _open;
    private ConsoleSection? _crash;
    private string? _crashed;
    private bool _crashNames;
    private bool _inStack;
    private bool _isXunit;
    private bool _isVsTest;
    private bool _terminal;
    private bool _sums;
    private int _passed;
    private int _skipped;
    private int _failed;

    public TestRunner Runner => TestRunner.Dotnet;

    public IEnumerable<string> Needles =>
    [
        "Failed ", "Passed ", "Skipped ", "[FAIL]", " - Failed: ", "xUnit.net", "TESTERROR", "Test summary: ", "Total: ", "Test run for ", "Total tests: ",
            " failed for ", "The active ", "when the crash occurred",
    ];
    public bool IsOpen => _open is not null || _terminal || _sums || _crashNames;

    public void Feed(LogLine line)
    {
        _isXunit |= line.Text.Contains("xUnit.net", StringComparison.Ordinal);
        _isVsTest |= line.Text.StartsWith("Test run for ", StringComparison.Ordinal);
        if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            (_open, _sums, _crashNames) = (null, false, false);
        else if (Failed().Match(line.Text) is { Success: true } failed)
            Begin(failed.Groups["name"].Value, line);
        else if (_isVsTest && Untimed().Match(line.Text) is { Success: true } untimed)
            Untime(untimed, line);
        else if (Announced().Match(line.Text) is { Success: true } announced)
            _announced.TryAdd(announced.Groups["name"].Value, line.Number);
        else if (_isXunit && Named().Match(line.Text) is { Success: true } named)
            Begin(named.Groups["name"].Value, line);
        else if (_terminal && Terminal().Match(line.Text) is { Success: true } told)
        {
            Begin(told.Groups["name"].Value, line);
            Add(line with { Text = told.Groups["message"].Value });
        }
        else if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended.Groups["name"].Value, ended.Groups["what"].Value == "Passed" ? TestOutcome.Passed : TestOutcome.Skipped, line.Number);
        else if (Totals().Match(line.Text) is { Success: true } totals)
            Count(totals);
        else if (_sums && Summed().Match(line.Text) is { Success: true } summed)
            Count(summed);
        else if (Fixture().Match(line.Text) is { Success: true } fixture)
            Open(_fixtures, fixture.Groups["name"].Value, line);
        else if (Crashed().Match(line.Text) is { Success: true } crashed)
            Crash(crashed.Groups["why"].Value, line);
        else
            Go(line);
        _terminal = line.Text.EndsWith(": error TESTERROR:", StringComparison.Ordinal);
        if (_terminal)
            _open = null;
    }

    public ConsoleCases Finish()
    {
        var failing = _sections.DistinctBy(s => s.Name).Select(Case).ToList();
        if (_crash is not null)
            failing.AddRange([.. _announced.Where(a => _sections.TrueForAll(s => s.Name != a.Key)).Take(ConsoleSection.MostFailing)
                .Select(a => Case(new ConsoleSection(a.Key, a.Value))), Ended(_crash)]);
        failing.AddRange(_fixtures.DistinctBy(f => f.Name).Select(f => f.Case(source, suite, "", f.Name, null, Message(f), TestOutcome.Error)
            with
        { Scope = TestScope.Suite }));
        return ConsoleCases.Of([.. failing, .. _named.Values], _passed, _skipped, _failed);
    }

    private void Begin(string name, LogLine line) => Open(_sections, name, line);

    private void Open(List<ConsoleSection> sections, string name, LogLine line)
    {
        (_inStack, _sums, _open) = (false, false, null);
        if (sections.Count >= ConsoleSection.MostFailing)
            return;
        _open = new ConsoleSection(name, line.Number);
        sections.Add(_open);
    }

    /// <summary>Tests that took no time have none after their name: a skipped test, or a test whose class could not be set up.</summary>
    private void Untime(Match untimed, LogLine line)
    {
        if (untimed.Groups["what"].Value == "Failed")
            Begin(untimed.Groups["name"].Value, line);
        else
            End(untimed.Groups["name"].Value, TestOutcome.Skipped, line.Number);
    }

    private void Count(Match totals)
    {
        int Of(string group) => Figure.Of(totals.Groups[group]);
        (_open, _sums) = (null, totals.Groups["begins"].Success || totals.Groups["sum"].Success);
        _failed = Math.Min(Figure.Most, _failed + Of("failed") + Of("errors"));
        _skipped = Math.Min(Figure.Most, _skipped + Of("skipped"));
        _passed = Math.Min(Figure.Most, _passed + (totals.Groups["passed"].Success ? Of("passed")
            : Math.Max(0, Of("total") - Of("failed") - Of("errors") - Of("skipped") - Of("not"))));
    }

    private void Crash(string why, LogLine line)
    {
        (_open, _inStack) = (null, false);
        if (_crash is not null)
            return;
        _crash = _open = new ConsoleSection("test host", line.Number);
        _crash.Add(line with { Text = why });
    }

    /// <summary>Handles a line without a meaning of its own.</summary>
    private void Go(LogLine line)
    {
        if (_crashNames && line.Text.Trim().Length > 0)
            (_crashed, _crashNames, _open) = (line.Text.Trim(), false, null);
        else if (line.Text.StartsWith("The test running when the crash occurred", StringComparison.Ordinal)
            || line.Text.StartsWith("The tests running when the crash occurred", StringComparison.Ordinal))
            (_crashNames, _open) = (true, null);
        else if (line.Text == "Test Run Aborted.")
            _open = null;
        else if (_open is not null)
            Add(line);
        _sums &= line.Text.Trim().Length > 0;
    }

    /// <summary>A message may begin at the start of a line; after a stack, such a line is something else.</summary>
    private void Add(LogLine line)
    {
        _inStack |= line.Text.Trim() == "Stack Trace:" || line.Text.StartsWith("StackTrace:", StringComparison.Ordinal);
        if (_inStack && line.Text.Length > 0 && !char.IsWhiteSpace(line.Text[0]) && !line.Text.StartsWith("StackTrace:", StringComparison.Ordinal))
            _open = null;
        _open?.Add(line);
    }

    private void End(string name, TestOutcome outcome, int line)
    {
        _open = null;
        if (_named.Count >= ConsoleSection.MostNamed)
            return;
        var (className, method) = Names(name);
        _named.TryAdd(name, ConsoleSection.Ended(source, suite, className, method, outcome, line));
    }

    private TestCase Case(ConsoleSection section)
    {
        var (className, name) = Names(section.Name);
        return section.Case(source, suite, className, name, null, Message(section));
    }

    /// <summary>The test that was running when the host crashed, if known.</summary>
    private TestCase Ended(ConsoleSection crash)
    {
        if (_crashed is null)
            return crash.Case(source, suite, "", crash.Name, null, Message(crash), TestOutcome.Error) with { Scope = TestScope.Run };
        var (className, name) = Names(_crashed);
        return crash.Case(source, suite, className, name, null, Message(crash), TestOutcome.Error);
    }

    /// <summary>The lines keep their indentation, because xUnit and NUnit mark differences by position on the line below.</summary>
    private static IEnumerable<string> Message(ConsoleSection section) => section.Lines.Select(l => l.Text)
        .Where(l => l.Trim() != "Error Message:").TakeWhile(l => !IsStack(l.Trim()));

    private static bool IsStack(string line) =>
        line.StartsWith("Stack Trace:", StringComparison.Ordinal) || line.StartsWith("StackTrace:", StringComparison.Ordinal)
            || line.StartsWith("at ", StringComparison.Ordinal);

    /// <summary>The last dot before the arguments separates the class from the method.</summary>
    internal static (string ClassName, string Name) Names(string full)
    {
        var arguments = full.IndexOf('(', StringComparison.Ordinal);
        var dot = (arguments < 0 ? full : full[..arguments]).LastIndexOf('.');
        return dot < 0 || full[..dot].Contains(' ') ? ("", full) : (full[..dot], full[(dot + 1)..]);
    }

    /// <summary>A name may be any words; its duration comes after it: <c>[12 ms]</c>, <c>[&lt; 1 ms]</c>, <c>[1 m 2 s]</c>.</summary>
    [GeneratedRegex(
        @"^\s+(?:Failed (?<name>\S.*?) \[(?:< )?\d[\d.,]* (?:ms|s|m|h)(?: \d[^\]]*)?\]|(?<name>[\w.+`]+\.[\w+`]+(?:\(.*\))?) \[FAIL\])$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^  (?<what>Failed|Skipped) (?<name>[^\s\[\]!][^\[\]]*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Untimed();

    [GeneratedRegex(@"^\[xUnit\.net [\d:.]+\]\s+(?<name>\S.*?) \[FAIL\]$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^\s+(?<name>\S.*?) \[FAIL\]$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s+(?<name>\S.*?) \((?:< )?\d[\d.,]*(?:ms|s|m)(?: \d[^)]*)?\): Error Message: (?<message>.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Terminal();

    [GeneratedRegex(@"^\s+(?<what>Passed|Skipped) (?<name>\S.*?) \[(?:< )?\d[\d.,]* (?:ms|s|m|h)(?: \d[^\]]*)?\]$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    /// <summary>NUnit prints this for fixtures; if a set-up failed, each of its tests reports it too.</summary>
    [GeneratedRegex(@"^TearDown failed for (?:test fixture|SetUpFixture|fixture) (?<name>\S.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Fixture();

    [GeneratedRegex(@"^The active test run was aborted\. Reason: (?<why>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Crashed();

    [GeneratedRegex("""
          ^\s*(?:Failed|Passed|Skipped)!\s+-\ Failed:\s+(?<failed>\d{1,7}),\ Passed:\s+(?<passed>\d{1,7}),\ Skipped:\s+(?<skipped>\d{1,7}),\ Total:
        | ^\s+\S+\ +Total:\ (?<total>\d{1,7}),\ Errors:\ (?<errors>\d{1,7}),\ Failed:\ (?<failed>\d{1,7}),\ Skipped:\ (?<skipped>\d{1,7})
          (?:,\ Not\ Run:\ (?<not>\d{1,7}))?,\ Time:
        | ^Test\ summary:\ total:\ \d{1,7},\ failed:\ (?<failed>\d{1,7}),\ succeeded:\ (?<passed>\d{1,7}),\ skipped:\ (?<skipped>\d{1,7})
        | ^(?<begins>Total\ tests:)\ (?:\d{1,7}|Unknown)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    /// <summary>The counts below <c>Total tests: 12</c>.</summary>
    [GeneratedRegex(
        @"^(?<sum>\s+)(?:Passed: (?<passed>\d{1,7})|Failed: (?<failed>\d{1,7})|Skipped: (?<skipped>\d{1,7}))$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Summed();
}
