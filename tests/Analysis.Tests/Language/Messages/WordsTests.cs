using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

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

    private static readonly string[] Pieces =
    [
        "the", "error", "subprotocol", "NegotiationError", "tool_name", "trackingId", "LNK1102", "SHOP_KEY", "N", "X", "Y", "\"N\"", "$value", "_x", "naïve",
            "Größe", "日本", "😀", "e\u0301",
        "10.20.0.83:6379", "https://schemas.run.example/v1", "http://localhost", "kafka:9092", "src/shop/orders.py", "src\\shop\\orders.cs:12", "a.spec.ts",
            "and/or", "e.g.", "v1.2.3",
        "429", "1,024", "0x7f03aa10c0d0", "2026-10-09T17:02:44Z", "2026-10-09", "17:02:44.123", "121.02", "s", "ms", "seconds", "deadbeef1", "abcdef0123", "٣",
            "½", "x²", "node:assert:128", "a:b",
        ".", ",", ":", "(", ")", "[", "]", "`", "'", "\"", "—", "…", "|", ">", "#12", "@user", "user@host.example", "C++", "--flag=value", "eyJhbGciOi.abc.def",
    ];

    /// <summary>Reading most words by hand must make no difference but speed.</summary>
    [Fact]
    public void The_quick_way_reads_what_the_pattern_reads()
    {
        var random = new Random(7);
        for (var i = 0; i < 30_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) switch { 0 => "", 1 => " ", _ => random.Next(8) == 0 ? "\n" : " " })));

            Words.Of(text).ShouldBe(Words.ByPatternAlone(text), text);
        }
    }
}
