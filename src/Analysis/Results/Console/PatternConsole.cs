using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>Reads the output of one runner by its rules.</summary>
internal sealed class PatternConsole(Runner runner, string source, string suite) : IConsoleReader
{
    /// <summary>The job itself speaks: what a test said is over.</summary>
    private const string Job = "##[";

    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Failing> _failing = new(StringComparer.Ordinal);
    private ConsoleSection? _open;
    private string _class = "";
    private (string Class, string Name)? _case;
    private int _passed;
    private int _skipped;
    private int _failed;

    /// <summary>Of totals that do not tell the skipped ones from the passed.</summary>
    private int _notFailed;
    private bool _inList;
    private bool _flaky;

    private sealed record Failing(string Class, string Name, string Message, TestOutcome Outcome, ConsoleSection Section)
    {
        /// <summary>What it said where it is told of later.</summary>
        public ConsoleSection? Detail { get; set; }
        public string? File { get; set; }
    }

    public IEnumerable<string> Needles => runner.Rules.Where(r => r.Does != LineRole.End && !r.InList).Select(r => r.Needs);
    public bool IsOpen => _open is not null || _inList;

    public void Feed(LogLine line)
    {
        foreach (var rule in runner.Rules)
            if ((_inList || !rule.InList) && rule.Find(line.Text) is { } found)
            {
                Act(rule.Does, found, line);
                return;
            }
        if (line.Text.StartsWith(Job, StringComparison.Ordinal))
            (_open, _inList) = (null, false);
        if (_open is null)
            return;
        var text = runner.Prefix.Length > 0 && line.Text.TrimStart().StartsWith(runner.Prefix, StringComparison.Ordinal) ? line.Text.TrimStart()[runner.Prefix.Length..] : line.Text;
        if (runner.Indented && text.Length > 0 && !char.IsWhiteSpace(text[0]))
            _open = null;
        else
            _open.Add(line with { Text = text });
    }

    public ConsoleCases Finish()
    {
        foreach (var name in _failing.Keys)
            _named.Remove(name);
        var skipped = _named.Values.Count(t => t.Outcome == TestOutcome.Skipped);
        return ConsoleCases.Of([.. _failing.Values.Select(Case), .. _named.Values], _passed + Math.Max(0, _notFailed - skipped), _skipped, _failed);
    }

    private void Act(LineRole role, Match found, LogLine line)
    {
        _open = null;
        _flaky = role == LineRole.Flaky || (_flaky && role == LineRole.Listed);
        switch (role)
        {
            case LineRole.On or LineRole.Off:
                _inList = role == LineRole.On;
                break;
            case LineRole.Listed when _flaky:
                Flake(found, line.Number);
                break;
            case LineRole.Suite:
                _class = found.Groups["class"].Value;
                break;
            case LineRole.Case:
                _case = Names(found);
                break;
            case LineRole.Failed:
                Fail(found, line);
                break;
            case LineRole.Detail:
                Detail(found, line);
                break;
            case LineRole.Passed or LineRole.Skipped when _named.Count < ConsoleSection.MostNamed:
                var (className, name) = Names(found);
                _named.TryAdd(TestCase.IdOf(className, name), ConsoleSection.Ended(source, suite, className, name, role == LineRole.Passed ? TestOutcome.Passed : TestOutcome.Skipped, line.Number));
                break;
            case LineRole.Totals:
                Count(found);
                break;
        }
    }

    private void Fail(Match found, LogLine line)
    {
        var (className, name) = Names(found);
        if (name.Length == 0)
            return;
        _open = new ConsoleSection(TestCase.IdOf(className, name), line.Number);
        if (_failing.TryGetValue(_open.Name, out var known))
            known.File ??= File(found);
        else if (_failing.Count < ConsoleSection.MostFailing)
            _failing.Add(_open.Name, new Failing(className, name, found.Groups["message"].Value,
                found.Groups["what"].Value.Contains("ERROR", StringComparison.Ordinal) ? TestOutcome.Error : TestOutcome.Failed, _open)
            { File = File(found) });
    }

    /// <summary>The runner does not count it among those that passed.</summary>
    private void Flake(Match found, int line)
    {
        var (className, name) = Names(found);
        var id = TestCase.IdOf(className, name);
        _failing.Remove(id);
        _named[id] = ConsoleSection.Ended(source, suite, className, name, TestOutcome.Passed, line, file: File(found)) with { FailedAttempts = 1 };
        _passed++;
    }

    /// <summary>Of a test that was not named before, it names it.</summary>
    private void Detail(Match found, LogLine line)
    {
        var (className, name) = Names(found);
        if (_failing.TryGetValue(TestCase.IdOf(className, name), out var failing))
            failing.Detail ??= _open = new ConsoleSection(TestCase.IdOf(className, name), line.Number);
        else
            Fail(found, line);
    }

    private void Count(Match found)
    {
        var (failed, skipped) = (Number(found, "failed") + Number(found, "errors"), Number(found, "skipped") + Number(found, "incomplete"));
        var others = Math.Max(0, Number(found, "ran") - failed - skipped);
        _passed += found.Groups["passed"].Success ? Number(found, "passed") : found.Groups["rest"].Success ? 0 : others;
        _notFailed += found.Groups["rest"].Success ? others : 0;
        _skipped += skipped;
        _failed += failed;
    }

    private TestCase Case(Failing failing)
    {
        var section = failing.Detail ?? failing.Section;
        var said = FailureMessages.Clean(null, string.Join('\n', section.Lines.Select(l => l.Text))).Split('\n');
        // "Timeout" alone says how it ended, what it printed why.
        var message = failing.Message.Length == 0 ? said : failing.Message.Contains(' ') ? [failing.Message] : said.Prepend(failing.Message);
        return section.Case(source, suite, failing.Class, failing.Name, failing.File, message, failing.Outcome);
    }

    /// <summary>Of nested groups (<c>Outer &gt; inner &gt; test</c>) the last is the test.</summary>
    private (string ClassName, string Name) Names(Match found)
    {
        var className = found.Groups["class"].Success ? found.Groups["class"].Value : found.Groups["file"].Success ? "" : _class;
        if (!found.Groups["name"].Success && _case is { } named)
            return named;
        var name = found.Groups["name"].Value.Trim();
        var parts = name.Split([" > ", " › "], StringSplitOptions.TrimEntries);
        return parts.Length == 1 ? (className, name) : (string.Join(' ', parts[..^1].Prepend(className).Where(p => p.Length > 0)), parts[^1]);
    }

    private static string? File(Match found) => found.Groups["file"].Success ? found.Groups["file"].Value : null;

    private static int Number(Match found, string group) => Figure.Of(found.Groups[group]);
}
