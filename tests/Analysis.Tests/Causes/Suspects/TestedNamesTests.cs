using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>What a test is named after.</summary>
public sealed class TestedNamesTests
{
    [Theory]
    [InlineData("org.shop.CartTest", "TEST-org.shop.CartTest", null, "src/main/java/org/shop/Cart.java")]
    [InlineData("Shop.CartTests", "results", null, "src/Shop/Cart.cs")]
    [InlineData("Shop.CartTests+WhenEmpty", "results", null, "src/Shop/Cart.cs")]
    [InlineData("shop.TestCart", "junit", null, "src/Cart.java")]
    [InlineData("tests.test_cart.TestTotals", "junit", null, "shop/cart.py")]
    [InlineData("tests.test_cart", "junit", null, "shop/cart.py")]
    [InlineData("", "junit", "shop/ip_test.go", "shop/ip.go")]
    [InlineData("", "junit", "test/isSlug.js", "lib/is-slug.js")]
    [InlineData("src/cart.test.ts", "junit", null, "src/cart.ts")]
    [InlineData("spec.cart_spec", "cart_spec", "spec/cart_spec.rb", "lib/cart.rb")]
    [InlineData("", "junit", "test/spec_cart.rb", "lib/cart.rb")]
    [InlineData("Shop\\Orders\\CartTest", "junit", null, "src/Orders/Cart.php")]
    [InlineData("", "junit", "tests/cart.totals.test.js", "lib/cart.js")]
    public void It_is_found_by_the_habits_of_many_languages(string className, string suite, string? file, string tested)
    {
        var test = Failing(suite: suite) with { ClassName = className, File = file };

        TestedNames.Of(TestedNames.Places(test)).ShouldContain(TestedNames.Key(TestedNames.Stem(tested)));
    }

    [Theory]
    [InlineData("org.shop.CartTest", "src/Carts.java")]
    [InlineData("org.shop.Contest", "src/Con.java")]
    [InlineData("org.shop.AuditIT", "src/Aud.java")]
    public void A_name_that_only_begins_alike_is_another(string className, string other) =>
        TestedNames.Of(TestedNames.Places(Failing() with { ClassName = className })).ShouldNotContain(TestedNames.Key(TestedNames.Stem(other)));
}
