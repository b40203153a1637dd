using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class SourcePlacesTests
{
    [Theory]
    [InlineData("src/cart.cpp:12:5: error: expected ';'", "src/cart.cpp", 12)]
    [InlineData("/home/runner/work/shop/shop/src/Cart.cs(12,5): error CS0103: no total", "src/Cart.cs", 12)]
    [InlineData("[ERROR] src/Cart.java:[12,5] cannot find symbol", "src/Cart.java", 12)]
    [InlineData("  --> src/cart.rs:12:5", "src/cart.rs", 12)]
    [InlineData("PHP Parse error:  syntax error, unexpected token in src/cart.php on line 12", "src/cart.php", 12)]
    [InlineData("./cart.go:12:5: undefined: total", "cart.go", 12)]
    public void The_place_that_a_tool_prints_is_read(string line, string path, int number) =>
        SourcePlaces.In($"Build failed\n{line}").Select(p => (p.Path, p.Line)).ShouldBe([(path, number)]);

    [Theory]
    [InlineData("[ERROR] /home/runner/work/shop/shop/src/Cart.java:[12,5] cannot find symbol", "/home/runner/work/shop/shop/src/Cart.java:[12,5]")]
    [InlineData("src/Cart.cs(12,5): error CS0103: no total", "src/Cart.cs(12,5)")]
    [InlineData("  --> src/cart.rs:12:5", "src/cart.rs:12:5")]
    public void A_place_is_found_again_in_the_words_of_its_tool(string line, string printed) =>
        SourcePlaces.Printed(line, SourcePlaces.In(line)[0]).ShouldBe(printed);

    [Theory]
    [InlineData("HTTP 503 from https://pypi.example/a.whl:12")]
    [InlineData("at 10:12:05 the build failed")]
    [InlineData("node_modules/lib/a.js:12:5: error")]
    public void An_address_a_time_and_a_library_are_no_places(string line) => SourcePlaces.In(line).ShouldBeEmpty();
}
