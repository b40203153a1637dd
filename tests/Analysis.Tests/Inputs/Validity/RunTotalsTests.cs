using Shouldly;
using Whybot.Analysis.Inputs.Validity;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Validity;

public sealed class RunTotalsTests
{
    [Fact]
    public void The_pass_rate_counts_what_ran() => new RunTotals(10, 6, 1, 1, 2).PassRate.ShouldBe(0.75);

    [Fact]
    public void Of_nothing_there_is_no_pass_rate() => new RunTotals(2, 0, 0, 0, 2).PassRate.ShouldBeNull();
}
