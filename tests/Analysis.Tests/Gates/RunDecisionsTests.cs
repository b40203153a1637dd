using Shouldly;
using Whybot.Analysis.Gates;
using Xunit;

namespace Whybot.Analysis.Tests.Gates;

public sealed class RunDecisionsTests
{
    [Theory]
    [InlineData(1, "100 %")]
    [InlineData(0.9, "90 %")]
    [InlineData(0.9499, "94.9 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(0, "0 %")]
    public void A_rate_is_never_shown_better_than_it_is(double rate, string shown) => RunDecisions.Percent(rate).ShouldBe(shown);

    [Fact]
    public void The_pass_rate_counts_what_ran() => new RunTotals(10, 6, 1, 1, 2).PassRate.ShouldBe(0.75);

    [Fact]
    public void Of_nothing_there_is_no_pass_rate() => new RunTotals(2, 0, 0, 0, 2).PassRate.ShouldBeNull();
}
