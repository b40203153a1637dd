using Shouldly;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Commands;

public sealed class CauseArgumentsTests
{
    [Theory]
    [InlineData("", null, null, null, "")]
    [InlineData("3", null, null, 3, "")]
    [InlineData("#17 preview", null, 17, null, "preview")]
    [InlineData("w2-3fa9c02d11e7 2", "w2-3fa9c02d11e7", null, 2, "")]
    [InlineData("-1", null, null, null, "-1")]
    [InlineData("#0", null, null, null, "#0")]
    [InlineData("99999999999", null, null, null, "99999999999")]
    [InlineData("the pool 3", null, null, null, "the pool 3")]
    public void A_signature_an_issue_a_number_and_the_rest_are_told_apart(string text, string? signature, int? issue, int? number, string rest) =>
        CauseArguments.Read(text).ShouldBe(new CauseArguments(signature is null ? null : new ClusterId(signature), issue, number, rest));

    [Theory]
    [InlineData("7d the vendor fixes it", 7 * 24, "the vendor fixes it")]
    [InlineData("12h freeze", 12, "freeze")]
    [InlineData("2w later", 14 * 24, "later")]
    public void A_time_and_a_reason_are_read(string text, int hours, string reason) => MuteArguments.Read(text).ShouldBe((TimeSpan.FromHours(hours), reason));

    [Theory]
    [InlineData("")]
    [InlineData("7d")]
    [InlineData("0d never")]
    [InlineData("91d too long")]
    [InlineData("9999w too long")]
    [InlineData("forever please")]
    public void Without_a_time_above_zero_or_without_a_reason_nothing_is_muted(string text) => MuteArguments.Read(text).ShouldBeNull();
}
