using Shouldly;
using Whybot.Analysis.Correlation;
using Xunit;

namespace Whybot.Analysis.Tests.Correlation;

public sealed class WordsTests
{
    [Theory]
    [InlineData("the", "the", nameof(WordKind.Common))]
    [InlineData("Timeout", "timeout", nameof(WordKind.Common))]
    [InlineData("subprotocol", "subprotocol", nameof(WordKind.Plain))]
    [InlineData("AssertionError", "assertionerror", nameof(WordKind.Common))]
    [InlineData("NegotiationError", "negotiationerror", nameof(WordKind.ErrorType))]
    [InlineData("tool_name", "tool_name", nameof(WordKind.Identifier))]
    [InlineData("trackingId", "trackingid", nameof(WordKind.Identifier))]
    [InlineData("LNK1102", "lnk1102", nameof(WordKind.Identifier))]
    [InlineData("SHOP_KEY", "shop_key", nameof(WordKind.Setting))]
    [InlineData("ERR_ASSERTION", "err_assertion", nameof(WordKind.ErrorType))]
    [InlineData("URGENT", "urgent", nameof(WordKind.Plain))]
    [InlineData("10.20.0.83:6379", "10.20.0.83:6379", nameof(WordKind.Address))]
    [InlineData("https://schemas.run.example/v1", "schemas.run.example", nameof(WordKind.Address))]
    [InlineData("kafka:9092", "kafka:9092", nameof(WordKind.Address))]
    [InlineData("src/shop/orders.py", "orders.py", nameof(WordKind.File))]
    [InlineData("429", "429", nameof(WordKind.Figure))]
    [InlineData("0x7f03aa10c0d0", "", nameof(WordKind.Volatile))]
    [InlineData("2026-10-09T17:02:44Z", "", nameof(WordKind.Volatile))]
    [InlineData("121.02 s", "", nameof(WordKind.Volatile))]
    public void Each_is_what_it_can_identify(string text, string word, string kind)
    {
        var first = Words.Of(text)[0];

        (first.Text, first.Kind.ToString()).ShouldBe((word, kind));
    }

    [Theory]
    [InlineData("tests/a.test.js:11:29")]
    [InlineData("node:assert:128")]
    public void A_place_in_a_file_or_a_module_is_no_address(string place) => Words.Of(place).ShouldNotContain(w => w.Kind == WordKind.Address);
}
