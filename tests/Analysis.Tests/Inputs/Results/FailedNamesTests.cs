using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>Whether a log's line names a failed test.</summary>
public sealed class FailedNamesTests
{
    private static TestCase Failed(string type, string name) =>
        Runs.Test(name, TestOutcome.Failed) with { Id = TestCase.IdOf(type, name), ClassName = type };

    [Theory]
    [InlineData("FAILED tests/test_cart.py::test_adds_up - AssertionError", true)]
    [InlineData("tests/test_cart.py::test_other PASSED", false)]
    public void A_name_of_its_own_is_enough(string line, bool named) =>
        new FailedNames([Failed("tests.test_cart", "test_adds_up[eur]")]).IsIn(line).ShouldBe(named);

    [Theory]
    [InlineData("CartTest > works FAILED", true)]
    [InlineData("the cache works", false)]
    [InlineData("CartTest > adds PASSED", false)]
    public void A_name_that_could_be_any_word_needs_its_class(string line, bool named) =>
        new FailedNames([Failed("shop.CartTest", "works")]).IsIn(line).ShouldBe(named);

    [Fact]
    public void A_test_that_cannot_be_recognised_is_known_to_be_one()
    {
        new FailedNames([Failed("", "works")]).IsComplete.ShouldBeFalse();
        new FailedNames([Failed("", "adds_up")]).IsComplete.ShouldBeTrue();
    }
}
