using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Facts;

/// <summary>Which of the failing tests of a cause speak for it.</summary>
public sealed class MainTestsTests
{
    private static IEnumerable<string> Speaking(params (string Name, string Message)[] tests) =>
        FactsOf([.. tests.Select(t => Runs.Test(t.Name, TestOutcome.Failed, t.Message))]).Main.Select(t => t.Name);

    [Fact]
    public void Subtests_speak_rather_than_the_test_that_sums_them_up() =>
        Speaking(("reads", "passed 152, failed 2"), ("reads/lists", "passed 76, failed 1"), ("reads/lists/bool", "expected value but found true"))
            .ShouldBe(["reads/lists/bool"]);

    [Fact]
    public void Among_others_the_most_common_message_does() =>
        Speaking(("a", "cart is empty"), ("b", "cart is empty"), ("c/d", "no such page")).ShouldBe(["a", "b"]);
}
