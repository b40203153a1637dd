using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Playwright's reporters (list, line, dot, github): <c>1) [project] › file:12:3 › suite › test ───</c> with the test's message, further attempts below
/// <c>Retry #1 ───</c>, and at the end <c>1 failed</c>, <c>1 flaky</c>, <c>2 interrupted</c> with the names of their tests, and the other counts. Between the
/// start of one run and the next, the last counts are the right ones.
/// </summary>
internal sealed partial class PlaywrightConsole(string source, string suite) : IConsoleReader
{
    private const int MostBetween = 50;
    private readonly Dictionary<string, PlaywrightTest> _failing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly List<TestCase> _ended = [];
    private readonly List<TestCase> _instead = [];
    private readonly List<ConsoleSection> _errors = [];

    /// <summary>Errors printed between the tests of this run. The run's final error count says how many of the last ones belong to no test.</summary>
    private readonly List<ConsoleSection> _between = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();
    private PlaywrightTest? _open;
    private ConsoleSection? _error;
    private string _listing = "";
    private bool _running;

    /// <summary>Its error count includes the stop caused by a limit on failures.</summary>
    private bool _stopped;

    public TestRunner Runner => TestRunner.Playwright;

    public IEnumerable<string> Needles => [" › ", "Running ", " passed (", " failed", " flaky", " interrupted", " skipped", " did not run",
        " not a part of any test", "Timed out waiting ", "Error: No tests found"];
    public bool IsOpen => _open is not null || _listing.Length > 0 || _running;

    public void Feed(LogLine line)
    {
        var text = line.Text.StartsWith("##[error]  ", StringComparison.Ordinal) || line.Text.StartsWith("##[notice]  ", StringComparison.Ordinal)
            ? line.Text[(line.Text.IndexOf(']') + 1)..] : line.Text;
        if (Starts().IsMatch(text))
        {
            End();
            _running = true;
        }
        else if (Failed().Match(text) is { Success: true } failed)
            Begin(failed, line.Number);
        else if (_listing.Length > 0 && Listed().Match(text) is { Success: true } listed)
            List(listed, line.Number);
        else if (Count().Match(text) is { Success: true } count)
            Take(count);
        else if (Step().Match(text) is { Success: true } step)
            Step(step, line.Number);
        else if (_open is not null && (text.Length == 0 || text.StartsWith("    ", StringComparison.Ordinal)))
            _open.Add(line with { Text = text });
        else if (Limit().IsMatch(text))
            Outside(line).Add(line);
        else if (text.StartsWith("Error: No tests found", StringComparison.Ordinal))
            _instead.Add(Run(Section("Playwright", line), text));
        else
            Other(line);
    }

    public ConsoleCases Finish()
    {
        End();
        List<TestCase> errors = [.. _errors.DistinctBy(e => e.Lines.Count > 0 ? e.Lines[0].Text : e.Name).Select(e => Run(e, null))];
        return ConsoleCases.Of([.. _ended, .. errors], _tally.Passed, _tally.Skipped, _tally.Failed + errors.Count) with { Instead = _instead };
    }

    /// <summary>A run's counts come after its tests; a reporter may print them twice.</summary>
    private void End()
    {
        int Of(string what) => _counts.GetValueOrDefault(what);
        // Without a list of failed tests at the end, all numbered tests failed.
        foreach (var test in _failing.Values.Where(t => t.Listed is not null || Of("failed") == 0))
            _ended.Add(test.Case(source, suite));
        var bad = _failing.Values.Where(t => t.Listed is not "flaky").Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        _ended.AddRange(_named.Where(n => !bad.Contains(n.Key) && !_failing.ContainsKey(n.Key)).Select(n => n.Value));
        var lost = Math.Max(0, Of("failed") - _failing.Values.Count(t => t.Listed == "failed"));
        if (_counts.Count > 0)
            _tally.Add(Of("passed") + Of("flaky"), Of("skipped") + Of("did not run") + Of("interrupted"), Of("failed"));
        else
            _tally.Add(0, 0, lost);
        _failing.Clear();
        _named.Clear();
        _counts.Clear();
        _between.Clear();
        (_open, _error, _listing, _running, _stopped) = (null, null, "", false, false);
    }

    /// <summary>In some versions, the names of the failed steps follow the test's name.</summary>
    private void Begin(Match failed, int line)
    {
        (_listing, _error) = ("", null);
        var test = new PlaywrightTest(Project(failed), failed.Groups["file"].Value, failed.Groups["place"].Value, failed.Groups["name"].Value, line);
        if (!_failing.TryGetValue(test.Key, out _open) && _failing.Count < ConsoleSection.MostFailing)
            _failing.Add(test.Key, _open = test);
        else
            _open = null;
    }

    private void List(Match listed, int line)
    {
        var test = new PlaywrightTest(Project(listed), listed.Groups["file"].Value, listed.Groups["place"].Value, listed.Groups["name"].Value, line);
        if (_failing.TryGetValue(test.Key, out var known))
            (known.Listed, known.Title) = (_listing, test.Title);
        else if (_failing.Count < ConsoleSection.MostFailing)
        {
            test.Listed = _listing;
            _failing.Add(test.Key, test);
        }
    }

    private void Take(Match count)
    {
        var what = count.Groups["what"].Value;
        _counts[what] = Figure.Of(count.Groups["n"]);
        _listing = what is "failed" or "flaky" or "interrupted" ? what : "";
        (_open, _error) = (null, null);
    }

    private void Step(Match step, int line)
    {
        (_open, _error) = (null, null);
        var mark = step.Groups["mark"].Value;
        var test = new PlaywrightTest(Project(step), step.Groups["file"].Value, step.Groups["place"].Value, step.Groups["name"].Value, line);
        // A cross may be an expected failure, or one that is retried.
        if (mark is "✓" or "√" or "ok" or "-" && _named.Count < ConsoleSection.MostNamed)
            _named.TryAdd(test.Key, test.Ended(source, suite, mark == "-" ? TestOutcome.Skipped : TestOutcome.Passed));
    }

    private void Other(LogLine line)
    {
        (_open, _listing) = (null, "");
        if (line.Text.StartsWith("##[group]Run ", StringComparison.Ordinal))
            End();
        else if (!_running || line.Text.StartsWith("##[", StringComparison.Ordinal))
            _error = null;
        else if (ErrorHead().IsMatch(line.Text))
            Between(line);
        else if (line.Text.StartsWith("Testing stopped early after ", StringComparison.Ordinal))
            _stopped = true;
        else if (NotOfTest().Match(line.Text) is { Success: true } errors)
            Outside(Figure.Of(errors.Groups["n"]), line);
        else
            _error?.Add(line);
    }

    private void Between(LogLine line)
    {
        (_error = new ConsoleSection(line.Text, line.Number)).Add(line);
        if (_between.Count == MostBetween)
            _between.RemoveAt(0);
        _between.Add(_error);
    }

    private void Outside(int number, LogLine line)
    {
        if (_between.Count > 0)
            _errors.AddRange(_between.TakeLast(number));
        else if (!_stopped)
            _errors.Add(Section("Playwright", line));
        _between.Clear();
    }

    private ConsoleSection Outside(LogLine line)
    {
        var section = new ConsoleSection(line.Text, line.Number);
        if (_errors.Count < ConsoleSection.MostFailing)
            _errors.Add(section);
        return section;
    }

    private static ConsoleSection Section(string name, LogLine line)
    {
        var section = new ConsoleSection(name, line.Number);
        section.Add(line);
        return section;
    }

    private TestCase Run(ConsoleSection section, string? message) =>
        section.Case(source, suite, "", "Playwright", null, message is null
            ? ScriptMessage.Of(section.Lines.Select(l => l.Text).TakeWhile(l => !l.StartsWith("Failed worker ran ", StringComparison.Ordinal))) : [message],
            TestOutcome.Error) with
        { Scope = TestScope.Run };

    private static string? Project(Match test) => test.Groups["project"].Success ? test.Groups["project"].Value : null;

    private const string Test = @"(?:\[(?<project>[^\]]{1,80})\] › )?(?<file>[^\s:]{1,300}):(?<place>\d{1,7}:\d{1,7}) › (?<name>.+?)";

    [GeneratedRegex(@"^Running \d{1,7} tests? using \d{1,5} workers?", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Starts();

    [GeneratedRegex(@"^\s{1,4}\d{1,6}\) " + Test + "(?: ─+)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex("^ {4}" + Test + "(?: ─+)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\s{1,4}(?<mark>[✓√✘×x-]|ok)\s+\d{1,7} " + Test + @"(?: \(retry #\d{1,3}\))?(?: \([\d.]{1,12}m?[smh]\))?$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Step();

    [GeneratedRegex(@"^ {2}(?<n>\d{1,7}) (?<what>passed|failed|flaky|interrupted|skipped|did not run)(?: \([\d.]{1,12}[a-z]{1,3}\))?$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^ {2}(?<n>\d{1,5}) errors? (?:was|were) not a part of any test", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex NotOfTest();

    [GeneratedRegex(@"^Timed out waiting [\d.]{1,12}m?[smh] for the (?:entire )?(?:test suite|teardown for test suite)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(?:\w{0,60}Error: |Error$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ErrorHead();
}
