using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>The logs in <c>Logs/</c> are what the runners printed about small projects made for it, with real failures.</summary>
public sealed class ConsoleResultsTests
{
    [Theory]
    [InlineData("pytest")]
    [InlineData("pytest-verbose")]
    public void Pytest_tells_tests_files_and_the_error_that_a_test_ended_with(string log)
    {
        var results = Read(log);

        Failed(results).ShouldBe(
        [
            ("tests.test_orders.TestTotal::test_missing_field", "RuntimeError: cannot add up the order"),
            ("tests.test_orders::test_list", "ConnectionRefusedError: [Errno 111] Connection refused: db:5432"),
            ("tests.test_orders::test_param[a - b]", "AssertionError: a - b is not c"),
        ], ignoreOrder: true);
        (results.Cases.Count(c => c.Outcome == TestOutcome.Passed) + results.UnnamedPassed).ShouldBe(3);
        (results.Cases.Count(c => c.Outcome == TestOutcome.Skipped) + results.UnnamedSkipped).ShouldBe(1);
        results.Cases.First(c => c.Bad).File.ShouldBe("tests/test_orders.py");
    }

    [Fact]
    public void A_file_that_pytest_cannot_collect_is_an_error_of_its_own() =>
        Failed(Read("pytest-collection")).ShouldHaveSingleItem().ShouldBe(("tests.test_broken", "ModuleNotFoundError: No module named 'nothing_there'"));

    [Fact]
    public void Jest_tells_suites_tests_and_files_that_did_not_run()
    {
        var results = Read("jest");

        Failed(results).ShouldBe(
        [
            ("orders total::has a total", "expect(received).toHaveProperty(path, value)"),
            ("orders total::connects", "connect ECONNREFUSED 127.0.0.1:5432"),
            ("src/broken.test.js", "Cannot find module './missing' from 'src/broken.test.js'"),
        ]);
        (results.UnnamedPassed, results.UnnamedSkipped).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("go-test")]
    [InlineData("go-test-verbose")]
    public void Go_test_tells_the_innermost_tests_panics_and_packages_that_do_not_build(string log) =>
        Failed(Read(log)).ShouldBe(
        [
            ("example.com/shop/broken::build failed", "broken/broken_test.go:3:28: undefined: undefinedFunction"),
            ("example.com/shop/orders::TestTotal/empty", "got 3, want 2"),
            ("example.com/shop/orders::TestDial", "dial tcp 10.0.0.5:5432: connect: connection refused"),
            ("example.com/shop/panics::TestNil", "panic: assignment to entry in nil map [recovered]"),
        ]);

    [Fact]
    public void Dotnet_test_tells_tests_with_their_arguments_and_messages_of_many_lines()
    {
        var results = Read("dotnet-test");

        Failed(results).ShouldBe(
        [
            ("Shop.Tests.OrderTests::Has_a_total", "Assert.Equal() Failure: Strings differ"),
            ("Shop.Tests.OrderTests::Connects(name: \"a.b\", n: 1)", "System.Net.Http.HttpRequestException : Connection refused (a.b:5432)"),
        ]);
        results.Cases.First(c => c.Bad).Failure!.Message.ShouldContain("Actual:   \"sum: 3\"");
        results.Cases.First(c => c.Bad).Failure!.Text.ShouldContain("UnitTest1.cs:line 5");
        (results.UnnamedPassed, results.Cases.Count(c => c.Outcome == TestOutcome.Skipped)).ShouldBe((2, 1));
    }

    [Fact]
    public void What_no_reader_knows_is_told_by_the_errors_that_the_job_marked()
    {
        var marked = Read(["npm ci", "##[error]src/a.ts(3,5): error TS2304: Cannot find name 'x'.", "##[error]Process completed with exit code 2."]);
        Failed(marked).ShouldHaveSingleItem().ShouldBe(("job ci-lint", "src/a.ts(3,5): error TS2304: Cannot find name 'x'."));

        var silent = Read(["make", "cc: fatal error: no input files", "compilation terminated.", "##[error]Process completed with exit code 1."]);
        Failed(silent).ShouldHaveSingleItem().ShouldBe(("job ci-lint", "cc: fatal error: no input files"));
    }

    [Fact]
    public void A_log_that_is_no_jobs_and_a_job_without_errors_tell_nothing()
    {
        var platform = new ConsoleResults("logs/app.log");
        platform.Feed("2026-11-20 10:00:00 ERROR FAILED tests/test_x.py::test_y - boom");
        platform.Finish().ShouldBeNull();

        ReadOrNull(["all is well"]).ShouldBeNull();
    }

    [Fact]
    public void A_failure_stands_at_its_lines_of_the_log()
    {
        var failure = Read("pytest").Cases.First(c => c.Name == "test_list").Failure!;

        var lines = Log("pytest").ToList();
        lines[failure.Line - 1].ShouldContain("ERROR at setup of test_list");
        lines[(failure.Line - 1)..failure.EndLine].ShouldContain(l => l.Contains("ConnectionRefusedError: [Errno 111]"));
    }

    private static List<(string Id, string Message)> Failed(ResultFile results) =>
        [.. results.Cases.Where(c => c.Bad).Select(c => (c.Id, c.Failure!.Message.Split('\n')[0]))];

    private static IEnumerable<string> Log(string name) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Console", "Logs", $"{name}.txt"));

    private static ResultFile Read(string name) => Read(Log(name));

    private static ResultFile Read(IEnumerable<string> lines) => ReadOrNull(lines).ShouldNotBeNull();

    private static ResultFile? ReadOrNull(IEnumerable<string> lines)
    {
        var results = new ConsoleResults("logs/ci-lint-12345678.txt");
        foreach (var line in lines)
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");
        return results.Finish();
    }

    [Fact]
    public void The_header_of_a_step_that_runs_go_tests_is_no_message_and_a_time_out_after_it_names_the_test_that_hung()
    {
        var results = new ConsoleResults("logs/unit.txt");
        foreach (var line in new[]
        {
            "##[group]Run go test -timeout 1s ./...", "go test -timeout 1s ./...", "shell: /usr/bin/bash -e {0}", "##[endgroup]",
            "panic: test timed out after 1s", "", "goroutine 18 [sleep]:", "shop.TestSlow(0x0?)", "\t/shop/slow_test.go:3 +0x25", "FAIL\tshop\t1.006s", "FAIL",
            "##[error]Process completed with exit code 1.",
        })
            results.Feed($"2026-11-20T12:00:00.1234567Z {line}");

        var hung = results.Finish()!.Cases.ShouldHaveSingleItem();

        hung.Name.ShouldBe("TestSlow");
        hung.Failure!.Message.ShouldStartWith("panic: test timed out after 1s");
    }
}
