using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads ava: a line per test (<c>✔ file › test</c>, <c>✘ [fail]: file › test message</c>); between two rules of one character, a section for each failure,
/// which begins with its name; and the counts (<c>1 test failed</c>, <c>1,756 tests passed</c>).
/// </summary>
internal sealed partial class AvaConsole(string source, string suite) : IConsoleReader
{
    private readonly List<ConsoleSection> _failures = [];
    private readonly List<AvaOutside> _outside = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestCase> _passed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();
    private ConsoleSection? _open;
    private bool _parts;
    private int _blank;
    private int _ruleLine;
    private int _countLine;

    public IEnumerable<string> Needles => ["  ─", "[fail]: ", "[unexpected pass]: ", " passed", " failed", " failures", " failure", " skipped", " todo",
        "Uncaught exception", "Unhandled rejection", "exited with a non-zero exit code", "Exiting due to process.exit()", " › ", " exceptions", " rejections",
        "Timed out while running tests", "No tests found in "];
    public bool IsOpen => _parts || _open is not null;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (text == "  ─")
            Rule(line.Number);
        else if (Count().Match(text) is { Success: true } count)
            Take(count, line.Number);
        else if (AvaOutside.Of(text, line) is { } outside)
            Begin(outside);
        else if (text.StartsWith("##[", StringComparison.Ordinal))
            (_parts, _open) = (false, null);
        else if (_parts && text.Length > 2 && text.StartsWith("  ", StringComparison.Ordinal) && text[2] != ' ' && _blank >= 2)
            Begin(text.Trim(), line.Number);
        else if (Ended().Match(text) is { Success: true } ended && !_parts)
            End(ended, line.Number);
        else
            _open?.Add(line);
        _blank = text.Length == 0 ? _blank + 1 : text == "  ─" ? 1 : 0;
    }

    public ConsoleCases Finish()
    {
        Commit();
        List<TestCase> failed = [.. _failures.Select(Case).DistinctBy(c => c.Id)];
        // Used if the run broke off before its failure sections; the message is then after the name.
        if (failed.Count == 0)
            failed.AddRange(_failed.Select(f => ConsoleSectionOf(f).Case(source, suite, "", f, null, [FailureMessages.Silent])));
        var told = _outside.Where(o => !o.IsExit || !_outside.Exists(u => !u.IsExit && u.File == o.File))
            .Where(o => !o.IsExit || _failures.Count == 0 || _tally.Failed == 0).Select(o => o.Case(source, suite)).DistinctBy(c => c.Id).ToList();
        var bad = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        List<TestCase> cases = [.. failed, .. told, .. _passed.Values.Where(p => !bad.Contains(p.Id))];
        return ConsoleCases.Of(cases, _tally.Passed, _tally.Skipped, _tally.Failed + told.Count);
    }

    private static ConsoleSection ConsoleSectionOf(string name) => new(name, 1);

    private void Rule(int line)
    {
        (_parts, _open, _ruleLine) = (!_parts, null, line);
        Commit();
    }

    private void Begin(AvaOutside outside)
    {
        _open = outside.Section;
        if (_outside.Count < ConsoleSection.MostFailing)
            _outside.Add(outside);
    }

    private void Begin(string name, int line)
    {
        _open = null;
        if (_failures.Count < ConsoleSection.MostFailing)
            _failures.Add(_open = new ConsoleSection(name, line));
    }

    /// <summary>The counts are below a rule, one per line.</summary>
    private void Take(Match count, int line)
    {
        var n = int.TryParse(count.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number) ? Math.Min(number, Figure.Most) : 0;
        var what = count.Groups["what"].Value;
        if (line - _ruleLine > 2 && line - _countLine > 1)
        {
            if (what is "passed")
                _tally.AddDoubtful(n, 0, 0);
            return;
        }
        (_parts, _open, _countLine) = (false, null, line);
        _counts[what] = n;
    }

    private void Commit()
    {
        int Of(string what) => _counts.GetValueOrDefault(what);
        if (_counts.Count > 0)
            _tally.Add(Of("passed"), Of("skipped") + Of("todo") + Of("known failure"), Of("failed") + Of("hook"));
        _counts.Clear();
    }

    private void End(Match ended, int line)
    {
        var (name, mark) = (ended.Groups["name"].Value, ended.Groups["mark"].Value);
        _open = null;
        _tally.Told();
        if (mark is "✔" or "√" && _passed.Count < ConsoleSection.MostNamed)
        {
            var (className, test) = Names(name);
            var outcome = ended.Groups["what"].Value == "[expected fail]" ? TestOutcome.ExpectedFailure : TestOutcome.Passed;
            var passed = ConsoleSection.Ended(source, suite, className, test, outcome, line);
            _passed.TryAdd(passed.Id, passed);
        }
        else if (mark is "✘" or "✖" or "×" && _failed.Count < ConsoleSection.MostFailing)
            _failed.Add(name);
    }

    private TestCase Case(ConsoleSection section)
    {
        var (className, name) = Names(section.Name);
        var hook = Hook().IsMatch(name);
        return section.Case(source, suite, className, name, null, AvaOutside.Message(section)) with { Scope = hook ? TestScope.Suite : TestScope.Test };
    }

    private static (string ClassName, string Name) Names(string title)
    {
        var parts = title.Split(" › ");
        return (string.Join(' ', parts[..^1]), parts[^1]);
    }

    [GeneratedRegex(@"^  (?<n>\d{1,3}(?:,?\d{3}){0,2}|\d{1,7}) (?:tests? (?<what>passed|failed|skipped|todo)|(?<what>known failure|uncaught exception|unhandled rejection|hook)s?(?: failed)?)(?: \[[\d:]{1,12}\])?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^  (?<mark>[✔√✘✖×]) (?:(?<what>\[(?:fail|expected fail|unexpected pass)\]):? )?(?<name>\S.*? › .+?)(?: \([\d.]{1,12}m?s\))?$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex("^(?:before|after|after\\.always) hook", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Hook();
}
