using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>
/// Logs in <c>Logs/Told/</c> are what the tools printed about a few tests made to fail in many ways (pytest 7.2 with xdist, timeout, rerunfailures, subtests
/// and flake8; Python 3.11's unittest, nose2; jest 29 and 30, vitest 1, 3 and 4, mocha 12, karma 6.4, Playwright 1.65, node 24, tape 5, ava 7, bun 1.4,
/// jasmine, WebdriverIO 9, uvu; minitest 5.17, test-unit 3.5); those of Cypress, TestCafe, Rails and minitest-reporters are written by hand after the tools'
/// documentation. Beside each stands what a person reads in it: <c>log.told.txt</c>.
/// </summary>
public sealed class ToldLogsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Console", "Logs", "Told");

    public static TheoryData<string> Logs => [.. Directory.EnumerateFiles(Folder, "*.told.txt").Select(f => Path.GetFileName(f)[..^".told.txt".Length])
        .Order()];

    [Theory]
    [MemberData(nameof(Logs))]
    public void What_a_tool_printed_is_told_as_a_person_reads_it(string log) =>
        Told(ConsoleLog.Of(File.ReadLines(Path.Combine(Folder, $"{log}.txt")))).ShouldBe(File.ReadAllText(Path.Combine(Folder, $"{log}.told.txt")));

    [Fact]
    public void Every_log_has_what_is_to_be_read_in_it() =>
        Directory.EnumerateFiles(Folder).Count().ShouldBe(2 * Logs.Count);

    /// <summary>The counts, with those that have no names; each failure with all of its message; tests that needed more than one try.</summary>
    private static string Told(ResultFile results)
    {
        var tests = results.Cases.Where(c => c.Scope == TestScope.Test).ToList();
        var counts = $"{tests.Count(t => t.Outcome.IsPass()) + results.UnnamedPassed} passed, "
            + $"{tests.Count(t => t.Outcome.IsSkip()) + results.UnnamedSkipped} skipped, "
            + $"{tests.Count(t => t.Bad)} failed, {results.UnnamedFailed} failed without a name";
        var failures = results.Cases.Where(c => c.Bad).Select(c => $"{c.Scope} {c.Id}{Tries(c)}\n{Indented(c.Failure!.Message)}");
        var others = results.Cases.Where(c => !c.Bad && c.FailedAttempts > 0).Select(c => $"Flaky {c.Id}{Tries(c)}");
        return string.Join('\n', [counts, .. failures, .. others]) + "\n";
    }

    private static string Tries(TestCase test) => test.FailedAttempts > 0 ? $" (after {test.FailedAttempts} failed)" : "";

    private static string Indented(string message) => string.Join('\n', message.Split('\n').Select(l => $"    {l}".TrimEnd()));
}
