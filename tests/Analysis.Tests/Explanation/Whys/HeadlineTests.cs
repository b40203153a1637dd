using Shouldly;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Whys;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("KeyError: 'colour'", "KeyError: 'colour'", "KeyError: 'colour'")]
    [InlineData("expect(received).toBe(expected) // Object.is equality\n\nExpected: \"13\"\nReceived: \"12\"", "Received: \"12\"",
        "test_total: expected \"13\", received \"12\"")]
    [InlineData("expected: 4\n     got: 3\n\n(compared using ==)", "got: 3", "test_total: expected 4, got 3")]
    [InlineData("Assert.Equal() Failure: Values differ\nExpected: 3\nActual:   4", "Actual:   4", "test_total: expected 3, actual 4")]
    [InlineData("NoMethodError:\n  undefined method `total' for nil", "undefined method `total' for nil", "NoMethodError: undefined method `total' for nil")]
    [InlineData("Timed out waiting for the page\nExpected: visible\nReceived: hidden", "Timed out waiting for the page", "Timed out waiting for the page")]
    [InlineData("Assert.Equal() Failure: Strings differ\n      ↓ (pos 17)\nExpected: \"page=1\"\nActual:   \"page=2\"\n      ↑ (pos 17)",
        "Actual:   \"page=2\"",
        "test_total: expected \"page=1\", actual \"page=2\"")]
    [InlineData("org.junit.ComparisonFailure:\nexpected:<[a]> but was:<[b]>", "expected:<[a]> but was:<[b]>",
        "org.junit.ComparisonFailure: expected:<[a]> but was:<[b]>")]
    [InlineData("Expected equality of these values:\n  total\n    Which is: 4\n  3\nprice of cart\n  Actual: false", "Expected equality of these values:",
        "test_total: total (4) and 3 are not equal")]
    [InlineData("panic: test timed out after 10m0s\nrunning tests:\n\tTestShips (9m59s)", "panic: test timed out after 10m0s",
        "test_total hung: test timed out after 10m0s")]
    [InlineData("expect(received).not.toThrow()\n\nError name:    \"CartError\"\nError message: \"too many items\"", "Error message: \"too many items\"",
        "CartError: too many items")]
    [InlineData("cart_test.go:12:\ncarts differ", "carts differ", "carts differ")]
    [InlineData("cart_test.go:12: no error expected", "cart_test.go:12: no error expected", "no error expected")]
    [InlineData("[4660][0]", "[4660][0]", "test_total: [4660][0]")]
    [InlineData("  Expected: 3\n  But was:  4\n", "But was:  4", "test_total: expected 3, but was 4")]
    [InlineData("Assert.That(total, Is.EqualTo(3))\n  Expected: 3\n  But was:  4", "But was:  4", "test_total: expected 3, but was 4")]
    [InlineData("Assert.That(a, Is.EqualTo(b))\n  Expected string length 2 but was 1. Strings differ at index 1.\n  Expected: \"ab\"\n  But was:  \"a\"\n  -^",
        "But was:  \"a\"", "test_total: expected \"ab\", but was \"a\"")]
    [InlineData("Assert.That(found, Is.True)", "Assert.That(found, Is.True)", "Assert.That(found, Is.True)")]
    [InlineData("-----------\ncarts differ", "carts differ", "carts differ")]
    [InlineData("--- Got:\n  4", "--- Got:", "test_total fails")]
    [InlineData("Failed asserting that two arrays are equal.", "Failed asserting that two arrays are equal.",
        "test_total: Failed asserting that two arrays are equal.")]
    [InlineData("expect(jest.fn()).toHaveBeenCalled()", "expect(jest.fn()).toHaveBeenCalled()", "test_total: expect(jest.fn()).toHaveBeenCalled()")]
    public void The_line_that_says_most_and_the_title_made_of_it(string message, string line, string title)
    {
        var test = new TestCase
        {
            Id = "test_total",
            ClassName = "",
            Suite = "s",
            Outcome = TestOutcome.Failed,
            Source = "r.xml",
            Line = 1,
            EndLine = 1,
            Failure = new Failure(null, message, message, 1, 1),
        };

        (Headline.Of(test.Failure), Headline.Title(test)).ShouldBe((line, title));
    }

    [Theory]
    [InlineData("AssertionError: page differs\nwanted: dim\ngot: bright", "AssertionError: page differs|wanted: dim|got: bright")]
    [InlineData("Timed out waiting for the page\nExpected: visible\nReceived: hidden", "Timed out waiting for the page|Expected: visible|Received: hidden")]
    [InlineData("page differs\nExpected:\n  \"dim\"\nActual:\n  \"bright\"", "page differs|\"dim\"|\"bright\"")]
    [InlineData("AssertionError: assert 'bright' == 'dim'\n  - dim\n  + bright", "AssertionError: assert 'bright' == 'dim'|- dim|+ bright")]
    [InlineData("expect(received).toBe(expected)\n\nExpected: 13\nReceived: 12", "Received: 12|Expected: 13")]
    [InlineData("KeyError: 'colour'", "KeyError: 'colour'")]
    public void Of_a_message_of_several_lines_those_are_cited_that_say_what_was_expected_and_what_came(string message, string lines) =>
        Headline.Telling(new Failure(null, message, message, 1, 1)).ShouldBe(lines.Split('|'));
}
