using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads ctest: <c>2/3 Test #2: orders.total ...***Failed 0.01 sec</c>; below it (with <c>--output-on-failure</c>) or above it (with <c>-V</c>, each line after
/// <c>2: </c>) the program's output; at the end the share that passed and a list of the failed tests. A runner inside the program says what was wrong, but the
/// test is ctest's.
/// </summary>
internal sealed partial class CTestConsole(string source, string suite) : IConsoleReader
{
    private const int MostPrinting = 2000;

    /// <summary>The output of at most this many failed programs is read as a runner's output; more would take too long.</summary>
    private const int MostInside = 300;

    private readonly Dictionary<string, Tested> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ConsoleSection> _printed = [];
    private readonly RunnerCounts _counts = new();
    private ConsoleSection? _open;
    private bool _runs;
    private bool _listed;
    private int _failed;
    private int _others;

    private sealed record Tested(string Name, TestOutcome Outcome, string How, ConsoleSection Section)
    {
        /// <summary>How many earlier tries failed.</summary>
        public int FailedBefore { get; init; }
    }

    public IEnumerable<string> Needles => ["Test project ", "Test #", "Test  #", "Test   #", "% tests passed, ", "The following tests FAILED:"];
    public bool IsOpen => _runs || _listed;
    public bool Holds => _runs;

    public void Feed(LogLine line)
    {
        if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line);
        else if (Totals().Match(line.Text) is { Success: true } totals)
        {
            _counts.Count(totals, line, ofSuite: false);
            (_runs, _open) = (false, null);
            _printed.Clear();
        }
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            (_runs, _open, _listed) = (false, null, false);
        else if (line.Text.StartsWith("Test project ", StringComparison.Ordinal))
            _runs = true;
        else if (line.Text == "The following tests FAILED:")
            (_listed, _open) = (true, null);
        else if (_listed)
            List(line);
        else if (_runs && Printed().Match(line.Text) is { Success: true } printed)
            Print(printed, line);
        else if (Starts().IsMatch(line.Text))
            _open = null;
        else
            _open?.Add(line);
    }

    public ConsoleCases Finish() => _counts.Of([.. _tests.Values.OrderBy(t => t.Outcome.IsFailure() ? 0 : 1)
        .Select((t, i) => Case(t, inside: i < MostInside))]);

    private void End(Match ended, LogLine line)
    {
        (_open, _runs) = (null, true);
        var (name, how) = (ended.Groups["name"].Value, ended.Groups["how"].Value.Trim());
        var outcome = how == "Passed" ? TestOutcome.Passed
            : how.Contains("***Not Run (Disabled)", StringComparison.Ordinal) ? TestOutcome.Disabled
            : how.Contains("***Skipped", StringComparison.Ordinal) ? TestOutcome.Skipped : TestOutcome.Failed;
        if (outcome.IsFailure() ? ++_failed > ConsoleSection.MostFailing : ++_others > ConsoleSection.MostNamed)
            return;
        var section = new ConsoleSection(name, line.Number);
        if (_printed.Remove(Figure.Of(ended.Groups["id"]), out var above) && outcome.IsFailure())
            foreach (var said in above.Lines)
                section.Add(said);
        // With --repeat a test is listed once for each try, and the last one counts.
        var before = _tests.TryGetValue(name, out var earlier) ? earlier.FailedBefore + (earlier.Outcome.IsFailure() ? 1 : 0) : 0;
        _tests[name] = new Tested(name, outcome, How(how), section) { FailedBefore = before };
        _open = outcome.IsFailure() ? section : null;
    }

    private void Print(Match printed, LogLine line)
    {
        var id = Figure.Of(printed.Groups["id"]);
        if (!_printed.TryGetValue(id, out var section) && _printed.Count < MostPrinting)
            _printed[id] = section = new ConsoleSection("", line.Number);
        if (!Own().IsMatch(printed.Groups["text"].Value))
            section?.Add(line with { Text = printed.Groups["text"].Value });
    }

    private void List(LogLine line)
    {
        if (FailedList().Match(line.Text) is not { Success: true } listed)
            _listed = false;
        else if (_tests.Count < ConsoleSection.MostFailing)
            _tests.TryAdd(listed.Groups["name"].Value, new Tested(listed.Groups["name"].Value, TestOutcome.Failed, listed.Groups["how"].Value,
                new ConsoleSection(listed.Groups["name"].Value, line.Number)));
    }

    /// <summary>The words in <c>***Failed</c>, <c>***Exception: SegFault</c> and <c>Subprocess aborted***Exception:</c>.</summary>
    private static string How(string how) => how.Split("***") is [var before, var after] ? (before.Length > 0 ? before : after).Trim().TrimEnd(':') : how;

    private TestCase Case(Tested test, bool inside) => test.Outcome.IsFailure()
        ? test.Section.Case(source, suite, "", test.Name, null, inside ? Message(test) : [test.How]) with { FailedAttempts = test.FailedBefore }
        : ConsoleSection.Ended(source, suite, "", test.Name, test.Outcome, test.Section.Line) with { FailedAttempts = test.FailedBefore };

    private static IEnumerable<string> Message(Tested test) => InnerRunner.Message(test.Section).Prepend(test.How);

    [GeneratedRegex(
        @"^\s*(?:\d{1,7}/\d{1,7}\s+)?Test\s{1,9}#(?<id>\d{1,7}):\s+(?<name>\S.{0,300}?)\s*\.{2,}\s*(?<how>\S.{0,200}?)\s+\d{1,9}\.\d\d sec\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(
        @"^\d{1,3}% tests passed, (?<failed>\d{1,7}) tests? failed (?<rest>out of) (?<ran>\d{1,7})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"^(?<id>\d{1,7}): ?(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Printed();

    /// <summary>What ctest itself prints about a test.</summary>
    [GeneratedRegex(
        @"^(?:Test command: |Working Directory: |Environment variables: |Test timeout computed to be: )",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Own();

    [GeneratedRegex(@"^\s+Start\s+\d{1,7}: |^test \d{1,7}$|^The following tests ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Starts();

    [GeneratedRegex(@"^\s+\d{1,7} - (?<name>\S.{0,300}?) \((?<how>[^()]{1,80})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FailedList();
}
