using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Python's unittest, nose and Django: below a double rule <c>FAIL: test (module.Class)</c> or <c>ERROR: …</c>, a rule, the traceback, whose last line
/// says what was wrong; at the end, below a rule, <c>Ran 7 tests in 1.2s</c> and the counts.
/// </summary>
internal sealed partial class UnittestConsole(string source, string suite) : IConsoleReader
{
    /// <summary>Lines between the number of tests and how they ended.</summary>
    private const int MostApart = 3;

    private readonly List<UnittestSection> _sections = [];
    private readonly List<ConsoleCases> _runs = [];
    private (LogLine Line, bool Double)? _rule;
    private (int Line, int Tests, bool Doubtful)? _ran;
    private (string Ended, int Tests)? _doubtful;

    public TestRunner Runner => TestRunner.Unittest;

    public IEnumerable<string> Needles => ["=====", "-----", "Ran ", "FAILED (", "OK"];
    public bool IsOpen => _sections.Count > 0 || _rule is { Double: true };

    private UnittestSection? Open => _sections is [.., var last] ? last : null;

    public void Feed(LogLine line)
    {
        var below = _rule is { } rule && rule.Line.Number == line.Number - 1 ? _rule : null;
        if (line.Text.StartsWith("##[group]Run ", StringComparison.Ordinal))
            End(null, 0);
        else if ((below is { Double: true } || Open is { IsUnexpected: true, IsEmpty: true }) && Header().Match(line.Text) is { Success: true } header)
            Begin(header, line.Number);
        else if (Ran().Match(line.Text) is { Success: true } ran)
            _ran = (line.Number, Figure.Of(ran.Groups["n"]), below is null);
        else if (_ran is { } counted && line.Number - counted.Line <= MostApart && Ended().IsMatch(line.Text))
            Take(line.Text, counted);
        else if (IsRule(line.Text, '='))
            _rule = (line, true);
        else
        {
            _rule = IsRule(line.Text, '-') ? (line, false) : _rule;
            Open?.Add(line);
        }
    }

    public ConsoleCases Finish()
    {
        End(_doubtful?.Ended, _doubtful?.Tests ?? 0);
        return ConsoleCases.Together(_runs);
    }

    private void Begin(Match header, int line)
    {
        if (_sections.Count < ConsoleSection.MostFailing)
            _sections.Add(new UnittestSection(header.Groups["what"].Value, header.Groups["name"].Value.Trim(), line, Open is { Captured: true }));
    }

    /// <summary>A test may print something that looks like the end of a run, but hardly the rule above it.</summary>
    private void Take(string text, (int Line, int Tests, bool Doubtful) counted)
    {
        _ran = null;
        if (counted.Doubtful)
            _doubtful = (text, counted.Tests);
        else
            End(text, counted.Tests);
    }

    private void End(string? ended, int tests)
    {
        if (ended is not null || _sections.Count > 0)
            _runs.Add(Run(ended, tests));
        _sections.Clear();
        (_rule, _ran, _doubtful) = (null, null, null);
    }

    private ConsoleCases Run(string? ended, int tests)
    {
        var (bad, skipped, expected, unexpected) = Count(ended ?? "");
        var told = bad + unexpected;
        List<UnittestSection> sections = ended is null ? [.. _sections.Where(s => s.Ruled)] : _sections.Count <= told
            ? _sections : [.. _sections.Where(s => !s.Doubtful)];
        if (ended is not null && sections.Count > told)
            sections = [.. sections.Where(s => s.IsUnexpected || s.HasTraceback)];
        List<TestCase> cases = [.. sections.Select(s => s.Case(source, suite)).DistinctBy(c => c.Id)];
        // A test with many subtests runs once and fails once for each of them; a class that could not be set up did not run.
        var unnamed = Math.Max(0, told - sections.Count);
        var ran = cases.Where(c => c.Scope == TestScope.Test || c.ClassName.StartsWith("unittest.", StringComparison.Ordinal))
            .Select(c => (c.ClassName, c.Name.Split(' ')[0])).Distinct().Count();
        return ConsoleCases.Of(cases, Math.Max(0, tests - ran - unnamed - skipped - expected), skipped + expected) with { UnnamedFailed = unnamed };
    }

    /// <summary>If it says OK, tests that passed unexpectedly are not failures (before Python 3.4).</summary>
    private static (int Bad, int Skipped, int Expected, int Unexpected) Count(string ended)
    {
        var (bad, skipped, expected, unexpected) = (0, 0, 0, 0);
        foreach (Match count in Counts().Matches(ended))
        {
            var n = Figure.Of(count.Groups["n"]);
            switch (count.Groups["what"].Value)
            {
                case "skipped" or "SKIP":
                    skipped = n;
                    break;
                case "expected failures":
                    expected = n;
                    break;
                case "unexpected successes":
                    unexpected = ended.StartsWith("OK", StringComparison.Ordinal) ? 0 : n;
                    break;
                default:
                    bad = Math.Min(Figure.Most, bad + n);
                    break;
            }
        }
        return (bad, skipped, expected, unexpected);
    }

    private static bool IsRule(string text, char of) => text.Length >= 20 && text.AsSpan().Trim(of).IsEmpty;

    [GeneratedRegex(@"^(?<what>FAIL|ERROR|UNEXPECTED SUCCESS)(?: \[[\d.]{1,12}s\])?: (?<name>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^Ran (?<n>\d{1,7}) tests? in [\d.]+s$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ran();

    [GeneratedRegex(@"^(?:FAILED \(.+\)|OK(?: \(.+\))?)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"(?:\(|, )(?<what>failures|errors|skipped|SKIP|expected failures|unexpected successes)=(?<n>\d{1,7})", RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Counts();
}
