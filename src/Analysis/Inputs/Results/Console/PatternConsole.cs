using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Reads the output of one runner by its rules.</summary>
internal sealed partial class PatternConsole(Runner runner, string source, string suite) : IConsoleReader
{
    /// <summary>The job itself printed the line: the test's message is over.</summary>
    private const string Job = "##[";

    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Failing> _failing = new(StringComparer.Ordinal);
    private readonly RunningTests _running = new();
    private readonly RunnerCounts _counts = new();
    private ConsoleSection? _open;
    private ConsoleSection? _above;

    /// <summary>Printed before a test began: by the set-up of its class.</summary>
    private ConsoleSection? _between;
    private string _class = "";
    private (string Class, string Name)? _case;
    private bool _inList;
    private bool _flaky;
    private bool _holds;
    private bool _nextNames;

    private sealed record Failing(string Class, string Name, string Message, string How, TestOutcome Outcome, TestScope Scope, ConsoleSection Section)
    {
        /// <summary>Its message, if that comes later.</summary>
        public ConsoleSection? Detail { get; set; }

        /// <summary>A program printed it, maybe a runner.</summary>
        public bool Inside { get; set; }
        public string? File { get; set; }
    }

    public TestRunner Runner => runner.Name switch
    {
        "Gradle" => TestRunner.Gradle,
        "cargo" => TestRunner.Cargo,
        "nextest" => TestRunner.Nextest,
        "RSpec" => TestRunner.RSpec,
        "PHPUnit" => TestRunner.PhpUnit,
        "Dart" => TestRunner.Dart,
        _ => TestRunner.Unknown,
    };

    public IEnumerable<string> Needles => runner.Rules.Where(r => r.Does != LineRole.End && !r.InList).Select(r => r.Needs);
    public bool IsOpen => _open is not null || _inList || _nextNames;
    public bool Holds => _holds && _open is not null;

    public void Feed(LogLine line)
    {
        if (_nextNames && line.Text.Trim() is { Length: > 0 } name)
        {
            _nextNames = false;
            if (!Place().IsMatch(name))
                _case = ("", ResultReading.Short(name));
        }
        foreach (var rule in runner.Rules)
            if ((_inList || !rule.InList) && rule.Find(line.Text) is { } found)
            {
                Act(rule, found, line);
                return;
            }
        if (line.Text.StartsWith(Job, StringComparison.Ordinal))
            Stop();
        if (_open is null)
            return;
        var said = Bare(line);
        if (runner.Indented && said.Text.Length > 0 && !char.IsWhiteSpace(said.Text[0]))
        {
            // If nothing was printed yet, another thread of the build may have printed a line in between.
            if (_open.Lines.Count > 0 || line.Number - _open.Line > 2)
                _open = null;
        }
        else
            _open.Add(said);
    }

    private LogLine Bare(LogLine line) =>
        runner.Prefix.Length > 0 && line.Text.TrimStart() is var text && text.StartsWith(runner.Prefix, StringComparison.Ordinal) ? line
            with
        { Text = text[runner.Prefix.Length..] } : line;

    public ConsoleCases Finish()
    {
        Stop();
        if (runner.NeedsPass && _named.Count == 0)
            return _counts.Of([]);
        foreach (var name in _failing.Keys)
            _named.Remove(name);
        return _counts.Of([.. _failing.Values.Select(Case), .. _named.Values]);
    }

    private void Stop()
    {
        (_open, _above, _between, _inList, _nextNames) = (null, null, null, false, false);
        foreach (var (className, name, section) in _running.TakeAll())
            if (_failing.Count < ConsoleSection.MostFailing)
                _failing.TryAdd(section.Name, new Failing(className, name, "", "", TestOutcome.Error, TestScope.Test,
                    section)
                { Detail = RunningTests.LastWords(section) });
    }

    private void Act(LineRule rule, Match found, LogLine line)
    {
        if (rule.Does == LineRole.Above)
        {
            Above(line);
            return;
        }
        (_open, _holds) = (null, rule.Holds);
        _flaky = rule.Does == LineRole.Flaky || (_flaky && rule.Does == LineRole.Listed);
        switch (rule.Does)
        {
            case LineRole.On or LineRole.Off:
                _inList = rule.Does == LineRole.On;
                break;
            case LineRole.Listed when _flaky:
                Flake(found, line.Number);
                // The runner does not include it in its passed count.
                _counts.OnePassed();
                break;
            case LineRole.Suite:
                _class = found.Groups["class"].Value;
                break;
            case LineRole.Case:
                _case = Names(found);
                break;
            case LineRole.Flake:
                Flake(found, line.Number);
                break;
            case LineRole.Next:
                _nextNames = true;
                break;
            case LineRole.Started:
                _between = _above ?? _between;
                _case = Names(found);
                _open = _running.Start(_case.Value, line);
                Say(_open, found, line);
                break;
            case LineRole.Failed:
                Fail(rule, found, line);
                break;
            case LineRole.Detail:
                Detail(rule, found, line);
                break;
            case LineRole.Passed or LineRole.Skipped:
                End(rule.Does == LineRole.Passed ? TestOutcome.Passed : TestOutcome.Skipped, Names(found), line.Number);
                break;
            case LineRole.Totals or LineRole.SuiteTotals:
                _counts.Count(found, line, rule.Does == LineRole.SuiteTotals);
                _running.Clear();
                break;
        }
        _above = null;
    }

    private void Above(LogLine line)
    {
        if (_open is null || _running.Count == 0)
            _open = _above ??= new ConsoleSection("", line.Number);
        _open.Add(Bare(line));
    }

    private void End(TestOutcome outcome, (string Class, string Name) names, int line)
    {
        var id = TestCase.IdOf(names.Class, names.Name);
        if (_running.End(id) is not null)
            _case = null;
        if (_named.Count < ConsoleSection.MostNamed && names.Name.Length > 0)
            _named.TryAdd(id, ConsoleSection.Ended(source, suite, names.Class, names.Name, outcome, line));
    }

    private void Fail(LineRule rule, Match found, LogLine line)
    {
        var (className, name) = Names(found);
        if (name.Length == 0)
            return;
        var id = TestCase.IdOf(className, name);
        // Lines above the one that ends a test are its message; what follows is something else.
        var running = _running.End(id);
        if (running is not null)
            _case = null;
        var said = running ?? _above ?? (rule.Scope == TestScope.Suite ? _between : null);
        var section = new ConsoleSection(id, said is not null && said == _between ? said.Line : line.Number);
        foreach (var above in said?.Lines ?? [])
            section.Add(above);
        Say(section, found, line);
        _open = said is null && !rule.Alone ? section : null;
        if (_failing.TryGetValue(id, out var known))
            known.File ??= File(found);
        else if (_failing.Count < ConsoleSection.MostFailing)
            _failing.Add(id, new Failing(className, name, found.Groups["message"].Value, found.Groups["how"].Value,
                found.Groups["what"].Value.Contains("ERROR", StringComparison.OrdinalIgnoreCase) ? TestOutcome.Error : TestOutcome.Failed, rule.Scope, section)
            { File = File(found) });
    }

    private void Flake(Match found, int line)
    {
        var (className, name) = Names(found);
        var id = TestCase.IdOf(className, name);
        _failing.Remove(id);
        _named[id] = ConsoleSection.Ended(source, suite, className, name, TestOutcome.Passed, line, file: File(found)) with { FailedAttempts = 1 };
    }

    private static void Say(ConsoleSection? section, Match found, LogLine line)
    {
        if (found.Groups["says"] is { Length: > 0 } says)
            section?.Add(line with { Text = says.Value });
    }

    /// <summary>Starts a test's message; if the test was not named before, this names it.</summary>
    private void Detail(LineRule rule, Match found, LogLine line)
    {
        var (className, name) = Names(found);
        if (_failing.TryGetValue(TestCase.IdOf(className, name), out var failing))
        {
            failing.Detail ??= _open = new ConsoleSection(TestCase.IdOf(className, name), line.Number);
            failing.Inside = rule.Holds && runner.Drops is null;
        }
        else
            Fail(rule, found, line);
    }

    private TestCase Case(Failing failing)
    {
        var section = failing.Detail ?? failing.Section;
        var said = failing.Inside ? InnerRunner.Message(section)
            : FailureMessages.Clean(null, string.Join('\n', runner.MessageOf(section.Lines.Select(l => l.Text)))).Split('\n');
        // How it ended ("TIMEOUT") comes after the reason.
        var message = failing.Message.Length > 0 ? [failing.Message] : failing.How.Length > 0 ? said.Append(failing.How) : said;
        return section.Case(source, suite, failing.Class, failing.Name, failing.File, message, failing.Outcome) with { Scope = failing.Scope };
    }

    /// <summary>In nested groups (<c>Outer &gt; inner &gt; test</c>), the last part is the test.</summary>
    private (string ClassName, string Name) Names(Match found)
    {
        var className = found.Groups["class"].Success ? found.Groups["class"].Value : found.Groups["file"].Success ? "" : _class;
        if (!found.Groups["name"].Success && _case is { } named)
            return named;
        var name = found.Groups["name"].Value.Trim();
        var parts = name.Split([" > ", " › "], StringSplitOptions.TrimEntries);
        return parts.Length == 1 ? (className, name) : (string.Join(' ', parts[..^1].Prepend(className).Where(p => p.Length > 0)), parts[^1]);
    }

    /// <summary>A location in the source, if a runner shows it instead of the name.</summary>
    [GeneratedRegex(@"^\S.{0,400}(?::\d{1,7}|\(\d{1,7}\))$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    private static string? File(Match found) => found.Groups["file"].Success ? found.Groups["file"].Value : null;
}
