using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>
/// Logs of runners made to fail in many ways: totals, names, and the first line of what each failure said. A failure that is no test's bears its scope in
/// front.
/// </summary>
public sealed class RunnerFailuresTests
{
    /// <summary>
    /// Printed by ant 1.10 with JUnit 4.13, bats 1.8, behave 1.2, Boost.Test 1.74, busted 2.1, cargo 1.95, Catch2 2.13, Check 0.15, Common Test and EUnit of
    /// OTP 25, CppUTest 4.0, Criterion 2.4, ctest 3.25, cucumber 2.4, doctest 2.4, .NET 10 with xUnit 2.9 and 3.2, NUnit 4.3, MSTest 4.0 and TUnit 1.81, ExUnit
    /// 1.14, go 1.19, Gradle 4.4, googletest 1.12, JUnit Platform 1.9, PHPUnit 9.6, prove 3.44, RSpec 3.12, surefire 2.22 and TestNG 6.9, shortened by the
    /// inner frames of stacks.
    /// </summary>
    [Theory]
    [InlineData("ant-brief", 3, 2, 0, "shop.CartsTest::shop.CartsTest: no database", "shop.OrdersTest::silent: junit.framework.AssertionFailedError",
        "shop.OrdersTest::text: expected:<line a", "shop.OrdersTest::quiet: java.lang.NullPointerException",
        "shop.OrdersTest::total: price of cart expected:<3> but was:<4>", "shop.OrdersTest::throwsIt: store is away")]
    [InlineData("ant-summary", 3, 2, 6, "job job ci: make test: [junit] Test shop.CartsTest FAILED")]
    [InlineData("ant", 3, 2, 0, "shop.CartsTest::shop.CartsTest: no database", "shop.OrdersTest::silent: junit.framework.AssertionFailedError",
        "shop.OrdersTest::text: expected:<line a", "shop.OrdersTest::quiet: java.lang.NullPointerException",
        "shop.OrdersTest::total: price of cart expected:<3> but was:<4>", "shop.OrdersTest::throwsIt: store is away")]
    [InlineData("bats-files", 1, 1, 0, "keeps the price: `@test \"keeps the price\" { echo \"price was 4\"; [ 3 -eq 4 ]; }' failed",
        "calls: `@test \"calls\" { run false; [ \"$status\" -eq 0 ]; }' failed",
        "suite setup_file failed: `setup_file() { echo \"no database\"; false; }' failed")]
    [InlineData("behave", 2, 0, 0, "Has a total: Assertion Failed: total: expected 3, got 4", "Undefined: Undefined",
        "Rows -- @1.2: Assertion Failed: total: expected 5, got 4")]
    [InlineData("boost-test", 1, 0, 0, "orders/has_total: check total == 3 has failed [4 != 3]", "orders/throws: std::runtime_error: store is away",
        "plain: check 1 < 1 has failed [1 >= 1]")]
    [InlineData("busted", 1, 1, 0, "orders has a total: Expected objects to be equal.", "orders throws: store is away")]
    [InlineData("cargo-abort", 1, 1, 0, "tests::cmp: tests::cmp", "tests::multi: tests::multi", "tests::no_panic: tests::no_panic",
        "tests::plain: tests::plain", "tests::price: tests::price", "tests::result: tests::result", "tests::unwraps: tests::unwraps",
        "tests::wrong_panic: tests::wrong_panic",
        "zz_abort: process didn't exit successfully: `/home/runner/work/shop/shop/target/debug/deps/shop-507999230d6984fa --test-threads=1` (signal: 6, "
            + "SIGABRT: process abort signal)")]
    [InlineData("cargo-compile", 0, 0, 0, "job job ci: make test: error[E0425]: cannot find function `clamp_to` in this scope")]
    [InlineData("cargo-kinds", 2, 1, 0, "tests::cmp: assertion `left != right` failed", "tests::multi: orders differ:",
        "tests::no_panic: note: test did not panic as expected at src/lib.rs:14:32", "tests::plain: assertion failed: sum(1, 2) > 5",
        "tests::result: Error: \"no database\"", "tests::price: assertion `left == right` failed: price of cart",
        "tests::unwraps: called `Result::unwrap()` on an `Err` value: \"store is away\"", "tests::wrong_panic: other words",
        "it_fails: assertion `left == right` failed", "src/lib.rs - sum (line 1): assertion `left == right` failed")]
    [InlineData("cargo-nocapture", 1, 1, 0, "tests::cmp: assertion `left != right` failed", "tests::multi: orders differ:",
        "tests::no_panic: note: test did not panic as expected at src/lib.rs:14:32", "tests::plain: assertion failed: sum(1, 2) > 5",
        "tests::price: assertion `left == right` failed: price of cart", "tests::result: Error: \"no database\"",
        "tests::unwraps: called `Result::unwrap()` on an `Err` value: \"store is away\"",
        "tests::wrong_panic: note: panic did not contain expected string")]
    [InlineData("cargo-quiet-crash", 0, 0, 0, "tests::cmp: tests::cmp", "tests::multi: tests::multi", "tests::no_panic: tests::no_panic",
        "tests::plain: tests::plain", "tests::price: tests::price", "tests::result: tests::result", "tests::unwraps: tests::unwraps",
        "tests::wrong_panic: tests::wrong_panic")]
    [InlineData("catch2", 1, 1, 0, "has a total: REQUIRE( total == 3 )", "throws: store is away", "old one: CHECK( 1 == 2 )",
        "messages: CHECK_THROWS_AS( []{}(), std::runtime_error )")]
    [InlineData("check", 1, 0, 0, "Core::has_total: Assertion '4 == 3' failed: 4 == 4, 3 == 3",
        "Core::crash: (after this point) Received signal 11 (Segmentation fault)", "Core::says: cannot pay")]
    [InlineData("common-test", 1, 1, 1, "shop_SUITE::total: Reason: {badmatch,4}")]
    [InlineData("cpputest-verbose", 1, 1, 0, "Carts::Pays: cannot pay", "Orders::Text: expected <line a>",
        "Orders::HasTotal: LONGS_EQUAL(3, 4) failed")]
    [InlineData("cpputest", 1, 1, 0, "Carts::Pays: cannot pay", "Orders::Text: expected <line a>", "Orders::HasTotal: LONGS_EQUAL(3, 4) failed")]
    [InlineData("criterion-tap", 1, 2, 0, "orders::has_total: Assertion failed: The expression (total) < (2) is false.",
        "orders::crash unexpected signal after cr.c:4: orders::crash unexpected signal after cr.c:4", "carts::slow timed out: carts::slow timed out")]
    [InlineData("criterion", 1, 0, 0, "orders::crash: cr.c:4: Unexpected signal caught below this line!", "orders::has_total: price of cart is 4",
        "carts::slow: Timed out.")]
    [InlineData("ctest-again", 1, 0, 0, "unity.orders: Failed")]
    [InlineData("ctest-inner", 2, 2, 0, "unity.orders: Failed", "gtest.all: Failed", "catch.all: Failed", "aborts: Subprocess aborted")]
    [InlineData("ctest-verbose", 1, 0, 0, "each.Orders.HasTotal: Failed", "unity.orders: Failed", "aborts: Subprocess aborted")]
    [InlineData("cucumber", 2, 1, 0, "Has a total: total: expected 3, got 4 (RuntimeError)", "Rows: total: expected 5, got 4 (RuntimeError)")]
    [InlineData("doctest", 1, 1, 0, "has a total: REQUIRE( total == 3 ) is NOT correct!", "carts::throws: test case THREW exception: store is away",
        "messages: CHECK( 1 == 2 ) is NOT correct!")]
    [InlineData("dotnet-crash", 0, 0, 0, "Shop.Tests.OrdersTest::Crashes: Test host process crashed : Process terminated.")]
    [InlineData("dotnet-differences", 2, 1, 0, "Shop.Tests.OrdersTest::Rows(n: 2): too many rows",
        "Shop.Tests.CartsTest::Pays: Class fixture type 'Shop.Tests.Fix' threw in its constructor",
        "Shop.Tests.OrdersTest::Waits: Assert.Contains() Failure: Sub-string not found",
        "Shop.Tests.OrdersTest::Collections: Assert.Equal() Failure: Collections differ",
        "Shop.Tests.OrdersTest::Text: Assert.Equal() Failure: Strings differ",
        "Shop.Tests.OrdersTest::Throws: System.InvalidOperationException : store is away",
        "Shop.Tests.OrdersTest::Total: Assert.Equal() Failure: Values differ")]
    [InlineData("dotnet-mstest", 2, 1, 0,
        "Total: Assert.AreEqual failed. Expected:<3>. Actual:<4>. 'expected' expression: '3', 'actual' expression: '4'. price of cart",
        "Throws: Test method Shop.Tests.OrdersTest.Throws threw exception:",
        "Text: Assert.AreEqual failed. String lengths are both 7 but differ at index 6. 'expected' expression: '\"page=17\"', 'actual' expression: "
            + "'\"page=18\"'.",
        "Rows (2): Assert.IsTrue failed. 'condition' expression: 'n < 2'. too many rows",
        "Pays: Class Initialization method Shop.Tests.CartsTest.S threw exception. System.Exception: no database.")]
    [InlineData("dotnet-nunit", 3, 1, 0, "Pays: OneTimeSetUp: System.Exception : no database", "Pays2: OneTimeSetUp: System.Exception : no database",
        "Many: Multiple failures or warnings in test:", "Rows(2): Assert.That(n, Is.LessThan(2))",
        "Text: Assert.That(\"page=18\", Is.EqualTo(\"page=17\"))", "Throws: System.InvalidOperationException : store is away", "Total: price of cart",
        "suite Shop.Tests.TearTest: TearDown : System.Exception : cannot drop database")]
    [InlineData("eunit-verbose", 2, 0, 0, "shop_tests::total_test: **error:{assertEqual,[{module,shop_tests},",
        "shop_tests::throws_test: **error:store_is_away", "shop_tests::-gen_test_/0-fun-1- (row two): **error:{assertEqual,[{module,shop_tests},")]
    [InlineData("eunit", 2, 0, 0, "shop_tests::total_test: **error:{assertEqual,[{module,shop_tests},",
        "shop_tests::throws_test: **error:store_is_away", "shop_tests::-gen_test_/0-fun-1- (row two): **error:{assertEqual,[{module,shop_tests},")]
    [InlineData("exunit", 1, 4, 0, "suite Shop.BrokenTest: ** (RuntimeError) no database",
        "Shop.OrdersTest::test throws: ** (RuntimeError) store is away", "Shop.OrdersTest::test carts exits: ** (exit) :no_store",
        "Shop.OrdersTest::test matches: match (=) failed", "Shop.OrdersTest::test carts logs: Assertion failed, no matching message after 50ms",
        "Shop.OrdersTest::test waits: ** (ExUnit.TimeoutError) test timed out after 100ms. You can change the timeout:",
        "Shop.OrdersTest::test compares: Assertion with == failed", "Shop.OrdersTest::test has a total: price of cart")]
    [InlineData("go-packages-verbose", 9, 1, 0,
        "suite example.com/shop/setup::setup failed: setup/setup_test.go:6:2: no required module provides package example.com/nowhere/lamp; to add it:",
        "suite example.com/shop/cart::build failed: cart/cart.go:3:27: undefined: clampTo",
        "example.com/shop/exit0::TestExits: cannot read store: no such host",
        "suite example.com/shop/initp::failed outside of its tests: panic: no database url",
        "suite example.com/shop/mainfail::failed outside of its tests: 2026/11/28 13:44:12 cannot start the store: port 5432 is taken",
        "example.com/shop/orders::TestTable/one_item: total() = 1, want 2",
        "example.com/shop/orders::TestOuter/middle/inner: dial tcp 10.0.0.5:5432: connect: connection refused",
        "example.com/shop/orders::TestMulti: second thing", "example.com/shop/orders::TestParallelA: a is wrong",
        "example.com/shop/orders::TestParallelB: b is wrong", "example.com/shop/panicout::TestGoroutinePanics: panic: assignment to entry in nil map",
        "example.com/shop/slow::TestSlow: panic: test timed out after 2s",
        "suite example.com/shop/vetted::build failed: vetted/v_test.go:8:28: fmt.Printf format %d has arg \"word\" of wrong type string")]
    [InlineData("go-packages", 0, 0, 0,
        "suite example.com/shop/setup::setup failed: setup/setup_test.go:6:2: no required module provides package example.com/nowhere/lamp; to add it:",
        "suite example.com/shop/cart::build failed: cart/cart.go:3:27: undefined: clampTo",
        "suite example.com/shop/exit0::failed outside of its tests: cannot read store: no such host",
        "suite example.com/shop/initp::failed outside of its tests: panic: no database url",
        "suite example.com/shop/mainfail::failed outside of its tests: 2026/11/28 13:44:08 cannot start the store: port 5432 is taken",
        "example.com/shop/orders::TestTable/one_item: total() = 1, want 2",
        "example.com/shop/orders::TestOuter/middle/inner: dial tcp 10.0.0.5:5432: connect: connection refused",
        "example.com/shop/orders::TestMulti: second thing", "example.com/shop/orders::TestParallelA: a is wrong",
        "example.com/shop/orders::TestParallelB: b is wrong", "example.com/shop/panicout::TestGoroutinePanics: panic: assignment to entry in nil map",
        "example.com/shop/slow::TestSlow: panic: test timed out after 2s",
        "suite example.com/shop/vetted::build failed: vetted/v_test.go:8:28: fmt.Printf format %d has arg \"word\" of wrong type string")]
    [InlineData("go-race", 0, 0, 0, "example.com/shop/race::TestRace: WARNING: DATA RACE")]
    [InlineData("gradle-full", 3, 2, 0, "shop.CartsTest::classMethod: java.lang.IllegalStateException: no database",
        "shop.OrdersTest::silent: java.lang.AssertionError", "shop.OrdersTest::text: org.junit.ComparisonFailure: expected:<line a",
        "shop.OrdersTest::quiet: java.lang.NullPointerException",
        "shop.OrdersTest::total: java.lang.AssertionError: price of cart expected:<3> but was:<4>",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException: store is away")]
    [InlineData("gradle", 3, 2, 0, "shop.CartsTest::classMethod: java.lang.IllegalStateException at CartsTest.java:4",
        "shop.OrdersTest::silent: java.lang.AssertionError at OrdersTest.java:11",
        "shop.OrdersTest::text: org.junit.ComparisonFailure at OrdersTest.java:7",
        "shop.OrdersTest::quiet: java.lang.NullPointerException at OrdersTest.java:12",
        "shop.OrdersTest::total: java.lang.AssertionError at OrdersTest.java:6",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException at OrdersTest.java:8")]
    [InlineData("gtest-brief", 3, 2, 0, "Orders::HasTotal: Expected equality of these values:",
        "Orders::Throws: C++ exception with description \"store is away\" thrown in the test body.",
        "Orders::Strings: Expected equality of these values:", "Typed/0::Small: Expected equality of these values:",
        "All/Rows::AreFew/1: Expected: (GetParam()) < (2), actual: 2 vs 2", "All/Rows::AreFew/2: Expected: (GetParam()) < (2), actual: 3 vs 2")]
    [InlineData("gtest-crash", 2, 2, 0, "Orders::HasTotal: Expected equality of these values:",
        "Orders::Throws: C++ exception with description \"store is away\" thrown in the test body.",
        "Orders::Strings: Expected equality of these values:", "Typed/0::Small: Expected equality of these values:",
        "ZCrash::Nil: bash: line 1: 30465 Segmentation fault      ./gtc")]
    [InlineData("gtest", 3, 2, 0, "Orders::HasTotal: Expected equality of these values:",
        "Orders::Throws: C++ exception with description \"store is away\" thrown in the test body.",
        "Orders::Strings: Expected equality of these values:", "Typed/0::Small: Expected equality of these values:",
        "All/Rows::AreFew/1: Expected: (GetParam()) < (2), actual: 2 vs 2", "All/Rows::AreFew/2: Expected: (GetParam()) < (2), actual: 3 vs 2",
        "suite Broken: no database")]
    [InlineData("junit-platform", 2, 1, 0, "shop.OrdersTest::all: org.opentest4j.MultipleFailuresError: cart (2 failures)",
        "shop.OrdersTest::rows: org.opentest4j.AssertionFailedError: too many rows ==> expected: <true> but was: <false>",
        "shop.OrdersTest::total: org.opentest4j.AssertionFailedError: price of cart ==> expected: <3> but was: <4>",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException: store is away",
        "shop.OrdersTest$WhenEmpty::pays: org.opentest4j.AssertionFailedError: expected: <null> but was: <x>",
        "suite shop.CartsTest: java.lang.IllegalStateException: no database")]
    [InlineData("junitcore-ok", 2, 0, 0, "job job ci: make test: JUnit version 4.13.2")]
    [InlineData("junitcore", 3, 0, 0, "shop.OrdersTest::silent: java.lang.AssertionError",
        "shop.OrdersTest::text: org.junit.ComparisonFailure: expected:<line a", "shop.OrdersTest::quiet: java.lang.NullPointerException",
        "shop.OrdersTest::total: java.lang.AssertionError: price of cart expected:<3> but was:<4>",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException: store is away", "shop.CartsTest: java.lang.IllegalStateException: no database")]
    [InlineData("maven-flaky", 3, 0, 0, "shop.FlakyTest::never: java.lang.AssertionError: never works")]
    [InlineData("maven-lists", 3, 2, 0, "OrdersTest::silent: OrdersTest::silent", "OrdersTest::text: expected:<line a",
        "OrdersTest::total: price of cart expected:<3> but was:<4>", "CartsTest::prepare: IllegalState no database", "OrdersTest::quiet: NullPointer",
        "OrdersTest::throwsIt: IllegalState store is away")]
    [InlineData("maven-modules", 2, 1, 0, "shop.OrdersTest::all: org.opentest4j.MultipleFailuresError:",
        "shop.OrdersTest::rows{int}[2]: org.opentest4j.AssertionFailedError: too many rows ==> expected: <true> but was: <false>",
        "shop.OrdersTest::total: org.opentest4j.AssertionFailedError: price of cart ==> expected: <3> but was: <4>",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException: store is away",
        "shop.OrdersTest::pays: org.opentest4j.AssertionFailedError: expected: <null> but was: <x>",
        "shop.CartsTest::shop.CartsTest: java.lang.IllegalStateException: no database")]
    [InlineData("maven", 3, 2, 0, "shop.CartsTest::shop.CartsTest: java.lang.IllegalStateException: no database",
        "shop.OrdersTest::silent: java.lang.AssertionError", "shop.OrdersTest::text: org.junit.ComparisonFailure:",
        "shop.OrdersTest::quiet: java.lang.NullPointerException",
        "shop.OrdersTest::total: java.lang.AssertionError: price of cart expected:<3> but was:<4>",
        "shop.OrdersTest::throwsIt: java.lang.IllegalStateException: store is away")]
    [InlineData("mix-test", 1, 0, 0, "ShopTest::doctest Shop.sum/1 (1): Doctest failed")]
    [InlineData("phpunit-more", 3, 2, 0, "OrdersTest::testThrows: RuntimeException: store is away",
        "OrdersTest::testWarns: Undefined variable $undefined", "OrdersTest::testTotal: price of cart",
        "OrdersTest::testText: Failed asserting that two strings are equal.",
        "OrdersTest::testRows with data set \"three\" (3): Failed asserting that 3 is less than 2.")]
    [InlineData("prove-quiet", 5, 1, 0, "keeps the price: got: '4'", "rows: Structures begin differing at:",
        "suite t/b.t: Parse errors: Bad plan.  You planned 3 tests but ran 1.")]
    [InlineData("prove-verbose", 4, 1, 0, "keeps the price: got: '4'", "rows: Structures begin differing at:",
        "suite t/b.t: Parse errors: Bad plan.  You planned 3 tests but ran 1.")]
    [InlineData("rspec-load", 0, 0, 0, "suite ./spec/bad_spec.rb: LoadError:")]
    [InlineData("rspec-more", 1, 2, 0, "Orders has a total: expected: 3", "Orders throws: RuntimeError:",
        "Orders fixed: Expected pending 'now works' to fail. No error was raised.", "Orders aggregates: expected: 2", "Orders hash: expected: {:a=>2}",
        "Orders carts pays: IOError:")]
    [InlineData("testing-platform-run", 2, 1, 0,
        "Shop.Tests.CartsTest::Pays: Xunit.MicrosoftTestingPlatform.XunitException: Class fixture type 'Shop.Tests.Fix' threw in its constructor",
        "Shop.Tests.OrdersTest::Total: Assert.Equal() Failure: Values differ",
        "Shop.Tests.OrdersTest::Waits: Assert.Contains() Failure: Sub-string not found", "Shop.Tests.OrdersTest::Rows(n: 2): too many rows",
        "Shop.Tests.OrdersTest::Collections: Assert.Equal() Failure: Collections differ",
        "Shop.Tests.OrdersTest::Throws: Xunit.MicrosoftTestingPlatform.XunitException: System.InvalidOperationException : store is away",
        "Shop.Tests.OrdersTest::Text: Assert.Equal() Failure: Strings differ")]
    [InlineData("testing-platform", 2, 1, 0, "Shop.Tests.CartsTest::Pays: Class fixture type 'Shop.Tests.Fix' threw in its constructor",
        "Shop.Tests.OrdersTest::Total: Assert.Equal() Failure: Values differ",
        "Shop.Tests.OrdersTest::Waits: Assert.Contains() Failure: Sub-string not found", "Shop.Tests.OrdersTest::Rows(n: 2): too many rows",
        "Shop.Tests.OrdersTest::Collections: Assert.Equal() Failure: Collections differ",
        "Shop.Tests.OrdersTest::Throws: System.InvalidOperationException : store is away",
        "Shop.Tests.OrdersTest::Text: Assert.Equal() Failure: Strings differ")]
    [InlineData("testng", 2, 1, 0, "total: java.lang.AssertionError: price of cart expected [4] but found [3]",
        "few(2): java.lang.AssertionError: expected [true] but found [false]")]
    [InlineData("tunit-run", 2, 1, 0, "Total: TUnit.Engine.Exceptions.TestFailedException: [Test Failure] AssertionException: Expected to be 3",
        "Throws: TUnit.Engine.Exceptions.TestFailedException: [Test Failure] InvalidOperationException: store is away",
        "Rows(2): TUnit.Engine.Exceptions.TestFailedException: [Test Failure] AssertionException: Expected to be less than 2")]
    [InlineData("tunit", 2, 1, 0, "Throws: [Test Failure] InvalidOperationException: store is away",
        "Total: [Test Failure] AssertionException: Expected to be 3", "Rows(2): [Test Failure] AssertionException: Expected to be less than 2")]
    public void What_a_runner_printed_is_read_as_a_person_reads_it(string log, int passed, int skipped, int unnamed, params string[] failed) =>
        Shows(log, passed, skipped, unnamed, failed);

    /// <summary>
    /// Written in the shape that these runners' own documentation and sources give their output: they can't be installed where the other logs were made.
    /// </summary>
    [Theory]
    [InlineData("bazel", 3, 0, 0, "//shop:orders_test: Value of: total < 3", "//shop:slow_test: -- Test timed out at 2026-10-12 09:00:00 UTC --",
        "suite //shop:broken_test: FAILED TO BUILD")]
    [InlineData("cucumber-js", 1, 0, 0, "Has a total: AssertionError [ERR_ASSERTION]: 4 == 3")]
    [InlineData("dart-github", 1, 1, 0, "has a total: Expected: <3>")]
    [InlineData("dart", 1, 1, 0, "has a total: Expected: <3>")]
    [InlineData("deno", 1, 1, 0, "has a total: error: AssertionError: Values are not equal.")]
    [InlineData("ginkgo", 3, 1, 0, "Orders [It] has a total: Expected")]
    [InlineData("gotestsum-reruns", 2, 1, 0, "orders::TestTotal: Not equal:")]
    [InlineData("gotestsum", 2, 1, 0, "example.com/shop/orders::TestTable/one_item: total() = 1, want 2",
        "suite broken::build failed: broken/b_test.go:3:28: undefined: clampTo")]
    [InlineData("nextest-0.9.30", 2, 0, 0, "shop::orders::tests::total: assertion failed: `(left == right)`")]
    [InlineData("nextest", 5, 1, 0, "shop::orders::tests::total: assertion `left == right` failed: price of cart", "shop::api::crashes: SIGSEGV",
        "shop::api::waits: TIMEOUT")]
    [InlineData("pest", 2, 1, 0, "Tests\\Unit\\OrdersTest::it has a total: Failed asserting that 4 is identical to 3.",
        "Tests\\Unit\\OrdersTest::it throws: store is away")]
    [InlineData("qttest", 3, 1, 0, "tst_Orders::total(two rows): Compared values are not the same")]
    [InlineData("robot", 1, 1, 0, "Has Total: 4 != 3")]
    [InlineData("scalatest", 2, 1, 0, "OrdersSpec::should have a total: 4 did not equal 3 (OrdersSpec.scala:12)",
        "OrdersSpec::should be paid: java.lang.IllegalStateException: store is away")]
    [InlineData("shellspec", 2, 1, 0, "orders has a total: The output should equal 4")]
    [InlineData("surefire-2.12", 4, 1, 0, "shop.OrdersTest::hasTotal: price of cart expected:<3> but was:<4>",
        "shop.OrdersTest::isPaid: expected:<line a(..)", "shop.OrdersTest::throwsIt: store is away")]
    [InlineData("surefire-3", 2, 1, 0, "shop.OrdersTest::hasTotal: org.opentest4j.AssertionFailedError: expected: <3> but was: <4>",
        "shop.OrdersTest::rows(int)[2]: org.opentest4j.AssertionFailedError: too many",
        "run forked VM: The forked VM terminated without properly saying goodbye. VM crash or System.exit called?",
        "suite shop.PayTest: The forked VM terminated without properly saying goodbye. VM crash or System.exit called?")]
    [InlineData("testify", 0, 0, 0, "example.com/shop::TestPrice: Not equal:")]
    [InlineData("unity", 1, 1, 0, "test_total: Expected 1 Was 2. price of cart")]
    [InlineData("xcpretty", 2, 0, 0, "testTotal: XCTAssertEqual failed: (\"4\") is not equal to (\"3\")")]
    [InlineData("xctest-crash", 1, 0, 0, "OrdersTests::testTotal: XCTAssertEqual failed: (\"4\") is not equal to (\"3\") -",
        "OrdersTests::testCrash: ShopTests/OrdersTests.swift:30: Fatal error: Index out of range")]
    [InlineData("xctest", 2, 1, 0, "ShopTests.OrdersTests::testTotal: XCTAssertEqual failed: (\"4\") is not equal to (\"3\") - price of cart",
        "ShopTests.OrdersTests::testThrows: failed: caught error: \"The store is away\"", "adds up: Expectation failed: (total → 4) == 3")]
    public void What_a_runner_is_known_to_print_is_read_as_a_person_reads_it(string log, int passed, int skipped, int unnamed, params string[] failed) =>
        Shows(log, passed, skipped, unnamed, failed);

    [Theory]
    [InlineData("maven-flaky", "comesBack", 1)]
    [InlineData("surefire-3", "pays", 1)]
    [InlineData("nextest", "orders::tests::comes_back", 1)]
    [InlineData("bazel", "//shop:flaky_test", 1)]
    [InlineData("gotestsum-reruns", "TestFlaky", 1)]
    public void What_failed_and_passed_when_it_ran_again_is_a_pass_that_is_flaky(string log, string name, int tries)
    {
        var test = Read(log).Cases.Single(c => c.Name.EndsWith(name, StringComparison.Ordinal));

        (test.Outcome, test.FailedAttempts, test.Flaky).ShouldBe((TestOutcome.Passed, tries, true));
    }

    [Theory]
    [InlineData("maven-flaky", "never", 2)]
    [InlineData("ctest-again", "unity.orders", 1)]
    [InlineData("gotestsum-reruns", "TestTotal", 1)]
    public void What_failed_in_every_try_failed(string log, string name, int triesBefore)
    {
        var test = Read(log).Cases.Single(c => c.Name == name);

        (test.Bad, test.FailedAttempts).ShouldBe((true, triesBefore));
    }

    [Fact]
    public void The_lines_by_which_a_runner_points_at_a_difference_are_part_of_the_message() =>
        Read("dotnet-differences").Cases.Single(c => c.Name == "Text").Failure!.Message.Split('\n').ShouldBe(
        [
            "Assert.Equal() Failure: Strings differ",
            "                                  ↓ (pos 23)",
            "Expected: ···\" /orders?id=3&page=17 with many more word\"···",
            "Actual:   ···\" /orders?id=3&page=18 with many more word\"···",
            "                                  ↑ (pos 23)",
        ]);

    [Fact]
    public void What_a_runner_inside_a_test_of_ctest_says_is_the_message_and_names_no_test_of_its_own()
    {
        var results = Read("ctest-inner");

        results.Cases.Single(c => c.Name == "unity.orders").Failure!.Message.ShouldBe("Failed\nExpected 1 Was 2. price of cart");
        results.Cases.Single(c => c.Name == "unity.orders").Failure!.Text.ShouldContain("test_orders.c:42:test_total:FAIL: Expected 1 Was 2");
        results.Cases.ShouldNotContain(c => c.Id.Contains("HasTotal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_process_that_ends_in_a_test_fails_that_test_and_a_run_that_ends_in_order_fails_none()
    {
        Of("[ RUN      ] Orders.Total", "Segmentation fault (core dumped)").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Error);
        Of("[ RUN      ] Orders.Total", "[==========] 1 test from 1 test suite ran. (0 ms total)", "[  PASSED  ] 1 test.")
            .Cases.ShouldNotContain(c => c.Name == "Total");
    }

    [Fact]
    public void Counts_of_classes_hold_until_those_of_the_whole_run_come()
    {
        string[] classes =
        [
            "[INFO] Running shop.OrdersTest", "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 0.1 s - in shop.OrdersTest",
            "[INFO] Running shop.CartTest", "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s - in shop.CartTest",
        ];

        var (cut, whole) = (Of(classes), Of([.. classes, "[INFO] ", "[INFO] Tests run: 8, Failures: 0, Errors: 0, Skipped: 1"]));

        (cut.UnnamedPassed, cut.UnnamedSkipped).ShouldBe((7, 1));
        (whole.UnnamedPassed, whole.UnnamedSkipped).ShouldBe((7, 1));
    }

    private static void Shows(string log, int passed, int skipped, int unnamed, string[] failed)
    {
        var results = Read(log);

        results.Cases.Where(c => c.Bad).Select(c =>
            $"{(c.Scope == TestScope.Test ? "" : c.Scope.ToString().ToLowerInvariant() + " ")}{c.Id}: {c.Failure!.Message.Split('\n')[0]}")
            .ShouldBe(failed, ignoreOrder: true);
        (results.Cases.Count(c => c.Outcome.IsPass()) + results.UnnamedPassed).ShouldBe(passed);
        (results.Cases.Count(c => c.Outcome is TestOutcome.Skipped or TestOutcome.Disabled) + results.UnnamedSkipped).ShouldBe(skipped);
        results.UnnamedFailed.ShouldBe(unnamed);
        results.Cases.Where(c => c.Bad).ShouldAllBe(c => c.Failure!.Line <= c.Failure.EndLine);
    }

    private static ResultFile Read(string log) =>
        Of([.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Console", "Logs", $"{log}.txt"))]);

    private static ResultFile Of(params string[] printed)
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        string[] job = ["##[group]Run make test", "##[endgroup]", .. printed, "##[error]Process completed with exit code 1."];
        foreach (var line in job)
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");
        return results.Finish().ShouldNotBeNull();
    }
}
