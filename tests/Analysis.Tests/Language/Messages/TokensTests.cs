using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class TermsTests
{
    [Theory]
    [InlineData("connect to 10.20.0.83:6379", "10.20.0.83:6379", TermKind.Address)]
    [InlineData("from db.staging.internal:5432", "db.staging.internal:5432", TermKind.Address)]
    [InlineData("SHOP_SECRET is required", "SHOP_SECRET", TermKind.Setting)]
    [InlineData("throws ERR_OUT_OF_RANGE", "ERR_OUT_OF_RANGE", TermKind.ErrorType)]
    [InlineData("raised NegotiationError", "NegotiationError", TermKind.ErrorType)]
    [InlineData("lacks ['payload']", "payload", TermKind.Quoted)]
    [InlineData("reads order_total", "order_total", TermKind.Identifier)]
    [InlineData("reads orderTotal", "orderTotal", TermKind.Identifier)]
    [InlineData("presnt is not defined", "presnt", TermKind.Quoted)]
    [InlineData("undefined method `empty?' for nil", "empty", TermKind.Quoted)]
    [InlineData("undefined method `unit_total=' for #<Cart>", "unit_total", TermKind.Identifier)]
    [InlineData("error: ‘totl’ was not declared in this scope", "totl", TermKind.Quoted)]
    [InlineData("./cart.go:12:5: undefined: cart.totl", "totl", TermKind.Quoted)]
    [InlineData("  symbol:   method totl(int)", "totl", TermKind.Quoted)]
    [InlineData("got 1400", "1400", TermKind.Number)]
    [InlineData("the carrier answered", "carrier", TermKind.Word)]
    internal void Terms_are_known_by_their_kind(string text, string term, TermKind kind) => Tokens.Of(text)[term].Kind.ShouldBe(kind);

    [Theory]
    [InlineData("at probe-timeout.js:99", "probe-timeout.js:99")]
    [InlineData("in shop.cart.py:12", "shop.cart.py:12")]
    [InlineData("the error failed", "error")]
    public void Places_in_source_and_common_words_are_none(string text, string term) => Tokens.Of(text).Keys.ShouldNotContain(term);
}
