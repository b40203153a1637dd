using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which function an error says was called with other arguments than it takes.</summary>
public sealed class ChangedCallTests
{
    [Theory]
    [InlineData("./cart.go:12:9: not enough arguments in call to cart.Total", "Total")]
    [InlineData("error CS1501: No overload for method 'Total' takes 1 arguments", "Total")]
    [InlineData("error CS7036: There is no argument given that corresponds to the required parameter 'vat' of 'Cart.Total(int, int)'", "Total")]
    [InlineData("error: method total in class Cart cannot be applied to given types;", "total")]
    [InlineData("error: too few arguments to function 'int shop::total(int, int)'", "total")]
    [InlineData("ArgumentCountError: Too few arguments to function Shop\\Cart::total(), 1 passed", "total")]
    [InlineData("TypeError: Cart.total() missing 1 required positional argument: 'vat'", "total")]
    [InlineData("TypeError: total() got an unexpected keyword argument 'vat'", "total")]
    public void It_is_named_as_compilers_and_interpreters_name_it(string said, string name) => ChangedCall.Named(said).ShouldBe([name]);

    [Theory]
    [InlineData("TypeError: Cart.__init__() missing 1 required positional argument: 'vat'")]
    [InlineData("TypeError: 'int' object is not callable")]
    public void A_name_that_every_class_has_and_no_name_say_nothing(string said) => ChangedCall.Named(said).ShouldBeEmpty();
}
