using Shouldly;
using Whybot.Analysis.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Results;

public sealed class FailureMessagesTests
{
    [Theory]
    [InlineData("page differs wanted: dim got: bright", "page differs\nwanted: dim\ngot: bright\n  at shop.js:3", "page differs\nwanted: dim\ngot: bright")]
    [InlineData("page differs wanted: dim", "AssertionError: page differs\nwanted: dim", "page differs\nwanted: dim")]
    [InlineData("page differs", "something else\nin two lines", "page differs")]
    [InlineData("page\ndiffers", "page\ndiffers\nhere", "page\ndiffers")]
    [InlineData("page differs", "page differs", "page differs")]
    public void A_message_whose_line_feeds_XML_took_gets_them_back_from_the_text(string attribute, string text, string message) => FailureMessages.Clean(attribute, text).ShouldBe(message);
}
