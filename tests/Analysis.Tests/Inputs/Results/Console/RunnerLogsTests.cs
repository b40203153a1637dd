using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>
/// The logs in <c>Logs/</c> are what the tools printed (bats 1.8, prove 3.44, cargo 1.95, ctest 3.25, .NET 10 with xunit 3.0, go 1.19, mocha 12, node 20,
/// PHPUnit 9.6, Playwright 1.65, pytest 7.2, RSpec 3.12, Python 3.11, vitest 4.1) about a few tests made to fail; what is expected of them was read off by
/// hand.
/// </summary>
public sealed class RunnerLogsTests
{
    [Theory]
    [InlineData("bats", 1, 1, "keeps the price: `@test \"keeps the price\" { echo \"price: 4\"; [ 3 -eq 4 ]; }' failed")]
    [InlineData("prove", 1, 1, "keeps the price: got: '4'")]
    [InlineData("cargo", 1, 1, "tests::inner::result: Error: \"store is away\"", "tests::keeps_price: assertion `left == right` failed: price of cart",
        "tests::panics: called `Option::unwrap()` on a `None` value", "src/lib.rs - (line 1): assertion `left == right` failed")]
    [InlineData("ctest", 1, 2, "orders.fails: Failed", "carts.hang: Timeout", "carts.crash: Exception: SegFault", "carts.missing: Not Run")]
    [InlineData("dotnet-names", 2, 1, "Shop.Orders::Rows(s: \"c.d(e)\"): Assert.Equal() Failure: Strings differ",
        "Shop.Orders::Throws: System.InvalidOperationException : store is away",
        "Shop.Orders::Price: Assert.Equal() Failure: Values differ", "is shown with a name: Assert.True() Failure")]
    [InlineData("dotnet-terminal", 2, 1, "Shop.Orders::Rows(s: \"c.d(e)\"): Assert.Equal() Failure: Strings differ",
        "Shop.Orders::Throws: System.InvalidOperationException : store is away",
        "Shop.Orders::Price: Assert.Equal() Failure: Values differ", "is shown with a name: Assert.True() Failure")]
    [InlineData("dotnet-xunit", 2, 1, "Shop.Orders::Rows(s: \"c.d(e)\"): Assert.Equal() Failure: Strings differ",
        "Shop.Orders::Throws: System.InvalidOperationException : store is away",
        "Shop.Orders::Price: Assert.Equal() Failure: Values differ", "is shown with a name: Assert.True() Failure")]
    [InlineData("go-test-build", 2, 1, "shop/orders::TestPrice: price: got 4, want 3", "shop/orders::TestTable/c/d: store is away",
        "shop/orders::TestZPanic: panic: assignment to entry in nil map [recovered]",
            "shop/orders/broken::build failed: broken/b_test.go:3:28: undefined: undefined")]
    [InlineData("mocha", 1, 1, "orders::price: AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:",
        "orders inner::throws: Error: store is away",
        "hooks::\"before all\" hook for \"x\": Error: no database")]
    [InlineData("node-tap", 1, 1, "orders::price: Expected values to be strictly equal:", "plain: store is away")]
    [InlineData("node-spec", 1, 1, "orders::price: AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:", "plain: Error: store is away")]
    [InlineData("phpunit", 2, 2, "OrdersTest::testThrows: RuntimeException: store is away", "OrdersTest::testPrice: price of cart",
        "OrdersTest::testRows with data set \"three\" (3): Failed asserting that 3 is less than 2.")]
    [InlineData("phpunit-testdox", 2, 2, "Price: price of cart", "Throws: RuntimeException: store is away",
        "Rows with data set \"three\": Failed asserting that 3 is less than 2.")]
    [InlineData("playwright", 2, 1, "checkout::total is shown: Error: expect(received).toBe(expected) // Object.is equality",
        "top level fails: Error: connect ECONNREFUSED 127.0.0.1:5432")]
    [InlineData("playwright-dot", 2, 1, "checkout::total is shown: Error: expect(received).toBe(expected) // Object.is equality",
        "top level fails: Error: connect ECONNREFUSED 127.0.0.1:5432")]
    [InlineData("pytest-native", 1, 0, "test_more::test_param[a - b]: AssertionError: assert 'a - b' == 'a'",
        "test_more::test_param[c[d]]: AssertionError: assert 'c[d]' == 'a'",
        "test_more::test_param[e::f]: AssertionError: assert 'e::f' == 'a'", "test_more::test_param[]: AssertionError: assert '' == 'a'",
            "test_more.TestInner::test_x: ValueError: no colour",
        "test_more::test_xf: [XPASS(strict)]", "test_more::test_db: ConnectionRefusedError: [Errno 111] Connection refused",
            "test_more::test_td: RuntimeError: teardown broke")]
    [InlineData("pytest-quiet", 1, 0, "test_more::test_param[a - b]: AssertionError: assert 'a - b' == 'a'",
        "test_more::test_param[c[d]]: AssertionError: assert 'c[d]' == 'a'",
        "test_more::test_param[e::f]: AssertionError: assert 'e::f' == 'a'", "test_more::test_param[]: AssertionError: assert '' == 'a'",
            "test_more.TestInner::test_x: ValueError: no colour",
        "test_more::test_xf: [XPASS(strict)]", "test_more::test_db: ConnectionRefusedError: [Errno 111] Connection refused",
            "test_more::test_td: RuntimeError: teardown broke")]
    [InlineData("rspec", 1, 2, "Orders keeps the price: expected: 4", "Orders when empty throws: NoMethodError:")]
    [InlineData("unittest", 1, 2, "test_orders.Carts::setUpClass: ConnectionRefusedError: [Errno 111] Connection refused",
        "test_orders.Orders::test_price: AssertionError: {'price': 3} != {'price': 4}",
            "test_orders.Orders::test_sub (i=3): AssertionError: 3 not less than 3")]
    [InlineData("vitest", 2, 2, "src/cart.test.ts: Error: Cannot find module './nowhere' imported from /home/runner/work/shop/shop/src/cart.test.ts",
        "orders::keeps the price: AssertionError: expected { price: 3 } to deeply equal { price: 4 }",
            "orders refunds::throws when empty: TypeError: Cannot read properties of undefined (reading 'total')")]
    public void What_a_tool_printed_is_read_as_a_person_reads_it(string log, int passed, int skipped, params string[] failed)
    {
        var results = Read(log);

        results.Cases.Where(c => c.Bad).Select(c => $"{c.Id}: {c.Failure!.Message.Split('\n')[0]}").ShouldBe(failed, ignoreOrder: true);
        (results.Cases.Count(c => c.Outcome.IsPass()) + results.UnnamedPassed).ShouldBe(passed);
        (results.Cases.Count(c => c.Outcome.IsSkip()) + results.UnnamedSkipped).ShouldBe(skipped);
        results.UnnamedFailed.ShouldBe(0);
        results.Cases.Where(c => c.Bad).ShouldAllBe(c => c.Failure!.Line <= c.Failure.EndLine);
    }

    [Fact]
    public void What_failed_and_then_passed_is_a_pass_with_a_failed_attempt()
    {
        var flaky = Read("playwright-dot").Cases.Single(c => c.Name == "flaky one");

        (flaky.Outcome, flaky.FailedAttempts).ShouldBe((TestOutcome.Passed, 1));
    }

    [Theory]
    [InlineData("=== 1 failed, 5 passed, 2 skipped in 0.12 seconds ===")]
    [InlineData("=== 1 failed, 5 passed, 2 skipped in 61.23s (0:01:01) ===")]
    [InlineData("1 failed, 5 passed, 2 skipped in 0.12s")]
    public void The_totals_of_any_pytest_are_read(string totals)
    {
        var results = Of(["FAILED tests/test_a.py::test_x - KeyError: 'y'", totals]);

        (results.UnnamedPassed, results.UnnamedSkipped).ShouldBe((5, 2));
    }

    [Fact]
    public void What_fails_and_cannot_be_torn_down_and_what_bears_the_name_of_another_files_test_is_told()
    {
        var results = Of(["=== ERRORS ===", "___ ERROR at teardown of test_x ___", "E   RuntimeError: teardown broke", "", "tests/a.py:9: RuntimeError",
            "=== FAILURES ===", "___ test_x ___", "E   KeyError: 'a'", "", "tests/a.py:3: KeyError", "___ test_x ___", "E   KeyError: 'b'", "",
                "tests/b.py:3: KeyError",
            "=== short test summary info ===", "FAILED tests/a.py::test_x - KeyError: 'a'", "FAILED tests/b.py::test_x - KeyError: 'b'",
                "ERROR tests/a.py::test_x - RuntimeError: teardown broke",
            "=== 2 failed, 1 error in 0.12s ==="]);

        results.Cases.Select(c => $"{c.Id}: {c.Failure!.Message}").ShouldBe(["tests.a::test_x: KeyError: 'a'", "tests.b::test_x: KeyError: 'b'"]);
    }

    [Theory]
    [InlineData("Ran \u0663 tests in 1s")]
    [InlineData("Tests: \u0663 failed, 3 total")]
    [InlineData("=== \u0663 failed in 0.1s ===")]
    [InlineData("  \u0663 passing (5ms)")]
    [InlineData("test result: ok. 9999999 passed; 0 failed; 0 ignored; x", 4000)]
    [InlineData("=== 9999999 passed in 0.1s ===", 4000)]
    [InlineData("many failures of one line", 1)]
    public void Figures_that_are_none_or_too_large_cost_no_test(string line, int times = 1)
    {
        var many = $"FAILED ({string.Join(", ", Enumerable.Repeat("failures=9999999", 400))})";

        Of(["FAILED tests/test_a.py::test_x - KeyError: 'y'", "Ran 5 tests in 1s", many, .. Enumerable.Repeat(line, times)])
            .Cases.ShouldContain(c => c.Name == "test_x");
    }

    [Theory]
    [InlineData("--- FAIL: TestX (1.2.3s)")]
    [InlineData("--- FAIL: TestX (...s)")]
    public void A_time_that_is_none_costs_no_test(string line) => Of([line]).Cases.ShouldHaveSingleItem().Seconds.ShouldBeNull();

    [Fact]
    public void What_a_process_printed_stands_behind_how_it_ended() =>
        Read("ctest").Cases.Single(c => c.Name == "orders.fails").Failure!.Message.ShouldBe("Failed\nprice: expected 3, got 4");

    private static ResultFile Read(string log) =>
        Of(File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Console", "Logs", $"{log}.txt")));

    private static ResultFile Of(IEnumerable<string> printed)
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        string[] job = ["##[group]Run make test", "##[endgroup]", .. printed, "##[error]Process completed with exit code 1."];
        foreach (var line in job)
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");
        return results.Finish().ShouldNotBeNull();
    }
}
