using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads <c>go test</c>, with and without <c>-v</c>: <c>--- FAIL: Test/sub (0.00s)</c> with what the test logged below (or, with <c>-v</c>, above it), panics,
/// <c>ok package</c> and <c>FAIL package</c>, and packages that do not build.
/// </summary>
internal sealed partial class GoTestConsole(string source, string suite) : IConsoleReader
{
    private const int MostErrors = 400;

    private readonly List<TestCase> _cases = [];
    private readonly List<(ConsoleSection Section, TestOutcome Outcome, double? Seconds)> _package = [];
    private readonly Dictionary<string, List<LogLine>> _above = new(StringComparer.Ordinal);
    private readonly List<LogLine> _build = [];
    private string _running = "";
    private bool _open;
    private int _passes;
    private int _failures;

    public IEnumerable<string> Needles => ["--- ", "=== ", "FAIL", "ok  ", "?   ", ".go:"];
    public bool IsOpen => _open || _running.Length > 0;

    public void Feed(LogLine line)
    {
        if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line);
        else if (Running().Match(line.Text) is { Success: true } running)
            (_running, _open) = (running.Groups["name"].Value, false);
        else if (Package().Match(line.Text) is { Success: true } package)
            Close(package, line);
        else if (_open)
            _package[^1].Section.Add(line);
        else if (_running.Length > 0 && line.Text.StartsWith("    ", StringComparison.Ordinal))
            Above(line);
        else if (_build.Count < MostErrors && BuildError().IsMatch(line.Text))
            _build.Add(line);
    }

    public ConsoleCases Finish()
    {
        Flush("");
        return ConsoleCases.Of(_cases, _passes > ConsoleSection.MostNamed ? _passes : 0, 0, ConsoleSection.Beyond(_failures, _failures));
    }

    private void End(Match ended, LogLine line)
    {
        var outcome = ended.Groups["what"].Value switch { "FAIL" => TestOutcome.Failed, "PASS" => TestOutcome.Passed, _ => TestOutcome.Skipped };
        (_running, _open) = ("", false);
        if (outcome == TestOutcome.Failed ? ++_failures > ConsoleSection.MostFailing : ++_passes > ConsoleSection.MostNamed)
            return;
        var section = new ConsoleSection(ended.Groups["name"].Value, line.Number);
        foreach (var above in _above.GetValueOrDefault(section.Name, []))
            section.Add(above);
        _package.Add((section, outcome, XmlResults.Seconds(ended.Groups["seconds"].Value)));
        _open = outcome == TestOutcome.Failed;
    }

    private void Above(LogLine line)
    {
        if (!_above.TryGetValue(_running, out var lines) && _above.Count < ConsoleSection.MostFailing)
            _above[_running] = lines = [];
        if (lines is { Count: < 100 })
            lines.Add(line);
    }

    private void Close(Match package, LogLine line)
    {
        var name = package.Groups["name"].Value;
        if (package.Groups["broken"].Success && ++_failures <= ConsoleSection.MostFailing)
        {
            var said = Said(name);
            var section = new ConsoleSection(name, said.Count > 0 ? said[0].Number : line.Number);
            said.ForEach(section.Add);
            _cases.Add(section.Case(source, suite, name, package.Groups["broken"].Value, null, said.Select(b => b.Text.Trim()), TestOutcome.Error));
        }
        Flush(name);
    }

    /// <summary>What the compiler says of files of the package's folder; it stands before all tests, far from the line by which the package fails.</summary>
    private List<LogLine> Said(string package) => _build.Where(b => Folder(b.Text) is var folder && (folder == package || package.EndsWith("/" + folder, StringComparison.Ordinal)))
        .ToList() is { Count: > 0 } own ? own : [.. _build.Where(b => Folder(b.Text).Length == 0)];

    private static string Folder(string error) =>
        error[..error.IndexOf(':', StringComparison.Ordinal)] is var file && file.LastIndexOf('/') is > 0 and var end ? file[..end].TrimStart('.', '/') : "";

    /// <summary>The package's name stands behind its tests. A test that failed only because its subtests did is not one more failure.</summary>
    private void Flush(string package)
    {
        var failed = _package.Where(p => p.Outcome == TestOutcome.Failed).Select(p => p.Section.Name).ToList();
        foreach (var (section, outcome, seconds) in _package.DistinctBy(p => p.Section.Name))
            if (outcome != TestOutcome.Failed)
                _cases.Add(ConsoleSection.Ended(source, suite, package, section.Name, outcome, section.Line, seconds));
            else if (!failed.Any(f => f.StartsWith(section.Name + "/", StringComparison.Ordinal)))
                _cases.Add(section.Case(source, suite, package, section.Name, null, Message(section), TestOutcome.Failed, seconds));
        _package.Clear();
        _above.Clear();
        _running = "";
        _open = false;
    }

    private static IEnumerable<string> Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text.Trim()).Where(l => l.Length > 0 && l != "FAIL").ToList();
        var panic = lines.FindIndex(l => l.StartsWith("panic: ", StringComparison.Ordinal));
        return panic >= 0 ? lines.Skip(panic).TakeWhile(l => l.Length > 0 && !l.StartsWith("goroutine ", StringComparison.Ordinal)).Take(3) : Logged(lines);
    }

    /// <summary>What a test logged last is what ended it.</summary>
    private static IEnumerable<string> Logged(List<string> lines)
    {
        var said = lines.Select(Formats.GoLines.WithoutPlace).Where(l => l.Length > 0).ToList();
        return said.Count < 2 ? said : [said[^1], .. said[..^1]];
    }

    [GeneratedRegex(@"^\s*--- (?<what>FAIL|PASS|SKIP): (?<name>\S+) \((?<seconds>[\d.]{1,12})s\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^=== (?:RUN|CONT|NAME)\s+(?<name>\S+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Running();

    [GeneratedRegex(@"^(?:FAIL|ok  |\?   )\t?\s*(?<name>[\w./-]+)(?:\s+(?:[\d.]+s|\(cached\)|\[(?<broken>build failed|setup failed)\]|\[no test files\])).*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Package();

    [GeneratedRegex(@"^[\w./-]+\.go:\d+:\d+: ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BuildError();
}
