using Shouldly;
using Whybot.Analysis.Inputs.Sources;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Sources;

/// <summary>Files are found by paths as stacks give them.</summary>
public sealed class SourceTreeTests
{
    private static readonly SourceTree Tree = new([new("src/cart.py", "a\n  b\n"), new("lib/index.js", ""), new("index.js", "")]);

    [Theory]
    [InlineData("src/cart.py", "src/cart.py")]
    [InlineData("/home/me/shop/src/cart.py", "src/cart.py")]
    [InlineData("cart.py", "src/cart.py")]
    [InlineData("index.js", "index.js")]
    [InlineData("src/lamp.py", null)]
    public void By_its_path_with_parts_in_front_or_without_them(string path, string? found) => Tree.Find(path)?.Path.ShouldBe(found);

    [Fact]
    public void A_line_is_found_whatever_its_indentation() => Tree.Find("src/cart.py")!.Places("b").ShouldBe([2]);
}
