using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class PathKindsTests
{
    [Theory]
    [InlineData("xmltest.cpp", true)]
    [InlineData("src/CartTest.cc", true)]
    [InlineData("src/cart_test.go", true)]
    [InlineData("src/cart.test.ts", true)]
    [InlineData("src/latest.c", false)]
    [InlineData("src/shortest.cpp", false)]
    [InlineData("src/contest.c", false)]
    [InlineData("src/cart.cpp", false)]
    public void Test_code_is_known_by_its_name(string path, bool test) => PathKinds.IsTest(path).ShouldBe(test);
}
