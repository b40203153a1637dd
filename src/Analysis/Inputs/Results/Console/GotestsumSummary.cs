using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The end of gotestsum's output, in any format: <c>=== Failed</c>, <c>=== FAIL: orders TestTotal/empty (0.00s)</c> with the test's log, and <c>DONE 2 runs, 12
/// tests, 1 skipped, 2 failures in 2.1s</c>. A test that ran again has the number of its run: <c>(re-run 1)</c>.
/// </summary>
internal sealed partial class GotestsumSummary(string source, string suite)
{
    private const string BuildFailed = "build failed";

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, TestCase> _named = new(StringComparer.Ordinal);
    private Entry? _open;
    private bool _ends;
    private bool _errors;
    private int _runs = 1;
    private int _tests;
    private int _skipped;
    private int _failed;

    private sealed record Entry(string Package, string Name, int Run, ConsoleSection Section);

    public bool IsOpen => _ends;

    /// <summary>It was read to the end.</summary>
    public bool Counted { get; private set; }

    /// <summary>Outer tests of <c>TestA/b/c</c>: <c>TestA</c> and <c>TestA/b</c>.</summary>
    public static IEnumerable<string> Parents(string name)
    {
        for (var at = name.IndexOf('/', StringComparison.Ordinal); at > 0; at = name.IndexOf('/', at + 1))
            yield return name[..at];
    }

    /// <returns>Whether the line is part of the summary.</returns>
    public bool Feed(LogLine line)
    {
        if (Done().Match(line.Text) is { Success: true } done)
            Count(done);
        else if (Failed().Match(line.Text) is { Success: true } failed)
            Begin(failed, line);
        else if (Part().Match(line.Text) is { Success: true } part)
            (_ends, _open, _errors) = (true, null, part.Groups["name"].Value == "Errors");
        else if (_ends && _errors && Broken().Match(line.Text) is { Success: true } broken)
            Break(broken, line);
        else if (_ends)
            _open?.Section.Add(line);
        else if (Named().Match(line.Text) is { Success: true } named)
            Name(named, line.Number);
        else
            return false;
        return true;
    }

    private void Count(Match done)
    {
        (_ends, _open, Counted) = (false, null, true);
        _runs = done.Groups["runs"].Success ? Math.Max(1, Figure.Of(done.Groups["runs"])) : 1;
        _tests = Math.Min(Figure.Most, _tests + Figure.Of(done.Groups["tests"]));
        _skipped = Math.Min(Figure.Most, _skipped + Figure.Of(done.Groups["skipped"]));
        _failed = Math.Min(Figure.Most, _failed + Figure.Of(done.Groups["failed"]));
    }

    private void Begin(Match failed, LogLine line)
    {
        (_ends, _open) = (true, null);
        if (failed.Groups["what"].Value != "FAIL" || _entries.Count >= ConsoleSection.MostFailing)
            return;
        _open = new Entry(failed.Groups["package"].Value, failed.Groups["name"].Value, Figure.Of(failed.Groups["run"]),
            new ConsoleSection(failed.Groups["name"].Value, line.Number));
        _entries.Add(_open);
    }

    /// <summary>A package that does not build has no tests, only errors.</summary>
    private void Break(Match broken, LogLine line)
    {
        var package = broken.Groups["package"].Success ? broken.Groups["package"].Value : ".";
        _open = _entries.Find(e => e.Package == package && e.Name == BuildFailed);
        if (_open is null && _entries.Count < ConsoleSection.MostFailing)
            _entries.Add(_open = new Entry(package, BuildFailed, _runs - 1, new ConsoleSection(BuildFailed, line.Number)));
        _open?.Section.Add(line);
    }

    private void Name(Match named, int line)
    {
        var id = TestCase.IdOf(named.Groups["package"].Value, named.Groups["name"].Value);
        if (named.Groups["what"].Value != "FAIL" && _named.Count < ConsoleSection.MostNamed)
            _named.TryAdd(id, ConsoleSection.Ended(source, suite, named.Groups["package"].Value, named.Groups["name"].Value,
                named.Groups["what"].Value == "PASS" ? TestOutcome.Passed : TestOutcome.Skipped,
                line, XmlResults.Seconds(named.Groups["seconds"].Value)));
    }

    /// <param name="read">Cases read from the lines of go test itself.</param>
    public ConsoleCases Finish(IReadOnlyList<TestCase> read)
    {
        var parents = _entries.SelectMany(e => Parents(e.Name).Select(p => (e.Package, p))).ToHashSet();
        List<TestCase> failing = [.. _entries.Where(e => !parents.Contains((e.Package, e.Name))).GroupBy(e => (e.Package, e.Name))
            .Select(g => Case([.. g], read))];
        var ids = failing.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var others = _named.Values.Concat(read.Where(c => c.Outcome is TestOutcome.Passed or TestOutcome.Skipped)).Where(c => !ids.Contains(c.Id))
            .DistinctBy(c => c.Id);
        var outside = read.Where(c => c.Bad && c.Scope != TestScope.Test && failing.TrueForAll(f => f.Scope == TestScope.Test
            || !IsOf(c.ClassName, f.ClassName)));
        List<TestCase> all = [.. failing, .. outside, .. others];
        return ConsoleCases.Of(all, Math.Max(0, _tests - _skipped - _failed), _skipped, _entries.Count == 0 ? _failed : 0);
    }

    private TestCase Case(List<Entry> tries, IReadOnlyList<TestCase> read)
    {
        var (package, name, section) = (tries[0].Package, tries[0].Name, tries[0].Section);
        var plain = read.FirstOrDefault(c => c.Bad && c.Name == name && IsOf(c.ClassName, package));
        var full = plain?.ClassName is { Length: > 0 } path ? path : _named.Values.FirstOrDefault(c => IsOf(c.ClassName, package))?.ClassName ?? package;
        if (name == BuildFailed)
            return section.Case(source, suite, full, name, null, section.Lines.Select(l => l.Text), TestOutcome.Error) with { Scope = TestScope.Suite };
        // It passed later if the last run does not name it.
        if (_runs > 1 && tries.TrueForAll(t => t.Run != _runs - 1))
            return ConsoleSection.Ended(source, suite, full, name, TestOutcome.Passed, section.Line) with { FailedAttempts = tries.Count };
        if (section.Lines.All(l => l.Text.Trim().Length == 0) && plain is not null)
            return plain with { FailedAttempts = tries.Count - 1 };
        return name.Length > 0 ? section.Case(source, suite, full, name, null, GoMessage.Of(section)) with { FailedAttempts = tries.Count - 1 }
            : section.Case(source, suite, full, "failed outside of its tests", null, GoMessage.Of(section), TestOutcome.Error) with { Scope = TestScope.Suite };
    }

    /// <summary>The summary names packages relative to the module's root.</summary>
    private static bool IsOf(string path, string package) => path.Length == 0 || package == "." || path == package
        || path.EndsWith("/" + package, StringComparison.Ordinal);

    [GeneratedRegex(
        @"^DONE (?:(?<runs>\d{1,4}) runs, )?(?<tests>\d{1,7}) tests?(?:, (?<skipped>\d{1,7}) skipped)?(?:, (?<failed>\d{1,7}) failures?)?"
        + @"(?:, \d{1,7} errors?)? in [\d.]+s$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Done();

    [GeneratedRegex(
        @"^=== (?<what>FAIL|SKIP): (?<package>\S+) (?<name>\S*?) ?(?:\(re-run (?<run>\d{1,4})\) )?\([\d.]+s\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^=== (?<name>Failed|Skipped|Errors|Slow|Flaky)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?<package>[\w./~-]+)/)?[\w.-]+\.go:\d+:\d+: ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Broken();

    /// <summary>The format <c>testname</c>.</summary>
    [GeneratedRegex(
        @"^(?<what>PASS|FAIL|SKIP) (?<package>[\w./~-]+)\.(?<name>(?:Test|Example|Fuzz|Benchmark)\S*)(?: \(re-run \d+\))? \((?<seconds>[\d.]+)s\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Named();
}
