using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class TapFormatTests
{
    private static string Told(string text) => ResultText.Read(text, "results/a.tap").Told();

    [Fact]
    public void Directives_are_states() => Told("""
        TAP version 13
        1..7
        ok 1 - adds up
        not ok 2 - fails
        ok 3 - slow # SKIP no network
        not ok 4 - known # TODO issue 5
        ok 5 - gone # TODO issue 6
        ok 6 # skip
        ok 7 - a \# b # time=12.5ms

        """).ShouldBe("""
        adds up Passed
        fails Failed: 
        slow Skipped
        known ExpectedFailure
        gone UnexpectedPass
        test 6 Skipped
        a # b Passed
        """);

    [Fact]
    public void A_plan_larger_than_what_ran_is_a_problem() =>
        Told("1..3\nok 1 - a\nok 2 - b\n").ShouldBe("a Passed\nb Passed\n! 1 the plan has 3 tests, and 2 were read");

    [Theory]
    [InlineData("TAP version 13\nok 1 - a\nok 2 - b\n")]
    [InlineData("TAP version 13\nok 1 - a\nok 2 - b\n# tests 2\n")]
    public void Without_a_plan_the_text_may_break_off(string text) => Told(text).ShouldEndWith("there is no plan: the text may break off here");

    [Fact]
    public void A_test_in_which_the_text_breaks_off_did_not_pass() => Told("1..3\nok 1 - a\nok 2 - b").ShouldStartWith("a Passed\nb NotRun\n!");

    [Fact]
    public void Bail_out_is_a_failure_of_the_run_once() => Told("1..3\n# Subtest: a\n    ok 1 - b\n    Bail out! no database\nBail out! no database\n")
        .ShouldBe("a::b Passed\nRun Bail out! Error: no database\n! 1 the plan has 3 tests, and 0 were read");

    [Fact]
    public void A_subtest_that_failed_is_one_failure_with_its_parents() => Told("""
        TAP version 14
        # Subtest: orders
            # Subtest: when empty
                ok 1 - lists
                not ok 2 - adds up
                  ---
                  error: 'got 2, want 3'
                  ...
                1..2
            not ok 1 - when empty
            1..1
        not ok 1 - orders # time=3ms
        1..1

        """).ShouldBe("orders > when empty::lists Passed\norders > when empty::adds up Failed: got 2, want 3");

    [Fact]
    public void A_parent_that_failed_although_nothing_in_it_did_is_a_failure_of_the_suite() => Told("""
        # Subtest: orders
            ok 1 - lists
            1..1
        not ok 1 - orders
          ---
          failureType: 'hookFailed'
          error: 'cannot close'
          ...
        1..1

        """).ShouldBe("orders::lists Passed\nSuite orders Error: cannot close");

    [Fact]
    public void What_fails_in_a_subtest_that_is_to_do_was_expected_to() =>
        Told("# Subtest: later\n    not ok 1 - a\n    1..1\nnot ok 1 - later # TODO\n1..1\n").ShouldBe("later::a ExpectedFailure");

    [Fact]
    public void A_plan_of_a_subtest_counts_too() =>
        Told("1..1\n# Subtest: a\n    1..2\n    ok 1 - b\nok 1 - a\n").ShouldBe("a::b Passed\n! 3 the plan of the subtest a has 2 tests, and 1 were read");

    [Fact]
    public void Subtests_in_braces_are_read() =>
        Told("1..1\nnot ok 1 - orders # time=3ms {\n    1..2\n    ok 1 - lists\n    not ok 2 - adds up {\n        1..1\n        not ok 1 - two\n    }\n}\n")
            .ShouldBe("orders::lists Passed\norders > adds up::two Failed: ");

    [Theory]
    [InlineData("not ok 1 - a\n#   Failed test 'a'\n#   at t/a.t line 5.\n#          got: '2'\n#     expected: '3'\n1..1\n# Looks like you failed 1 test of "
        + "1.\n", "got: '2'/expected: '3'")]
    [InlineData("1..1\nnot ok 1 a\n# (in test file a.bats, line 2)\n#   `[ 1 -eq 2 ]' failed\n", "`[ 1 -eq 2 ]' failed")]
    [InlineData("not ok 1 a\n  expected 3\n  Error: expected 3\n      at Context.<anonymous> (a.js:3:30)\n1..1\n", "expected 3")]
    [InlineData("1..1\nnot ok 1 - a\n  ---\n    operator: equal\n    expected: 3\n    actual:   2\n  ...\n", "expected 3, got 2")]
    [InlineData("1..1\nnot ok 1 - a\n  ---\n  message: |-\n    first\n    second\n  severity: fail\n  ...\n", "first/second")]
    [InlineData("1..1\nnot ok 1 - a\n    ---\n    error:\n        name: \"TypeError\"\n        message: \"no \\\"total\\\"\"\n    ...\n", "no \"total\"")]
    public void Each_writer_says_in_its_own_way_why(string text, string message) => Told(text).ShouldBe($"a Failed: {message}");

    [Fact]
    public void Tests_of_one_name_are_not_tries_of_one_another() => Told("1..2\nnot ok 1 - a\nok 2 - a\n").ShouldBe("a [1] Failed: \na [2] Passed");

    [Fact]
    public void Streams_behind_one_another_are_each_held_to_their_plan() =>
        Told("1..2\nok 1 - a\nok 2 - b\n1..3\nok 1 - c\nok 2 - d\n")
            .ShouldBe("a Passed\nb Passed\nc Passed\nd Passed\n! 4 the plan has 3 tests, and 2 were read");

    [Theory]
    [InlineData("1..1\nok 1 - a\n# fail 2\n", "! 3 the summary counts 2 failed, and 0 were read")]
    [InlineData("1..1\nok 1 - a\n  ---\n  x: 1\n", "! 4 the text breaks off in a YAML block")]
    public void What_contradicts_itself_or_breaks_off_is_a_problem(string text, string problem) => Told(text).ShouldBe($"a Passed\n{problem}");

    [Fact]
    public void A_script_that_died_is_a_failure_of_the_run() =>
        Told("1..1\nok 1 - a\n# Looks like your test exited with 255 just after 1.\n")
            .ShouldBe("a Passed\nRun test script Error: Looks like your test exited with 255 just after 1.");

    [Fact]
    public void Control_characters_colours_carriage_returns_and_a_banner_take_no_failure_away() =>
        Told("> shop@1.0.0 test\r\n> tap\r\n\r\nnpm warn old\r\nTAP version 13\r\n1..2\r\n\u001b[31mnot ok 1 - a\u001b[39m\r\nno\u0000t ok\u0001 2 - b\r\n")
            .ShouldBe("a Failed: \nb Failed: ");

    [Theory]
    [InlineData("")]
    [InlineData("502 Bad Gateway")]
    public void A_TAP_file_without_TAP_is_not_read_at_all(string text) => Told(text).ShouldStartWith("! 1 none: ");

    [Theory]
    [InlineData("ok  \tshop/cart\t0.02s\nok  \tshop/orders\t0.1s\n")]
    [InlineData("1..5 are reserved\nok then\n")]
    [InlineData("Compiling\nDone\nok 1 thing\n")]
    public void Other_texts_are_no_TAP(string text) => ResultText.IsNone(text, "results/a.txt").ShouldBeTrue();
}
