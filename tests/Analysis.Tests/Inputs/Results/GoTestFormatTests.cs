using System.Text.Json;
using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class GoTestFormatTests
{
    private static string Event(string action, string? test = null, string? output = null, string package = "shop") =>
        Json(("Action", action), ("Package", package), ("Test", test), ("Output", output));

    private static string Build(string action, string? output = null, string import = "shop [shop.test]") =>
        Json(("ImportPath", import), ("Action", action), ("Output", output));

    private static string Json(params IEnumerable<(string Name, string? Value)> fields) =>
        JsonSerializer.Serialize(fields.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value));

    private static string Fail(string failedBuild) => $$"""{"Action":"fail","Package":"shop","FailedBuild":"{{failedBuild}}"}""";

    private static string Told(params string[] lines) => ResultText.Read(string.Join('\n', lines) + "\n", "results/go.jsonl").Told();

    [Fact]
    public void A_failed_subtest_and_its_parents_are_one_failure()
    {
        var file = ResultText.Read(string.Join('\n',
            Event("run", "TestArea"), Event("run", "TestArea/circle"), Event("run", "TestArea/circle/big"),
            Event("output", "TestArea/circle/big", "    area_test.go:5: got 5, want 6\n"),
            Event("run", "TestArea/square"), Event("fail", "TestArea/circle/big"), Event("fail", "TestArea/circle"), Event("pass", "TestArea/square"),
            Event("fail", "TestArea"), Event("fail")));

        file.Told().ShouldBe("shop::TestArea/circle/big Failed: got 5, want 6\nshop::TestArea/square Passed");
        file.FailedParents.ShouldBe(2);
    }

    [Fact]
    public void A_parent_that_says_itself_why_it_failed_is_a_failure_too() =>
        Told(Event("run", "TestA"), Event("run", "TestA/b"), Event("output", "TestA/b", "    a_test.go:5: got 5, want 6\n"),
            Event("output", "TestA", "    a_test.go:9: expected an error\n"),
            Event("fail", "TestA/b"), Event("fail", "TestA"), Event("fail"))
                .ShouldBe("shop::TestA Failed: expected an error\nshop::TestA/b Failed: got 5, want 6");

    [Fact]
    public void A_parent_that_only_logged_is_none() =>
        Told(Event("run", "TestA"), Event("output", "TestA", "    a_test.go:3: serving on :8080\n"), Event("run", "TestA/b"),
            Event("output", "TestA/b", "    a_test.go:5: boom\n"),
            Event("fail", "TestA/b"), Event("fail", "TestA"), Event("fail")).ShouldBe("shop::TestA/b Failed: boom");

    [Theory]
    [InlineData("shop [shop.test]")]
    [InlineData("shop.test")]
    public void A_package_that_does_not_build_is_one_failure_with_the_compilers_lines(string import) =>
        Told(Build("build-output", $"# {import}\n", import), Build("build-output", "area/area_test.go:14:9: undefined: clampTo\n", import),
            Build("build-output", "area/area_test.go:15:9: too many errors\n", import),
            Build("build-fail", null, import), Event("start"), Event("output", output: "FAIL\tshop [build failed]\n"), Fail(import))
                .ShouldBe("Suite shop Error: undefined: clampTo");

    [Fact]
    public void Every_package_that_a_broken_dependency_stops_fails_of_it() =>
        Told(Build("build-output", "util.go:3:1: syntax error\n", "shop/util"), Build("build-fail", null, "shop/util"), Event("start"),
            Fail("shop/util"), Event("start", package: "cart"),
            """{"Action":"fail","Package":"cart","FailedBuild":"shop/util"}""").ShouldBe("Suite shop Error: syntax error\nSuite cart Error: syntax error");

    [Fact]
    public void A_build_that_failed_without_another_word_is_a_failure() =>
        Told(Event("run", "T", package: "other"), Event("pass", "T", package: "other"), Event("pass", package: "other"), Build("build-fail"))
            .ShouldBe("other::T Passed\nSuite shop Error: the package did not build, and the file does not say why");

    [Theory]
    [InlineData("# shop [shop.test]", "./area_test.go:3:28: undefined: clampTo", "FAIL\tshop [build failed]")]
    [InlineData("# shop", "area_test.go:3:28: undefined: clampTo", "FAIL shop [setup failed]")]
    public void Before_go_1_24_the_compilers_lines_stand_between_the_events(params string[] lines) =>
        Told([.. lines, Event("run", "T", package: "other"), Event("pass", "T", package: "other"), Event("pass", package: "other")])
        .ShouldBe("Suite shop Error: undefined: clampTo\nother::T Passed");

    [Fact]
    public void Where_the_compilers_lines_are_elsewhere_the_package_still_did_not_build() =>
        Told(Event("start"), Event("output", output: "FAIL\tshop [build failed]\n"), Event("fail"))
            .ShouldBe("Suite shop Error: the package did not build, and the file does not say why");

    [Fact]
    public void A_warning_of_the_compiler_is_not_why_a_package_failed() =>
        Told(Build("build-output", "# shop\n"), Build("build-output", "a.go:3:1: warning: old\n"), Event("run", "T"), Event("pass", "T"),
            Event("output", output: "setup broken\n"), Event("fail")).ShouldBe("shop::T Passed\nSuite shop Error: setup broken");

    [Fact]
    public void Events_that_end_behind_a_compilers_line_are_a_problem() =>
        Told(Build("build-output", "# shop [shop.test]\n")).ShouldBe("! 1 the events end behind what the compiler said of shop");

    [Fact]
    public void A_test_that_panics_is_the_failed_one_and_its_package_is_no_second() =>
        Told(Event("run", "TestJoin"), Event("pass", "TestJoin"), Event("run", "TestSplit"),
            Event("output", "TestSplit", "panic: runtime error: index out of range [1] with length 1 [recovered, repanicked]\n"),
            Event("output", "TestSplit", "\n"),
            Event("output", "TestSplit", "goroutine 7 [running]:\n"), Event("output", "TestSplit", "shop.Split(0x1)\n"),
            Event("output", output: "FAIL\tshop\t0.012s\n"), Event("fail"))
            .ShouldBe("shop::TestJoin Passed\nshop::TestSplit Failed: panic: runtime error: index out of range [1] with length 1");

    [Fact]
    public void A_test_that_ran_beside_the_one_that_panicked_did_not_end() =>
        Told(Event("run", "TestA"), Event("run", "TestB"), Event("output", "TestA", "panic: boom\n"),
            Event("output", "TestA", "goroutine 7 [running]:\n"), Event("output", "TestA", "shop.TestB(0x1)\n"), Event("fail"))
            .ShouldBe("shop::TestA NotRun\nshop::TestB Failed: panic: boom");

    [Fact]
    public void A_panic_of_a_test_that_had_ended_is_the_packages() =>
        Told(Event("run", "TestLeak"), Event("pass", "TestLeak"), Event("run", "TestWait"), Event("output", "TestWait", "panic: from elsewhere\n"),
            Event("output", "TestWait", "goroutine 19 [running]:\n"),
            Event("output", "TestWait", "shop.TestLeak.func1()\n"), Event("fail"))
                .ShouldBe("shop::TestLeak Passed\nshop::TestWait NotRun\nSuite shop Error: panic: from elsewhere");

    [Fact]
    public void Of_a_run_that_took_too_long_the_slowest_test_failed() =>
        Told(Event("run", "TestA"), Event("run", "TestB"), Event("output", "TestB", "panic: test timed out after 1m0s\n"),
            Event("output", "TestB", "\trunning tests:\n"), Event("output", "TestB", "\t\tTestA (59s)\n"),
            Event("output", "TestB", "\t\tTestB (2s)\n"), Event("output", "TestB", "\n"), Event("output", "TestB", "goroutine 17 [running]:\n"), Event("fail"))
            .ShouldBe("shop::TestA Failed: panic: test timed out after 1m0s\nshop::TestB NotRun");

    [Fact]
    public void If_the_go_command_ended_the_tests_its_own_line_is_the_reason_and_not_the_signal() =>
        Told(Event("run", "TestA"), Event("output", "TestA", "SIGQUIT: quit\n"), Event("output", "TestA", "PC=0x46d9c1 m=0 sigcode=0\n"),
            Event("output", "TestA", "goroutine 0 [idle]:\n"), Event("output", "TestA", "*** Test killed with quit: ran too long (1m10s).\n"), Event("fail"))
            .ShouldBe("shop::TestA Failed: Test killed with quit: ran too long (1m10s)");

    [Fact]
    public void Tests_that_took_equally_long_are_not_told_apart() =>
        Told(Event("run", "TestA"), Event("run", "TestB"), Event("output", "TestB", "panic: test timed out after 1m0s\n"),
            Event("output", "TestB", "\trunning tests:\n"), Event("output", "TestB", "\t\tTestA (1m0s)\n"),
            Event("output", "TestB", "\t\tTestB (1m0s)\n"), Event("fail"))
                .ShouldBe("shop::TestA NotRun\nshop::TestB NotRun\nSuite shop Error: panic: test timed out after 1m0s");

    [Theory]
    [InlineData("2026/11/20 12:00:00 cannot reach store\n", "cannot reach store")]
    [InlineData("fatal error: all goroutines are asleep - deadlock!\n", "fatal error: all goroutines are asleep - deadlock!")]
    [InlineData(null, "the test process ended while this test ran: exit status 1")]
    public void The_only_test_that_ran_when_the_process_ended_failed(string? said, string message) =>
        Told([Event("run", "T"), .. said is null ? Array.Empty<string>() : [Event("output", "T", said)], Event("output", output: "exit status 1\n"),
            Event("output", output: "FAIL\tshop\t0.1s\n"), Event("fail")])
            .ShouldBe($"shop::T Failed: {message}");

    [Fact]
    public void A_test_that_waits_for_its_turn_is_not_why() =>
        Told(Event("run", "TestA"), Event("pause", "TestA"), Event("run", "TestB"), Event("output", output: "exit status 2\n"), Event("fail"))
            .ShouldBe("shop::TestA NotRun\nshop::TestB Failed: the test process ended while this test ran: exit status 2");

    [Theory]
    [InlineData("setup broken: no docker\n", "setup broken: no docker")]
    [InlineData("exit status 1\n", "the test process ended: exit status 1")]
    [InlineData("==================\nWARNING: DATA RACE\nRead at 0x1 by goroutine 8:\n", "WARNING: DATA RACE\nRead at 0x1 by goroutine 8:")]
    [InlineData("panic: bad init\n\ngoroutine 1 [running]:\n", "panic: bad init")]
    public void A_package_that_fails_by_itself_says_why(string output, string message) =>
        Told([Event("run", "T"), Event("pass", "T"), .. output.Split('\n')[..^1].Select(l => Event("output", output: l + "\n")),
            Event("output", output: "FAIL\tshop\t0.1s\n"), Event("fail")])
            .ShouldBe($"shop::T Passed\nSuite shop Error: {message.ReplaceLineEndings("/")}");

    [Fact]
    public void A_package_without_an_end_is_a_problem_and_names_what_was_running() =>
        Told(Event("start"), Event("run", "TestA"), Event("pass", "TestA"), Event("run", "TestB"))
            .ShouldBe("shop::TestA Passed\nshop::TestB NotRun\n! 4 the events end before the package shop does; TestB was running");

    [Fact]
    public void A_package_that_passes_before_its_test_ends_contradicts_itself() =>
        Told(Event("run", "TestA"), Event("pass")).ShouldBe("shop::TestA NotRun\n! 2 the package shop ended before its test TestA did");

    [Fact]
    public void A_package_that_runs_again_tries_its_tests_again() =>
        Told(Event("run", "TestA"), Event("fail", "TestA"), Event("run", "TestB"), Event("fail", "TestB"), Event("run", "TestC"),
            Event("pass", "TestC"), Event("fail"),
            Event("start"), Event("run", "TestA"), Event("pass", "TestA"), Event("pass"), Event("start"), Event("run", "TestB"),
            Event("fail", "TestB"), Event("fail"))
            .ShouldBe("shop::TestC Passed\nshop::TestA Passed after 1\nshop::TestB Failed after 1: ");

    [Fact]
    public void A_parent_whose_subtest_passed_when_tried_again_is_not_flaky_itself() =>
        Told(Event("run", "TestA"), Event("run", "TestA/b"), Event("fail", "TestA/b"), Event("fail", "TestA"), Event("fail"), Event("run", "TestA"),
            Event("run", "TestA/b"), Event("pass", "TestA/b"), Event("pass", "TestA"), Event("pass"))
            .ShouldBe("shop::TestA Passed\nshop::TestA/b Passed after 1");

    [Fact]
    public void A_test_that_runs_several_times_in_one_run_is_not_tried_again() =>
        Told(Event("run", "TestA"), Event("fail", "TestA"), Event("run", "TestA"), Event("pass", "TestA"), Event("fail"))
            .ShouldBe("shop::TestA [1] Failed: \nshop::TestA [2] Passed");

    [Fact]
    public void A_test_that_logs_after_its_end_has_ended() =>
        Told(Event("run", "T"), Event("pass", "T"), Event("output", "T", "late\n"), Event("pass")).ShouldBe("shop::T Passed");
}
