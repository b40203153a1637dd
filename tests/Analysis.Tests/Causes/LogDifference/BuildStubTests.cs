using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>Entries of result files that only say that something could not be built.</summary>
public sealed class BuildStubTests
{
    private static TestCase Failed(string message, string text = "", string name = "cart") =>
        Runs.Test(name, TestOutcome.Error, message) with { Failure = new Failure(null, message, text, 1, 1) };

    [Theory]
    [InlineData("Build error", true)]
    [InlineData("Compilation failed", true)]
    [InlineData("[build failed]", true)]
    [InlineData("the build failed because of 3 pages", false)]
    [InlineData("expected 3", false)]
    public void A_phrase_without_the_compilers_words_is_one(string message, bool stub) => BuildStub.Is(Failed(message)).ShouldBe(stub);

    [Fact]
    public void What_has_a_text_speaks_for_itself() => BuildStub.Is(Failed("Build error", "cart.c:3: error: expected ';'")).ShouldBeFalse();

    [Fact]
    public void Without_a_message_the_name_says_it()
    {
        BuildStub.Is(Failed("", name: "[build failed]")).ShouldBeTrue();
        BuildStub.Is(Failed("")).ShouldBeFalse();
    }
}
