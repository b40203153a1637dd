using Shouldly;
using Whybot.Analysis.Inputs.Coverage;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage;

/// <summary>Which file of the repository a name in a report stands for.</summary>
public sealed class WantedPathsTests
{
    private static string Find(string named, params string[] wanted) => new WantedPaths(wanted, "shop").Find(named)?.Path ?? "none";

    [Theory]
    [InlineData("src/cart.py")]
    [InlineData("./src/cart.py")]
    [InlineData("src\\cart.py")]
    [InlineData("/home/runner/work/shop/shop/src/cart.py")]
    [InlineData("D:\\a\\shop\\shop\\src\\cart.py")]
    [InlineData("/app/src/cart.py")]
    [InlineData("/somewhere/else/src/cart.py")]
    [InlineData("/home/runner/work/shop/shop/tests/../src/cart.py")]
    public void The_root_may_be_anywhere_in_front(string named) => Find(named, "src/cart.py", "lib/cart.py").ShouldBe("src/cart.py");

    [Theory]
    [InlineData("/home/runner/work/shop/shop/packages/a/src/cart.py")]
    [InlineData("../src/cart.py")]
    [InlineData("/../../src/cart.py")]
    [InlineData("cart.py")]
    [InlineData("")]
    [InlineData("src/cart.py\0")]
    public void Another_file_is_not_taken_for_it(string named) => Find(named, "src/cart.py").ShouldBe("none");

    [Theory]
    [InlineData("github.com/acme/shop/cart.go", "cart.go")]
    [InlineData("github.com/acme/shop/v2/cart.go", "cart.go")]
    [InlineData("gopkg.in/shop.v2/cart.go", "cart.go")]
    [InlineData("github.com/acme/shop/internal/cart.go", "internal/cart.go")]
    [InlineData("github.com/acme/other/cart.go", "none")]
    [InlineData("/builds/shop/src/shop/cart.go", "none")]
    public void A_file_at_the_root_is_found_by_the_repositorys_name(string named, string path) => Find(named, "cart.go", "internal/cart.go").ShouldBe(path);

    [Fact]
    public void Of_two_ends_of_a_name_the_longer_is_meant_and_a_short_name_of_two_files_is_neither()
    {
        Find("/x/packages/a/src/cart.js", "src/cart.js", "packages/a/src/cart.js").ShouldBe("packages/a/src/cart.js");
        Find("src/cart.js", "packages/a/src/cart.js", "packages/b/src/cart.js").ShouldBe("none");
    }
}
