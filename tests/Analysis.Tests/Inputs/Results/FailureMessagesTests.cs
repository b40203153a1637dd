using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class FailureMessagesTests
{
    [Theory]
    [InlineData("page differs wanted: dim got: bright", "page differs\nwanted: dim\ngot: bright\n  at shop.js:3", "page differs\nwanted: dim\ngot: bright")]
    [InlineData("page differs wanted: dim", "AssertionError: page differs\nwanted: dim", "page differs\nwanted: dim")]
    [InlineData("page differs", "something else\nin two lines", "page differs")]
    [InlineData("page\ndiffers", "page\ndiffers\nhere", "page\ndiffers")]
    [InlineData("page differs", "page differs", "page differs")]
    public void A_message_whose_line_feeds_XML_took_gets_them_back_from_the_text(string attribute, string text, string message) =>
        FailureMessages.Clean(attribute, text).ShouldBe(message);

    [Theory]
    [InlineData("Command 'make' returned non-zero exit status 2.", "cc: src/cart.c:8:3: error: 'total' undeclared\ntests/test_shop.py:6: in test",
        "cc: src/cart.c:8:3: error: 'total' undeclared")]
    [InlineData("Command failed: npx tsc", "src/cart.ts(8,3): error TS2304: Cannot find name 'total'.",
        "src/cart.ts(8,3): error TS2304: Cannot find name 'total'.")]
    [InlineData("exit status 128", "fatal: repository not found", "fatal: repository not found")]
    [InlineData("Command 'make' returned non-zero exit status 2.", "error: Command failed\nerrors: 3\nno error here",
        "Command 'make' returned non-zero exit status 2.")]
    [InlineData("the cart is empty", "error: the shop is closed", "the cart is empty")]
    public void That_a_command_ended_comes_behind_what_it_said(string attribute, string text, string first) =>
        FailureMessages.Clean(attribute, text).Split('\n')[0].ShouldBe(first);

    [Fact]
    public void What_passed_beside_a_failure_in_one_program_is_not_its_message() =>
        FailureMessages.Clean("", "tests/cart.c:10:adds_one:PASS\ntests/cart.c:12:adds_two:FAIL: Expected 2 Was 3\ntests/cart.c:14:empties:PASS\n")
            .ShouldBe("tests/cart.c:12:adds_two:FAIL: Expected 2 Was 3");
}
