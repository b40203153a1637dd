using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads <c>bun test</c>: the file (<c>src/orders.test.ts:</c>), a test's output, and then the test (<c>(fail) suite &gt; name [1.2ms]</c>, or with marks if
/// the output is coloured); at the end <c> 3 pass</c>, <c> 1 fail</c>, <c>Ran 4 tests across 2 files.</c>
/// </summary>
internal sealed partial class BunConsole(string source, string suite) : IConsoleReader
{
    private const int MostSaid = 200;
    private readonly List<(string File, ConsoleSection Section, bool Silent)> _failures = [];
    private readonly List<(string File, ConsoleSection Section)> _outside = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<LogLine> _said = [];
    private readonly Tally _tally = new();
    private ConsoleSection? _between;
    private string _file = "";
    private bool _running;
    private int _rules;

    public IEnumerable<string> Needles => ["bun test v", "(fail) ", "ms]", " pass", " fail", "Ran "];
    public bool IsOpen => _running;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (Begins().IsMatch(text))
            (_running, _between) = (true, null);
        else if (!_running)
            return;
        else if (File().Match(text) is { Success: true } file)
            (_file, _between) = Forget(file.Groups["file"].Value);
        else if (text.StartsWith("# Unhandled error between tests", StringComparison.Ordinal))
            Between(line);
        else if (_between is not null && (_rules += Rule().IsMatch(text) ? 1 : 0) < 2)
            _between.Add(line);
        else if (Ended().Match(text) is { Success: true } ended)
            End(ended, line);
        else if (TimedOut().IsMatch(text) && _failures is [.., { Silent: true } last])
            last.Section.Add(line with { Text = text.Trim(' ', '^') });
        else if (Count().Match(text) is { Success: true } count)
            _counts[count.Groups["what"].Value] = Figure.Of(count.Groups["n"]);
        else if (Ran().IsMatch(text))
            Commit();
        else if (text.StartsWith("##[", StringComparison.Ordinal) && !text.StartsWith("##[e", StringComparison.Ordinal))
            _running = false;
        else if (!text.StartsWith("##[", StringComparison.Ordinal))
            Say(line);
    }

    public ConsoleCases Finish()
    {
        Commit();
        // If more failures are named than counted, the ones without a message were printed by a test. A file that did not load is included in the count.
        var told = _failures.DistinctBy(f => (f.File, f.Section.Name)).ToList();
        if (_tally.Any && told.Count + _outside.Count > _tally.Failed)
            told.RemoveAll(f => f.Section.Lines.Count == 0);
        List<TestCase> failed = [.. told.Select(f => Case(f.File, f.Section)), .. _outside.Select(Outside)];
        var bad = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return ConsoleCases.Of([.. failed, .. _named.Values.Where(n => !bad.Contains(n.Id))], _tally);
    }

    private (string, ConsoleSection?) Forget(string file)
    {
        _said.Clear();
        return (file, null);
    }

    private void Say(LogLine line)
    {
        // The error comes last, so the beginning of a long output can be dropped.
        if (_said.Count == MostSaid)
            _said.RemoveRange(0, MostSaid / 2);
        _said.Add(line);
    }

    private void Between(LogLine line)
    {
        (_between, _rules) = (new ConsoleSection(line.Text, line.Number), 0);
        if (_outside.Count < ConsoleSection.MostFailing)
            _outside.Add((_file, _between));
    }

    private void End(Match ended, LogLine line)
    {
        var (what, name) = (ended.Groups["what"].Value, ended.Groups["name"].Value);
        _between = null;
        if (what is "(fail)" or "✗")
        {
            var section = new ConsoleSection(name, line.Number);
            _said.ForEach(section.Add);
            if (_failures.Count < ConsoleSection.MostFailing)
                _failures.Add((_file, section, !_said.Exists(s => Error().IsMatch(s.Text))));
        }
        else if (_named.Count < ConsoleSection.MostNamed)
        {
            var (className, test) = VitestFailure.Names(name);
            var named = ConsoleSection.Ended(source, suite, className, test, what is "(pass)" or "✓" ? TestOutcome.Passed : TestOutcome.Skipped, line.Number,
                file: _file);
            _named.TryAdd(named.Id, named);
        }
        _said.Clear();
    }

    private void Commit()
    {
        int Of(string what) => _counts.GetValueOrDefault(what);
        if (_counts.Count > 0)
            _tally.Add(Of("pass"), Of("skip") + Of("todo"), Of("fail"));
        _counts.Clear();
        _said.Clear();
    }

    private TestCase Case(string file, ConsoleSection section)
    {
        var (className, name) = VitestFailure.Names(section.Name);
        return section.Case(source, suite, className, name, file.Length > 0 ? file : null, Message(section));
    }

    private TestCase Outside((string File, ConsoleSection Section) outside) =>
        outside.Section.Case(source, suite, "", outside.File.Length > 0 ? outside.File : "bun test", outside.File, Message(outside.Section),
            TestOutcome.Error) with
        { Scope = TestScope.Suite };

    /// <summary>After the source: <c>error: …</c> and what follows it up to the stack.</summary>
    private static List<string> Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).ToList();
        var error = lines.FindLastIndex(l => Error().IsMatch(l));
        var said = ScriptMessage.Of(error < 0 ? lines.Where(l => l.Contains(" timed out after ", StringComparison.Ordinal)) : lines.Skip(error));
        return said.Count == 0 ? [FailureMessages.Silent] : [Error().Replace(said[0], m => m.Groups["type"].Value == "error" ? "" : m.Value), .. said.Skip(1)];
    }

    [GeneratedRegex(@"^bun test v\d", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^(?:##\[group\])?(?<file>[^\s:]{1,400}\.[cm]?[jt]sx?):$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex File();

    [GeneratedRegex(@"^(?<what>\((?:fail|pass|skip|todo)\)|[✗✓»✎]) (?<name>.+?)(?: \[[\d.]{1,14}m?s\])?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^\s+\^ this test timed out after ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex TimedOut();

    [GeneratedRegex(@"^ ?(?<n>\d{1,7}) (?<what>pass|fail|skip|todo|error)s?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^Ran \d{1,7} tests? across \d{1,7} files?\.", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ran();

    [GeneratedRegex(@"^(?<type>error|\w{0,60}Error): ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();

    [GeneratedRegex("^-{20,}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Rule();
}
