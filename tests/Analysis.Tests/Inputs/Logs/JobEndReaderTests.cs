using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

public sealed class JobEndReaderTests
{
    private static JobEnding Read(params string[] lines)
    {
        var reader = new JobEndReader("unit", "logs/unit.txt");
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            reader.Feed(i + 1, line);
        return reader.Finish();
    }

    private static JobEnd End(params string[] lines) => Read(lines).End;

    [Fact]
    public void A_test_host_that_crashed_says_more_than_the_exit_code()
    {
        var end = End("##[group]Run dotnet test --no-build", "The active test run was aborted. Reason: Test host process crashed : [Pty] Spawning 'sh'", "",
            "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12",
            "Test Run Aborted.", "##[error]Process completed with exit code 1.");

        (end.State, end.ExitCode, end.Step).ShouldBe((JobState.Aborted, 1, "dotnet test --no-build"));
        end.Said!.ShouldSatisfyAllConditions(s => s.Line.ShouldBe(2), s => s.Excerpt.ShouldContain("Test host process crashed : [Pty]"));
    }

    [Theory]
    [InlineData("##[error]Process completed with exit code 137.", JobState.Killed, 137)]
    [InlineData("##[error]Process completed with exit code 139.", JobState.Killed, 139)]
    [InlineData("##[error]Process completed with exit code 134.", JobState.Killed, 134)]
    [InlineData("##[error]Process completed with exit code 132.", JobState.Killed, 132)]
    [InlineData("##[error]Process completed with exit code 143.", JobState.Killed, 143)]
    [InlineData("##[error]Process completed with exit code 124.", JobState.TimedOut, 124)]
    [InlineData("##[error]Process completed with exit code 130.", JobState.Cancelled, 130)]
    [InlineData("##[error]Process completed with exit code 129.", JobState.Failed, 129)]
    [InlineData("##[error]Process completed with exit code 255.", JobState.Failed, 255)]
    [InlineData("##[error]Process completed with exit code -1.", JobState.Failed, -1)]
    [InlineData("##[error]Process completed with exit code -1073741819.", JobState.Killed, -1073741819)]
    [InlineData("##[error]Process completed with exit code 3221225477.", JobState.Killed, -1073741819)]
    [InlineData("##[error]Process completed with exit code 99999999999999999999.", JobState.Failed, null)]
    public void An_exit_code_says_whether_the_process_ended_by_itself(string line, JobState state, int? code)
    {
        var end = End("##[group]Run npm test", line);

        (end.State, end.ExitCode).ShouldBe((state, code));
    }

    [Fact]
    public void A_cancellation_outweighs_the_signal_that_it_sent() =>
        End("##[group]Run npm test", "/tmp/1.sh: line 1:  2345 Terminated              npm test", "##[error]Process completed with exit code 143.",
            "##[error]The operation was canceled.").State.ShouldBe(JobState.Cancelled);

    [Fact]
    public void A_limit_outweighs_the_cancellation_that_it_caused()
    {
        var end = End("##[group]Run npm test", "=== RUN   TestSlow",
            "##[error]The job running on runner GitHub Actions 2 has exceeded the maximum execution time of 60 minutes.",
            "##[error]The operation was canceled.");

        (end.State, end.LastStarted).ShouldBe((JobState.TimedOut, "TestSlow"));
    }

    [Fact]
    public void A_runner_that_went_away_outweighs_both() =>
        End("##[error]The runner has received a shutdown signal. This can happen when the runner service is stopped.", "##[error]The operation was canceled.")
            .State.ShouldBe(JobState.RunnerLost);

    [Fact]
    public void A_step_that_took_too_long_is_named() =>
        End("##[group]Run npm test", "##[error]The action 'Run npm test' has timed out after 5 minutes.")
            .ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.TimedOut), e => e.Step.ShouldBe("npm test"));

    [Fact]
    public void What_a_shell_says_of_a_signal_is_cited()
    {
        var end = End("##[group]Run npm test", "running orders", "/home/runner/work/_temp/1.sh: line 1:  2345 Killed                  npm test",
            "##[error]Process completed with exit code 137.");

        (end.State, end.ExitCode, end.Said!.Line).ShouldBe((JobState.Killed, 137, 3));
    }

    [Theory]
    [InlineData("Segmentation fault (core dumped)")]
    [InlineData("make: *** [Makefile:5: test] Segmentation fault (core dumped)")]
    [InlineData("npm ERR! signal SIGSEGV")]
    [InlineData("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory")]
    [InlineData("Killed")]
    [InlineData("[ 1234.5] Out of memory: Killed process 2345 (node) total-vm:1kB")]
    public void A_signal_counts_where_the_step_then_failed_with_another_code(string line) =>
        End("##[group]Run make test", line, "##[error]Process completed with exit code 2.").State.ShouldBe(JobState.Killed);

    [Fact]
    public void A_server_that_a_script_stopped_itself_is_no_end() =>
        End("##[group]Run ./test.sh", "./test.sh: line 9:  2345 Terminated              ./server", "1 of 3 failed",
            "##[error]Process completed with exit code 1.")
            .ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Failed), e => e.Said!.Excerpt.ShouldBe("1 of 3 failed"));

    [Fact]
    public void A_process_that_died_in_a_step_that_went_well_is_no_end() =>
        End("##[group]Run ./crash-test.sh", "Segmentation fault (core dumped)", "##[group]Run npm test", "3 passed", "Post job cleanup.",
            "Cleaning up orphan processes").State.ShouldBe(JobState.Succeeded);

    [Fact]
    public void Where_a_log_breaks_off_the_last_words_of_a_process_are_its_end() =>
        End("==== test session starts ====", "tests/test_orders.py::test_totals ", "Killed")
            .ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Killed), e => e.LastStarted.ShouldBe("tests/test_orders.py::test_totals"));

    [Fact]
    public void A_log_that_just_ends_says_nothing_of_its_end() => End("##[group]Run pytest", "===== 3 passed in 0.1s =====").State.ShouldBe(JobState.Unknown);

    [Fact]
    public void A_job_that_tidied_up_without_an_error_went_well() =>
        End("##[group]Run pytest", "===== 3 passed in 0.1s =====", "Post job cleanup.", "Cleaning up orphan processes").State.ShouldBe(JobState.Succeeded);

    [Fact]
    public void The_last_words_of_an_action_that_failed_are_a_failure() =>
        End("##[group]Run gradle/gradle-build-action@v2", "BUILD FAILED in 14s", "##[error]Gradle build failed: see console output for details",
            "Post job cleanup.", "Cleaning up orphan processes")
            .ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Failed), e => e.Step.ShouldBe("gradle/gradle-build-action@v2"),
            e => e.Said!.Excerpt.ShouldStartWith("Gradle build failed"));

    [Fact]
    public void A_line_that_a_matcher_marked_is_neither_a_failure_nor_a_good_end() =>
        End("##[group]Run mvn test", "##[error]Exception in thread \"Thread-7\" shop.OrderException: no order", "[INFO] BUILD SUCCESS", "Post job cleanup.",
            "Cleaning up orphan processes").State.ShouldBe(JobState.Unknown);

    [Theory]
    [InlineData("=== RUN   TestA|--- PASS: TestA (0.00s)|=== RUN   TestB|=== RUN   TestB/slow", "TestB/slow")]
    [InlineData("=== RUN   TestB|=== RUN   TestB/slow|    --- PASS: TestB/slow (0.00s)", "TestB")]
    [InlineData("[ RUN      ] Orders.AddsUp|[       OK ] Orders.AddsUp (0 ms)|[ RUN      ] Orders.Totals", "Orders.Totals")]
    [InlineData("test orders::adds_up ... ok|test orders::totals ... ", "orders::totals")]
    [InlineData("test_totals (tests.test_orders.Orders.test_totals) ... ", "test_totals (tests.test_orders.Orders.test_totals)")]
    [InlineData("tests/test_a.py::test_one PASSED [ 50%]|tests/test_a.py::test_two[a-b] ", "tests/test_a.py::test_two[a-b]")]
    [InlineData("tests/test_a.py::test_one PASSED [ 50%]|tests/test_a.py::test_two /tmp/1.sh: line 1:  99 Killed   pytest -v", "tests/test_a.py::test_two")]
    [InlineData("tests/test_a.py::test_one|[gw0] [ 50%] PASSED tests/test_a.py::test_one|tests/test_a.py::test_two", "tests/test_a.py::test_two")]
    [InlineData("OrdersTest > adds up() STARTED|OrdersTest > adds up() PASSED|OrdersTest > totals() STARTED", "OrdersTest > totals()")]
    [InlineData("[INFO] Running shop.OrdersTest|[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in shop.OrdersTest|[INFO] "
        + "Running shop.CartTest", "shop.CartTest")]
    [InlineData("RUNS src/a.test.js|PASS src/a.test.js|RUNS src/b.test.js", "src/b.test.js")]
    [InlineData("Starting test: Shop.Orders.AddsUp|Finished test: Shop.Orders.AddsUp|Starting test: Shop.Orders.Totals", "Shop.Orders.Totals")]
    [InlineData("[xUnit.net 00:00:00.51]   Starting:    Shop.Tests", "Shop.Tests")]
    [InlineData("[xUnit.net 00:01:00.00] Shop.Tests: [Long Running Test] 'Shop.Orders.Waits', Elapsed: 00:01:00", "Shop.Orders.Waits")]
    [InlineData("The test running when the crash occurred: |Shop.Orders.Crashes||This test may, or may not be the source of the crash.", "Shop.Orders.Crashes")]
    [InlineData("panic: test timed out after 10m0s|running tests:|\tTestSlow (9m59s)", "TestSlow")]
    [InlineData("Test Case '-[Shop.Orders testTotals]' started.", "Shop.Orders testTotals")]
    [InlineData("      Start  1: orders| 1/2 Test  #1: orders ...........   Passed    0.01 sec|      Start  2: totals", "totals")]
    public void The_test_that_had_started_last_and_did_not_end_is_named(string lines, string test) =>
        End([.. lines.Split('|'), "##[error]The operation was canceled."]).LastStarted.ShouldBe(test);

    [Fact]
    public void Where_all_tests_had_ended_none_is_named() =>
        End("=== RUN   TestA", "--- PASS: TestA (0.00s)", "##[error]The operation was canceled.").LastStarted.ShouldBeNull();

    [Fact]
    public void A_passed_line_is_never_what_a_failure_said()
    {
        var end = End("##[group]Run dotnet test", "error CS0103: The name 'total' does not exist",
            "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, Duration: 8 s", "##[error]Process completed with exit code 1.");

        end.Said!.Excerpt.ShouldBe("error CS0103: The name 'total' does not exist");
        End("##[group]Run dotnet test", "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12", "##[error]Process completed with exit code 1.")
            .Said!.Excerpt.ShouldBe("Process completed with exit code 1.");
    }

    [Fact]
    public void Of_a_secret_in_a_steps_command_not_even_half_is_named() =>
        End($"##[group]Run {new string('x', 50)} ghp_0123456789abcdefABCDEF0123456789abcd", "##[error]Process completed with exit code 2.")
            .Step.ShouldNotBeNull().ShouldNotContain("ghp_");

    [Theory]
    [InlineData("Finished: SUCCESS", JobState.Succeeded)]
    [InlineData("Finished: UNSTABLE", JobState.Failed)]
    [InlineData("Finished: ABORTED", JobState.Cancelled)]
    public void Jenkins_says_how_the_build_ended(string last, JobState state) => End("[Pipeline] sh", "+ npm test", last).State.ShouldBe(state);

    [Fact]
    public void A_build_that_Jenkins_aborted_for_time_took_too_long() =>
        End("[Pipeline] sh", "+ npm test", "Cancelling nested steps due to timeout", "Sending interrupt signal to process", "Terminated",
            "script returned exit code 143", "Finished: ABORTED").State.ShouldBe(JobState.TimedOut);

    [Fact]
    public void A_branch_that_Jenkins_let_fail_is_told_of_a_build_that_succeeded()
    {
        var ending = Read("[Pipeline] sh", "+ ./lint", "docs/a.md:3 bad heading", "ERROR: script returned exit code 1", "[Pipeline] sh", "+ npm test",
            "Finished: SUCCESS");

        ending.End.State.ShouldBe(JobState.Succeeded);
        ending.Failures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Step.ShouldBe("./lint"),
            f => f.Said.Excerpt.ShouldBe("docs/a.md:3 bad heading"));
    }

    [Fact]
    public void A_job_of_GitLab_that_ran_out_of_memory_was_killed()
    {
        var end = End("Running with gitlab-runner 17.5.0", "$ npm test", "/scripts-1/step_script: line 1:    23 Killed                  npm test",
            "Cleaning up project directory and file based variables", "ERROR: Job failed: exit code 137");

        (end.State, end.ExitCode, end.Step).ShouldBe((JobState.Killed, 137, "npm test"));
    }

    [Fact]
    public void Hundreds_of_marks_cost_no_more_than_a_few()
    {
        var end = End([.. Enumerable.Range(0, 2000).SelectMany(i => new[] { "Killed", "INTERNALERROR> x", "Test Run Aborted." }),
            "##[error]Process completed with exit code 1."]);

        end.State.ShouldBe(JobState.Killed);
    }
}
