using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads XCTest, from <c>xcodebuild</c> and <c>swift test</c>, plain or through xcpretty and xcbeautify: <c>Test Case '-[Shop.OrdersTests testTotal]' failed
/// (0.1 seconds)</c>, above it <c>/shop/OrdersTests.swift:12: error: -[Shop.OrdersTests testTotal] : XCTAssertEqual failed: …</c>. Each suite counts its tests
/// again, so the outermost is used.
/// </summary>
internal sealed partial class XCTestConsole(string source, string suite) : IConsoleReader
{
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Class, string Name, ConsoleSection Section)> _failing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConsoleSection> _said = new(StringComparer.Ordinal);
    private readonly RunningTests _running = new();
    private readonly RunnerCounts _counts = new();
    private ConsoleSection? _open;
    private (Match Found, LogLine Line)? _executed;
    private int _depth;
    private int _inParallel;
    private bool _listed;

    public IEnumerable<string> Needles => ["Test Case '", "Test case '", "Test Suite '", ": error: ", "Executed ", "Failing tests:", " ✗ test", " ✖ test",
        "Restarting after unexpected exit", "] Testing "];
    public bool IsOpen => _open is not null || _listed;

    public void Feed(LogLine line)
    {
        if (Case().Match(line.Text) is { Success: true } test)
            Take(test, line);
        else if (Error().Match(line.Text) is { Success: true } error)
            Said(error, line);
        else if (Executed().Match(line.Text) is { Success: true } executed)
            Count(executed, line);
        else if (Suite().Match(line.Text) is { Success: true } ofSuite)
            Nest(ofSuite);
        else if (Pretty().Match(line.Text) is { Success: true } pretty)
            Fail("", pretty.Groups["name"].Value, line)?.Add(line with { Text = pretty.Groups["says"].Value });
        else if (Restarted().Match(line.Text) is { Success: true } restarted)
            Crash(restarted, line);
        else if (InParallel().Match(line.Text) is { Success: true } of)
            _inParallel = Math.Max(_inParallel, Figure.Of(of.Groups["of"]));
        else if (line.Text == "Failing tests:")
            (_listed, _open) = (true, null);
        else if (_listed && ListedTest().Match(line.Text) is { Success: true } listed)
            List(listed, line);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal) || (_listed && line.Text.Trim().Length > 0))
            Stop();
        else
            _open?.Add(line);
    }

    public ConsoleCases Finish()
    {
        Stop();
        if (_executed is { } last && _inParallel == 0)
            _counts.Count(last.Found, last.Line, ofSuite: false);
        foreach (var id in _failing.Keys)
            _named.Remove(id);
        var cases = _failing.Values.Select(f => f.Section.Case(source, suite, f.Class, f.Name, null, f.Section.Lines.Select(l => l.Text)))
            .Concat(_named.Values).ToList();
        return _inParallel == 0 ? _counts.Of(cases) : ConsoleCases.Of(cases, Math.Max(0, _inParallel - cases.Count(c => !c.Outcome.IsPass())), 0);
    }

    private void Stop()
    {
        (_listed, _open) = (false, null);
        foreach (var (className, name, section) in _running.TakeAll())
            _failing.TryAdd(section.Name, (className, name, RunningTests.LastWords(section)));
    }

    private void Take(Match test, LogLine line)
    {
        var (className, name) = Names(test);
        var id = TestCase.IdOf(className, name);
        _open = null;
        if (test.Groups["how"].Value == "started")
        {
            _open = _running.Start((className, name), line);
            return;
        }
        var printed = _running.End(id);
        if (test.Groups["how"].Value != "failed")
        {
            if (_named.Count < ConsoleSection.MostNamed)
                _named.TryAdd(id, ConsoleSection.Ended(source, suite, className, name, test.Groups["how"].Value == "passed" ? TestOutcome.Passed
                    : TestOutcome.Skipped, line.Number));
            return;
        }
        if (Fail(className, name, line) is { } section)
            foreach (var said in (_said.GetValueOrDefault(id) ?? printed)?.Lines ?? [])
                section.Add(said);
    }

    private ConsoleSection? Fail(string className, string name, LogLine line)
    {
        var id = TestCase.IdOf(className, name);
        if (_failing.Count >= ConsoleSection.MostFailing || _failing.ContainsKey(id))
            return null;
        return (_failing[id] = (className, name, new ConsoleSection(id, line.Number))).Section;
    }

    /// <summary>An assertion's message is above the line that ends its test, and may continue below.</summary>
    private void Said(Match error, LogLine line)
    {
        var (className, name) = Names(error);
        var id = TestCase.IdOf(className, name);
        if (!_said.TryGetValue(id, out var section) && _said.Count < ConsoleSection.MostFailing)
            _said[id] = section = new ConsoleSection(id, line.Number);
        section?.Add(line with { Text = error.Groups["says"].Value });
        _open = section;
    }

    private void Nest(Match ofSuite)
    {
        _open = null;
        _depth = ofSuite.Groups["how"].Value == "started" ? _depth + 1 : Math.Max(0, _depth - 1);
    }

    private void Count(Match executed, LogLine line)
    {
        _open = null;
        _executed = _executed is { } before && Figure.Of(before.Found.Groups["ran"]) > Figure.Of(executed.Groups["ran"]) ? before : (executed, line);
        if (_depth > 0 || _inParallel > 0)
            return;
        _counts.Count(_executed.Value.Found, line, ofSuite: false);
        _executed = null;
        _running.Clear();
    }

    private void Crash(Match restarted, LogLine line)
    {
        var (className, name) = Names(restarted);
        foreach (var (runningClass, runningName, section) in _running.TakeAll())
            if (runningName == name)
            {
                var words = RunningTests.LastWords(section);
                words.Add(line);
                _failing.TryAdd(section.Name, (runningClass, runningName, words));
                return;
            }
        Fail(className, name, line)?.Add(line);
    }

    private void List(Match listed, LogLine line)
    {
        var (className, name) = Names(listed);
        if (!_failing.Values.Any(f => f.Name == name && (f.Class.Length == 0 || f.Class == className
            || f.Class.EndsWith("." + className, StringComparison.Ordinal) || className.EndsWith("." + f.Class, StringComparison.Ordinal))))
            Fail(className, name, line);
    }

    private static (string ClassName, string Name) Names(Match found) => (found.Groups["class"].Value, found.Groups["name"].Value);

    private const string Id = @"(?:-\[(?<class>[\w.]+) (?<name>\w+)\]|(?<class>[\w.]+)[./](?<name>\w+)(?:\(\))?)";

    [GeneratedRegex(
        @"^\s*Test [Cc]ase '" + Id + @"' (?<how>started|passed|failed|skipped)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Case();

    [GeneratedRegex(
        @"^\S.{0,400}?:\d{1,7}(?::\d{1,7})?: error: " + Id + @" : (?<says>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();

    [GeneratedRegex(
        @"^\s*Executed (?<ran>\d{1,7}) tests?, with (?:(?<skipped>\d{1,7}) tests? skipped and )?(?<failed>\d{1,7}) failures? \(",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Executed();

    [GeneratedRegex(@"^Test Suite '.{1,300}' (?<how>started|passed|failed) at ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Suite();

    [GeneratedRegex(@"^ {4}[✗✖] (?<name>test\w*), (?<says>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Pretty();

    [GeneratedRegex(@"^Restarting after unexpected exit, crash, or test timeout in " + Id, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Restarted();

    [GeneratedRegex(@"^\[\d{1,7}/(?<of>\d{1,7})\] Testing \S+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex InParallel();

    [GeneratedRegex(@"^\s+" + Id + "$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ListedTest();
}
