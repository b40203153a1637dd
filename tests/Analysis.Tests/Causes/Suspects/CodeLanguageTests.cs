using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which files may call each other.</summary>
public sealed class CodeLanguageTests
{
    [Theory]
    [InlineData("tests/cart.test.ts", "lib/cart.js", true)]
    [InlineData("src/cart.cpp", "include/cart.h", true)]
    [InlineData("tests/test_cart.py", "lib/cart.js", false)]
    public void Files_of_one_language_may(string test, string code, bool together) => (CodeLanguage.Of(test) == CodeLanguage.Of(code)).ShouldBe(together);

    [Theory]
    [InlineData("package-lock.json")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("Makefile")]
    public void Settings_and_lists_of_packages_have_none(string path) => CodeLanguage.Of(path).ShouldBeNull();
}
