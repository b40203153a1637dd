using System.Globalization;
using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>Each rule finds its example, no rule before it does, and it gives what it says.</summary>
public sealed class RunnerRuleTests
{
    public static TheoryData<string, int> Rules() => new(Runner.All.SelectMany(r => Enumerable.Range(0, r.Rules.Count).Select(i => (r.Name, i))));

    public static TheoryData<string> Errors() => new(ErrorRule.All.Select(e => e.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_of_a_runner_finds_its_example(string name, int index)
    {
        var runner = Runner.All.Single(r => r.Name == name);
        var rule = runner.Rules[index];

        runner.Rules.First(r => r.Find(rule.Example) is not null).ShouldBeSameAs(rule);
        Gives(runner, rule).ShouldBe(rule.Gives);
    }

    private static string Gives(Runner runner, LineRule rule)
    {
        var alone = runner with { NeedsPass = false, Rules = [.. runner.Rules.Select(r => r with { InList = false })] };
        var console = new PatternConsole(alone, "logs/a.txt", "a");
        console.Feed(new LogLine(7, rule.Example));
        var found = console.Finish();
        return rule.Does switch
        {
            LineRole.End or LineRole.On or LineRole.Off or LineRole.Flaky or LineRole.Listed or LineRole.Above or LineRole.Next => "",
            LineRole.Totals or LineRole.SuiteTotals => $"{found.UnnamedPassed} passed, {found.UnnamedSkipped} skipped",
            LineRole.Suite => $"{rule.Find(rule.Example)!.Groups["class"].Value}::",
            LineRole.Case => $"::{rule.Find(rule.Example)!.Groups["name"].Value}",
            _ => found.Cases is [{ ClassName: var type, Name: var name }] ? $"{type}::{name}" : "",
        };
    }

    [Fact]
    public void Words_in_brackets_are_of_tests_only_if_one_passed()
    {
        Read("[fail] Total [3][4]", "##[error]Process completed with exit code 1.").Cases.ShouldNotContain(c => c.Name == "Total");
        Read("[pass] Rows [1][1]", "[fail] Total [3][4]", "##[error]Process completed with exit code 1.").Cases.ShouldContain(c => c.Name == "Total" && c.Bad);
    }

    [Fact]
    public void What_every_line_is_searched_for_begins_with_a_character_of_ASCII() =>
        Runner.All.SelectMany(r => r.Rules).Where(r => !r.InList && r.Does != LineRole.End).Select(r => r.Needs).Concat(ErrorRule.All.Select(e => e.Needs))
            .ShouldAllBe(n => n.Length > 0 && char.IsAscii(n[0]));

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_tools_error_is_known_by_its_own_rule(string id) =>
        ErrorRule.All.First(r => r.IsSaidBy(ErrorRule.All.Single(e => e.Id == id).Example)).Id.ShouldBe(id);

    private static ResultFile Read(params string[] lines)
    {
        var results = new ConsoleResults("logs/tests-12345.txt");
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            results.Feed($"2026-11-20T12:00:{i % 60:00}.0000000Z {line}");
        return results.Finish()!;
    }

    [Fact]
    public void Maven_names_the_failure_with_what_it_said_and_counts_the_rest()
    {
        var file = Read("[INFO] Running shop.OrdersTest",
            "[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.014 s <<< FAILURE! - in shop.OrdersTest",
            "[ERROR] shop.OrdersTest.totals  Time elapsed: 0.006 s  <<< FAILURE!", "org.opentest4j.AssertionFailedError: expected: <3> but was: <2>",
                "\tat shop.OrdersTest.totals(OrdersTest.java:12)", "",
            "[INFO] Results:", "[ERROR]   OrdersTest.totals:12 expected: <3> but was: <2>", "[ERROR] Tests run: 9, Failures: 1, Errors: 0, Skipped: 2");

        var test = file.Cases.ShouldHaveSingleItem();
        (test.Id, test.Failure!.Message, test.Line, file.UnnamedPassed, file.UnnamedSkipped)
            .ShouldBe(("shop.OrdersTest::totals", "org.opentest4j.AssertionFailedError: expected: <3> but was: <2>", 3, 6, 2));
    }

    [Fact]
    public void Unittest_says_what_was_wrong_in_the_last_line_of_the_traceback()
    {
        var file = Read("======================================================================", "FAIL: test_totals (tests.test_orders.Orders)",
            "----------------------------------------------------------------------",
            "Traceback (most recent call last):", "  File \"/shop/tests/test_orders.py\", line 12, in test_totals", "    self.assertEqual(3, total())",
                "AssertionError: 3 != 2", "",
            "----------------------------------------------------------------------", "Ran 9 tests in 1.234s", "",
                "FAILED (failures=1, skipped=2, expected failures=1)");

        var test = file.Cases.ShouldHaveSingleItem();
        (test.Id, test.Failure!.Message, file.UnnamedPassed, file.UnnamedSkipped, file.UnnamedFailed)
            .ShouldBe(("tests.test_orders.Orders::test_totals", "AssertionError: 3 != 2", 5, 3, 0));
    }

    [Fact]
    public void Mocha_names_tests_by_their_lines_up_to_the_colon()
    {
        var file = Read("    1) adds up", "  7 passing (9s)", "  1 pending", "  1 failing", "", "  1) orders", "       totals", "         adds up:", "",
            "      AssertionError: expected 2 to equal 3", "      + expected - actual", "      at shop.js:12:3", "", "npm ERR! Test failed.");

        var test = file.Cases.ShouldHaveSingleItem();
        (test.Id, test.Failure!.Message, file.UnnamedPassed, file.UnnamedSkipped)
            .ShouldBe(("orders totals::adds up", "AssertionError: expected 2 to equal 3", 7, 1));
    }

    [Fact]
    public void A_failure_that_two_tasks_tell_of_is_named_once_and_counted_twice()
    {
        string[] task = ["OrdersTest > adds up() FAILED", "    java.lang.AssertionError at OrdersTest.java:12", "", "3 tests completed, 1 failed"];
        var file = Read([.. task, .. task]);

        (file.Cases.ShouldHaveSingleItem().Id, file.UnnamedFailed, file.UnnamedPassed).ShouldBe(("OrdersTest::adds up()", 1, 4));
    }

    [Fact]
    public void Of_a_secret_in_a_steps_command_not_even_half_is_named()
    {
        var file = Read($"##[group]Run {new string('x', 50)} ghp_0123456789abcdefABCDEF0123456789abcd", "##[endgroup]", "it broke",
            "##[error]Process completed with exit code 2.");

        file.Cases.ShouldHaveSingleItem().Name.ShouldNotContain("ghp_");
    }

    [Theory]
    [InlineData("OrdersTest > adds up {0} FAILED", "6000 tests completed, 6000 failed")]
    [InlineData("FAILED tests/test_orders.py::test_{0} - KeyError: 'x'", "=== 6000 failed in 12.5s ===")]
    [InlineData("FAIL src/orders.test.js\n  ● orders › adds up {0}\n", "Tests: 6000 failed, 6000 total")]
    [InlineData("  Failed Shop.Orders.AddsUp{0} [1 ms]", "Failed!  - Failed:  6000, Passed:     0, Skipped:     0, Total:  6000")]
    [InlineData("--- FAIL: TestOrders{0} (0.00s)", "FAIL\tshop/orders\t1.0s")]
    public void Failures_beyond_a_limit_are_counted_not_named(string failure, string totals)
    {
        var file = Read([.. Enumerable.Range(0, 6000).SelectMany(i => string.Format(CultureInfo.InvariantCulture, failure, i).Split('\n')), totals]);

        (file.Cases.Count, file.UnnamedFailed).ShouldBe((5000, 1000));
    }

    [Fact]
    public void Where_no_test_is_told_of_the_compiler_says_what_is_wrong()
    {
        var file = Read("##[group]Run make", "make all", "##[endgroup]", "src/orders.cpp:12:5: error: use of undeclared identifier 'total'",
            "make: *** [orders.o] Error 1", "that was all", "##[error]Process completed with exit code 2.");

        var job = file.Cases.ShouldHaveSingleItem();
        (job.Name, job.Outcome, job.Failure!.Message, job.Line)
            .ShouldBe(("job tests: make", TestOutcome.Error, "src/orders.cpp:12:5: error: use of undeclared identifier 'total'", 4));
    }
}
