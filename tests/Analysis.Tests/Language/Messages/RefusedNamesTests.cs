using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class RefusedNamesTests
{
    [Theory]
    [InlineData("cart.go:12:9: undefined: totals.totl")]
    [InlineData("cart.go:12:9: c.totl undefined (type Cart has no field or method totl)")]
    [InlineData("src/cart.ts(12,10): error TS2304: Cannot find name 'totl'.")]
    [InlineData("src/Cart.cs(12,16): error CS0103: The name 'totl' does not exist in the current context")]
    [InlineData("error[E0425]: cannot find function `totl` in this scope")]
    [InlineData("[ERROR] src/Cart.java:[12,16] cannot find symbol\n  symbol:   method totl(int,int)\n  location: class Cart")]
    [InlineData("e: file:///shop/Cart.kt:12:12 Unresolved reference 'totl'.")]
    [InlineData("[error] /shop/Cart.scala:12:12: not found: value totl")]
    [InlineData("src/cart.cpp:12:12: error: ‘totl’ was not declared in this scope; did you mean ‘total’?")]
    [InlineData("src/cart.cpp:12:12: error: use of undeclared identifier 'totl'")]
    [InlineData("cart.cpp:(.text+0x1a): undefined reference to `shop::totl(int, int)'")]
    public void The_name_that_a_compiler_refuses_is_read(string message) => RefusedNames.In(message).ShouldBe("totl");

    [Theory]
    [InlineData("src/cart.c:12:5: error: expected ';' before '}' token")]
    [InlineData("cart.go:12:2: missing return")]
    public void Signs_are_no_names(string message) => RefusedNames.In(message).ShouldBeNull();
}
