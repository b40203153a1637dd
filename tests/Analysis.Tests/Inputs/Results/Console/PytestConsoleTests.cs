using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

public sealed class PytestConsoleTests
{
    private const string Start = "============================= test session starts ==============================";
    private const string Failures = "=================================== FAILURES ===================================";
    private const string Info = "=========================== short test summary info ============================";
    private const string Captured = "----------------------------- Captured stdout call -----------------------------";

    [Theory]
    [InlineData("_ TestX.test_y _", "tests.test_a.TestX::test_y")]
    [InlineData("__ test_name __", "tests.test_a::test_name")]
    [InlineData("_ TestShop.test_a_name_that_leaves_one_underscore_on_each_side_of_it_in_80_cols[a - b] _",
        "tests.test_a.TestShop::test_a_name_that_leaves_one_underscore_on_each_side_of_it_in_80_cols[a - b]")]
    public void A_section_begins_below_a_rule_of_one_or_two_underscores_too(string header, string test)
    {
        var results = ConsoleLog.Of(Start, Failures, header, "    def test_y():", ">       assert 1 == 2", "E       assert 1 == 2", "",
            "tests/test_a.py:3: AssertionError", "= 1 failed, 802 passed, 3 skipped in 12.34s =");

        (results.Cases.ShouldHaveSingleItem().Id, results.Cases[0].Failure!.Message, results.UnnamedPassed, results.UnnamedSkipped)
            .ShouldBe((test, "assert 1 == 2", 802, 3));
    }

    [Theory]
    [InlineData("_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _")]
    [InlineData("_____ four _")]
    public void A_rule_without_a_name_or_balance_is_no_test(string rule)
    {
        var results = ConsoleLog.Of(Failures, "____ test_y ____", "E   KeyError: 'a'", rule, "E   KeyError: 'b'", "tests/test_a.py:3: KeyError",
            "=== 1 failed in 0.1s ===");

        results.Cases.ShouldHaveSingleItem().Failure!.Message.ShouldBe("KeyError: 'b'");
    }

    [Fact]
    public void What_a_test_printed_is_neither_its_message_nor_a_test_nor_a_count()
    {
        var results = ConsoleLog.Of(Start, Failures, "____________________________________ test_y ____________________________________",
            "E       assert 1 == 2", "", "tests/test_a.py:3: AssertionError", Captured,
            "E   KeyError: 'printed'", "=== 7 failed, 9 passed in 0.1s ===", "____ test_printed ____", "E   KeyError: 'printed'", "==== FAILURES ====",
                "FAILED tests/test_z.py::test_z - boom",
            Info, "FAILED tests/test_a.py::test_y - assert 1 == 2", "========================= 1 failed, 2 passed in 0.04s ==========================");

        var test = results.Cases.ShouldHaveSingleItem();
        (test.Id, test.Failure!.Message, results.UnnamedPassed, results.UnnamedFailed).ShouldBe(("tests.test_a::test_y", "assert 1 == 2", 2, 0));
    }

    [Fact]
    public void A_run_of_pytest_inside_what_was_captured_is_no_run_of_the_job()
    {
        string[] inner = [Start, "collected 1 item", Failures, "__________________________________ test_inner __________________________________",
            "E       assert 0", "", "test_inner.py:1: AssertionError", Info,
            "FAILED test_inner.py::test_inner - assert 0", "============================== 1 failed in 0.01s ==============================="];
        var results = ConsoleLog.Of([Start, Failures, "____________________________________ test_y ____________________________________",
            "E       assert 1 == 2", "", "tests/test_a.py:3: AssertionError", Captured, .. inner,
            "____________________________________ test_z ____________________________________", "E       KeyError: 'z'", "", "tests/test_a.py:9: KeyError",
                Info, "FAILED tests/test_a.py::test_y - assert 1 == 2",
            "FAILED tests/test_a.py::test_z - KeyError: 'z'", "========================= 2 failed, 5 passed in 0.04s =========================="]);

        results.Cases.Select(c => $"{c.Id}: {c.Failure!.Message}").ShouldBe(["tests.test_a::test_y: assert 1 == 2", "tests.test_a::test_z: KeyError: 'z'"]);
        results.UnnamedPassed.ShouldBe(5);
    }

    [Fact]
    public void Each_of_several_runs_counts_and_a_failure_of_both_is_named_once()
    {
        string[] run = [Start, "tests/test_a.py::test_x PASSED                                            [ 50%]",
            "tests/test_a.py::test_y FAILED                                            [100%]", Failures,
            "____________________________________ test_y ____________________________________", "E       assert 1 == 2", "",
                "tests/test_a.py:3: AssertionError", Info, "FAILED tests/test_a.py::test_y - assert 1 == 2",
            "========================= 1 failed, 1 passed in 0.04s =========================="];

        var results = ConsoleLog.Of(["py311: commands[0]> pytest -v", .. run, "py312: commands[0]> pytest -v", .. run]);

        (results.Cases.Count(c => c.Bad), results.UnnamedFailed, results.Cases.Count(c => c.Outcome == TestOutcome.Passed), results.UnnamedPassed)
            .ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public void Failures_that_are_only_counted_are_kept() =>
        ConsoleLog.Of(Start, "tests/test_a.py .F.F                                                     [100%]",
            "========================= 2 failed, 2 passed in 0.04s ==========================").UnnamedFailed.ShouldBe(2);

    [Fact]
    public void Without_its_sections_a_run_that_was_cut_off_still_names_what_failed()
    {
        var results = ConsoleLog.Of(Start, "tests/test_a.py::test_x FAILED                                            [ 50%]",
            "tests/test_a.py::test_y PASSED                                            [100%]", "##[error]The operation was canceled.");

        results.Cases.Select(c => (c.Id, c.Outcome)).ShouldBe([("tests.test_a::test_x", TestOutcome.Failed), ("tests.test_a::test_y", TestOutcome.Passed)]);
    }

    [Fact]
    public void A_process_that_went_away_tells_the_last_test_that_had_started()
    {
        var ended = ConsoleLog.Of(Start, "tests/test_a.py::test_x PASSED                                            [ 50%]", "tests/test_a.py::test_leaves ")
            .Cases.Single(c => c.Bad);

        (ended.Scope, ended.Failure!.Message).ShouldBe((TestScope.Run,
            "pytest ended before its tests had. The last test that had started was tests/test_a.py::test_leaves"));
    }

    [Theory]
    [InlineData("ERROR: file or directory not found: tests/nothing.py")]
    [InlineData("__main__.py: error: unrecognized arguments: --no-such-option")]
    [InlineData("!!!!!!!!!!!!!!!!!! _pytest.outcomes.Exit: the server is away !!!!!!!!!!!!!!!!!!!", "_pytest.outcomes.Exit: the server is away")]
    [InlineData("============================ 27 deselected in 0.04s ============================", "27 deselected in 0.04s")]
    public void Why_nothing_ran_is_the_failure_of_the_run(string line, string? message = null)
    {
        var failure = ConsoleLog.Of(line).Cases.ShouldHaveSingleItem();

        (failure.Scope, failure.Failure!.Message).ShouldBe((TestScope.Run, message ?? line));
        ConsoleLog.OfGreen(line).ShouldBeNull();
    }

    [Fact]
    public void A_subtest_and_its_test_are_one_failure()
    {
        var results = ConsoleLog.Of(Start, Failures, "____________________________ test_foo [first] (i=1) ____________________________",
            "E       AssertionError: bad row 1", "", "tests/test_a.py:3: AssertionError",
            "___________________________________ test_foo ___________________________________", "contains 1 failed subtest", Info,
                "SUBFAILED[first] (i=1) tests/test_a.py::test_foo - AssertionError: bad row 1",
            "FAILED tests/test_a.py::test_foo - contains 1 failed subtest", "==================== 2 failed, 2 subtests passed in 0.04s ======================");

        var test = results.Cases.ShouldHaveSingleItem();
        (test.Id, test.Failure!.Message, results.UnnamedFailed).ShouldBe(("tests.test_a::test_foo [first] (i=1)", "AssertionError: bad row 1", 0));
    }
}
