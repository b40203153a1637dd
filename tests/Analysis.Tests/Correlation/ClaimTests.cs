using Shouldly;
using Whybot.Analysis.Correlation;
using Xunit;

namespace Whybot.Analysis.Tests.Correlation;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("Process completed with exit code 1.")]
    [InlineData("connection refused")]
    [InlineData("timed out")]
    [InlineData("AssertionError")]
    [InlineData("Internal Server Error")]
    [InlineData("connect ECONNREFUSED")]
    public void Generic_lines_tell_nothing(string words) => new Claim(words).Telling.ShouldBeFalse();

    [Theory]
    [InlineData("missing required field(s) ['tool_name', 'parameters']")]
    [InlineData("agent answered in 121.02 s (target 2 s)")]
    [InlineData("SettingsError: validation failed: SHOP_KEY is required")]
    public void The_errors_own_words_tell_much(string words) => new Claim(words).Telling.ShouldBeTrue();

    [Fact]
    public void Figures_and_placeholders_do_not_keep_words_apart() =>
        Claim.Normal("partner answered HTTP 429 for weight 12").ShouldBe(new Claim("partner answered HTTP 429 for weight N").Plain);

    [Fact]
    public void Status_codes_do() => Claim.Normal("partner answered HTTP 503").ShouldNotBe(new Claim("partner answered HTTP 429").Plain);
}
