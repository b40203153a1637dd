using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>The words of names.</summary>
public sealed class NameWordsTests
{
    [Theory]
    [InlineData("parseHTTPHeader", "parse http header parsehttpheader")]
    [InlineData("excess arguments", "excess argument")]
    [InlineData("_allowExcessArguments", "allow excess argument _allowexcessargument")]
    [InlineData("status of redis class", "status of redis class")]
    public void A_name_is_its_parts_and_itself_in_the_singular(string text, string words) =>
        NameWords.Of(text).ShouldBe(words.Split(' '));
}
