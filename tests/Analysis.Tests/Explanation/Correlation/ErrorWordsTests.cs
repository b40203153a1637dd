using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

public sealed class ErrorWordsTests
{
    [Theory]
    [InlineData("error: line not found in the debugger's output", true)]
    [InlineData("thread 'main' panicked at src/lib.rs:3", true)]
    [InlineData("CartError: the total is wrong", true)]
    [InlineData("CartError", false)]
    [InlineData("Copied node to the temporary folder", false)]
    public void An_error_is_stated_or_not(string line, bool states) => ErrorWords.StatesError(line).ShouldBe(states);

    [Theory]
    [InlineData("expected 200 but got 503", true)]
    [InlineData("the lease has expired", true)]
    [InlineData("connect ECONNREFUSED 10.20.0.83:6379", true)]
    [InlineData("getaddrinfo ENOTFOUND db.internal.example", true)]
    [InlineData("the EVENT was stored", false)]
    [InlineData("a != b", true)]
    [InlineData("For help see https://docs.shop.example/inspector", false)]
    [InlineData("build triple x86_64-unknown-linux-gnu", false)]
    [InlineData("help: a missing reference should be added", false)]
    [InlineData("src/cart.rs:3:5: 3:9 note: the expected total is not borrowed", false)]
    [InlineData("notebook cannot be opened", true)]
    public void A_line_complains_or_not(string line, bool complains) => ErrorWords.Complains(line).ShouldBe(complains);

    [Theory]
    [InlineData("[info]   at shop.Cart.total(Cart.scala:12)", "at shop.Cart.total(Cart.scala:12)")]
    [InlineData("[2026-06-05 13:38:01.329][280400][critical][assert] [test/cart.cc:640] assert failure: full", "assert failure: full")]
    [InlineData("2026-01-17T09:54:31.405Z ERROR the leader is lost", "the leader is lost")]
    [InlineData("[1, 2] is not [2, 1]", "[1, 2] is not [2, 1]")]
    [InlineData("cart is empty", "cart is empty")]
    public void What_a_logger_puts_before_a_line_is_no_part_of_it(string line, string rest) => LogPrefixes.Without(line).ShouldBe(rest);
}
