using Shouldly;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("undefined method `total' for #<Shop::Cart:0x00007fceb3327b28 @items=[#<Item:0x01>]>", "undefined method `total' for #<Shop::Cart>")]
    [InlineData("no total in <shop.Cart object at 0x7f3a2b>", "no total in <shop.Cart object>")]
    [InlineData("no total in #<Cart:0x00007f>", "no total in #<Cart>")]
    [InlineData("differs: /home/runner/work/shop/shop/pages/cart.html", "differs: pages/cart.html")]
    [InlineData("differs: D:\\a\\shop\\shop\\pages\\cart.html", "differs: pages\\cart.html")]
    [InlineData("differs: /srv/work/cart.html at 0x10", "differs: /srv/work/cart.html at 0x10")]
    public void What_an_object_holds_and_where_the_repository_was_checked_out_is_left_out(string words, string title) =>
        TitleWords.Without(words).ShouldBe(title);
}
