using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>Rules of jest, vitest, karma, Playwright and others, a few lines each.</summary>
public sealed class ScriptConsoleTests
{
    private static readonly string[] JestSection = ["  ● cart › adds up", "", "    expect(received).toBe(expected) // Object.is equality", "",
        "    Expected: 3", "    Received: 4", "", "      at Object.toBe (src/cart.test.js:5:1)", ""];

    private static IEnumerable<string> JestTotals(string tests) =>
        ["Test Suites: 1 failed, 1 total", $"Tests:       {tests}", "Snapshots:   0 total", "Time:        1 s", "Ran all test suites."];

    [Theory]
    [InlineData("FAIL src/cart.test.js (72.951s)", "src/cart.test.js")]
    [InlineData("FAIL src/cart.test.js (72.951 s, 210 MB heap size)", "src/cart.test.js")]
    [InlineData("FAIL web side src/cart.test.tsx (5 min 3.2 s)", "src/cart.test.tsx")]
    [InlineData(@"FAIL src\cart.test.js", @"src\cart.test.js")]
    [InlineData("\u001b[0m\u001b[7m\u001b[1m\u001b[31m FAIL \u001b[39m\u001b[22m\u001b[27m\u001b[0m \u001b[2msrc/\u001b[22m\u001b[1mcart.test.js\u001b[22m\r",
        "src/cart.test.js")]
    public void Jest_names_the_file_with_its_time_its_memory_its_project_and_in_colours(string line, string file)
    {
        var results = ConsoleLog.Of([line, .. JestSection, .. JestTotals("1 failed, 1 total")]);

        var test = results.Cases.ShouldHaveSingleItem();
        (test.Id, test.File, test.Failure!.Message, results.UnnamedFailed)
            .ShouldBe(("cart::adds up", file, "expect(received).toBe(expected) // Object.is equality\nExpected: 3\nReceived: 4", 0));
    }

    [Fact]
    public void A_summary_that_jest_prints_twice_is_of_one_run_and_that_of_two_packages_of_two()
    {
        string[] run = ["FAIL src/cart.test.js", .. JestSection, .. JestTotals("1 failed, 4 passed, 5 total")];

        ConsoleLog.Of([.. run, .. JestTotals("1 failed, 4 passed, 5 total")]).UnnamedPassed.ShouldBe(4);
        ConsoleLog.Of([.. run, "FAIL other/cart.test.js", .. JestSection, .. JestTotals("1 failed, 4 passed, 5 total")]).UnnamedPassed.ShouldBe(8);
    }

    [Theory]
    [InlineData("Tests:       1 failed, 1 total")]
    [InlineData("      Tests  1 failed (1)")]
    public void What_is_counted_as_failed_and_not_named_is_kept(string line) => ConsoleLog.Of(line).UnnamedFailed.ShouldBe(1);

    [Fact]
    public void A_process_that_ended_with_code_0_is_no_failure_and_with_another_one_only_where_the_job_failed()
    {
        ConsoleLog.OfGreen(["PASS src/a.test.js", "  ●  process.exit called with \"0\"", .. JestTotals("3 passed, 3 total")])!.Cases.ShouldBeEmpty();
        ConsoleLog.OfGreen("  ●  process.exit called with \"1\"").ShouldBeNull();

        var ended = ConsoleLog.Of("  ●  process.exit called with \"1\"").Cases.ShouldHaveSingleItem();
        (ended.Scope, ended.Failure!.Message).ShouldBe((TestScope.Run, "process.exit called with \"1\""));
    }

    [Fact]
    public void What_stands_below_a_file_that_passed_is_no_failure() =>
        ConsoleLog.Of(["PASS src/a.test.js", "  ●  Cannot log after tests are done. Did you forget to wait for something async in your test?", "  ● Console",
            "    console.log", "      ● fake › header", "", "Tests:       9 failed, 9 total",
            "Test Suites: 1 passed, 1 total", "Tests:       3 passed, 3 total"]).UnnamedFailed.ShouldBe(0);

    [Fact]
    public void A_worker_that_was_killed_is_the_failure_of_its_file()
    {
        var results = ConsoleLog.Of("FAIL src/cart.test.js", "  ● Test suite failed to run", "",
            "    A jest worker process (pid=42) was terminated by another process: signal=SIGKILL, exitCode=null. Operating system logs may contain more "
            + "information on why this occurred.", "",
            "      at ChildProcessWorker._onExit (node_modules/jest-worker/build/index.js:1:2)", "", "Test Suites: 1 failed, 1 passed, 2 total",
                "Tests:       2 passed, 2 total");

        var file = results.Cases.ShouldHaveSingleItem();
        (file.Id, file.Scope, results.UnnamedPassed).ShouldBe(("src/cart.test.js", TestScope.Suite, 2));
        file.Failure!.Message.ShouldStartWith("A jest worker process");
    }

    [Fact]
    public void Tests_of_one_name_in_two_files_are_two()
    {
        var results = ConsoleLog.Of(["FAIL src/a.test.js", .. JestSection, "FAIL src/b.test.js", .. JestSection, .. JestTotals("2 failed, 2 total")]);

        results.Cases.Select(c => c.Id).ShouldBe(["cart::adds up [src/a.test.js]", "cart::adds up [src/b.test.js]"]);
        results.UnnamedFailed.ShouldBe(0);
    }

    [Fact]
    public void Vitest_tests_that_failed_alike_share_the_message_below_them()
    {
        var results = ConsoleLog.Of("⎯⎯⎯⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯⎯⎯⎯", "", " FAIL  src/a.test.ts > cart > adds up", " FAIL  src/a.test.ts > cart > is shown",
            "Error: no cart", " ❯ src/a.test.ts:12:28", "", "⎯⎯⎯⎯⎯⎯[1/2]⎯", "",
            " Test Files  1 failed (1)", "      Tests  2 failed | 3 passed (5)");

        results.Cases.Select(c => $"{c.Id}: {c.Failure!.Message}").ShouldBe(["cart::adds up: Error: no cart", "cart::is shown: Error: no cart"]);
        results.UnnamedPassed.ShouldBe(3);
    }

    [Fact]
    public void What_a_vitest_test_printed_is_no_failure_where_vitest_lists_its_own() =>
        ConsoleLog.Of(" FAIL  src/fake.test.ts > fake", "AssertionError: no", "      Tests  9 failed (9)", "⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯", "",
            " FAIL  src/a.test.ts > adds up", "Error: no cart", "⎯⎯⎯⎯⎯⎯[1/1]⎯", " Test Files  1 failed (1)", "      Tests  1 failed | 3 passed (4)")
            .Cases.ShouldHaveSingleItem().Id.ShouldBe("adds up");

    [Theory]
    [InlineData("Jest: \"global\" coverage threshold for lines (90%) not met: 71.42%")]
    [InlineData("Jest: Coverage for branches (25%) does not meet \"global\" threshold (90%)")]
    [InlineData("ERROR: Coverage for lines (71.42%) does not meet global threshold (90%)")]
    [InlineData("FAIL Required test coverage of 99% not reached. Total coverage: 8.33%", "Required test coverage of 99% not reached. Total coverage: 8.33%")]
    [InlineData("ERROR: Coverage failure: total of 81 is less than fail-under=85", "Coverage failure: total of 81 is less than fail-under=85")]
    [InlineData("Line coverage (80.00%) is below the expected minimum coverage (90.00%).")]
    public void A_limit_of_coverage_that_was_missed_is_the_failure_and_no_test(string line, string? message = null)
    {
        var failure = ConsoleLog.Of("PASS src/a.test.js", line, "Test Suites: 1 passed, 1 total", "Tests:       4 passed, 4 total")
            .Cases.ShouldHaveSingleItem();

        (failure.Id, failure.Scope, failure.Failure!.Message.Replace("ERROR: ", "", StringComparison.Ordinal))
            .ShouldBe(("coverage threshold", TestScope.Job, (message ?? line).Replace("ERROR: ", "", StringComparison.Ordinal)));
        ConsoleLog.OfGreen(line).ShouldBeNull();
    }

    [Fact]
    public void Where_tests_failed_a_missed_limit_of_coverage_is_no_cause_of_its_own() =>
        ConsoleLog.Of(["FAIL src/cart.test.js", .. JestSection, "Jest: \"global\" coverage threshold for lines (90%) not met: 71.42%",
            .. JestTotals("1 failed, 1 total")]).Cases.ShouldHaveSingleItem().Scope.ShouldBe(TestScope.Test);

    [Fact]
    public void A_browser_that_went_away_fails_the_run()
    {
        var results = ConsoleLog.Of("Chrome Headless 120.0.0.0 (Linux x86_64): Executed 10 of 12 (1 FAILED) (skipped 1) DISCONNECTED (30.1 secs / 0.1 secs)",
            "Chrome Headless 120.0.0.0 (Linux x86_64) ERROR", "  Disconnected, because no message in 30000 ms.");

        var browser = results.Cases.ShouldHaveSingleItem();
        (browser.Scope, results.UnnamedPassed, results.UnnamedSkipped, results.UnnamedFailed).ShouldBe((TestScope.Run, 9, 1, 1));
    }

    [Fact]
    public void A_test_that_failed_in_one_of_two_browsers_failed_in_that_one()
    {
        var results = ConsoleLog.Of("Chrome 120.0.0 (Linux) cart adds up FAILED", "\tError: no cart", "\t    at t/a.js:3:4",
            "Chrome 120.0.0 (Linux): Executed 2 of 2 (1 FAILED) (0 secs / 0 secs)", "Firefox 119.0 (Ubuntu) cart adds up FAILED", "\tError: slow",
            "Firefox 119.0 (Ubuntu): Executed 2 of 2 (1 FAILED) (0 secs / 0 secs)", "TOTAL: 2 FAILED, 2 SUCCESS");

        results.Cases.Select(c => $"{c.Id}: {c.Failure!.Message}").ShouldBe(["cart adds up [Chrome]: Error: no cart", "cart adds up [Firefox]: Error: slow"]);
        (results.UnnamedPassed, results.UnnamedFailed).ShouldBe((2, 0));
    }

    [Theory]
    [InlineData("web-1  | ", "api-1  | ")]
    [InlineData("web:test: ", "api:test: ")]
    [InlineData("packages/web test: ", "packages/api test: ")]
    [InlineData("@shop/web: ", "@shop/api: ")]
    public void Lines_of_two_processes_that_bear_their_names_are_read_apart(string one, string other)
    {
        string[] first = ["FAIL src/cart.test.js", .. JestSection, .. JestTotals("1 failed, 4 passed, 5 total")];
        string[] second = ["FAIL src/user.test.js", .. JestSection.Select(l => l.Replace("cart", "user", StringComparison.Ordinal)),
            .. JestTotals("1 failed, 2 passed, 3 total")];

        var results = ConsoleLog.Of(first.Zip(second).SelectMany(p => new[] { $"{one}{p.First}".TrimEnd(), $"{other}{p.Second}".TrimEnd() }));

        results.Cases.Select(c => $"{c.Id}: {c.Failure!.Message.Split('\n')[^1]}").ShouldBe(["cart::adds up: Received: 4", "user::adds up: Received: 4"]);
        (results.UnnamedPassed, results.UnnamedFailed).ShouldBe((6, 0));
    }

    [Fact]
    public void One_line_that_looks_like_tap_is_no_test() =>
        ConsoleLog.Of("not ok 7 - printed", "AssertionError: it", "##[error]exit").Cases.ShouldAllBe(c => c.Scope == TestScope.Job);

    [Fact]
    public void A_stream_that_bails_out_fails_the_run() =>
        ConsoleLog.Of("TAP version 13", "1..3", "ok 1 - a", "Bail out! no database").Cases.Single(c => c.Bad).Failure!.Message.ShouldBe("no database");

    [Theory]
    [InlineData("1756 runs, 4000 assertions, 0 failures, 0 errors, 2 skips", 1754, 2)]
    [InlineData("  1,756 tests passed", 1756, 0)]
    public void Large_counts_of_minitest_and_ava_are_read(string line, int passed, int skipped)
    {
        var results = ConsoleLog.OfGreen("Finished in 12.3s, 1.0 runs/s, 2.0 assertions/s.", "", "  ─", "", line)!;

        (results.Cases.Count, results.UnnamedPassed, results.UnnamedSkipped, results.UnnamedFailed).ShouldBe((0, passed, skipped, 0));
    }
}
