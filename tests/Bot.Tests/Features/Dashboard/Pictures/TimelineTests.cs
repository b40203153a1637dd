using Shouldly;
using Whybot.Features.Dashboard.Pictures;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Pictures;

public sealed class TimelineTests
{
    private static TimelinePoint Point(double? rate) => new(rate, "go", false, "", "/");

    private static Timeline Drawn(double? gate, params double?[] rates) => Timeline.Of([.. rates.Select(Point)], gate);

    [Theory]
    [InlineData(0.999, 0.98)]
    [InlineData(0.975, 0.97)]
    [InlineData(0.97, 0.96)]
    [InlineData(0.76, 0.7)]
    [InlineData(0.5, 0.4)]
    [InlineData(0.0, 0)]
    public void The_scale_begins_a_little_below_the_lowest_rate(double lowest, double low) => Drawn(null, 1, lowest).Low.ShouldBe(low, 1e-9);

    [Fact]
    public void A_rate_of_one_is_at_the_top_and_the_lowest_above_the_bottom()
    {
        var drawn = Drawn(null, 1, 0.97);

        drawn.Marks[0].Y.ShouldBe(Timeline.Top);
        drawn.Marks[1].Y.ShouldBeInRange(Timeline.Top + 1, Timeline.Bottom - 1);
        drawn.Marks[1].X.ShouldBe(drawn.Marks[0].X + Timeline.Column);
        drawn.Marks[1].X.ShouldBeLessThan(drawn.Width);
    }

    [Fact]
    public void A_run_without_tests_lies_below_all_rates() => Drawn(null, 1, null).Marks[1].Y.ShouldBe(Timeline.Without);

    [Fact]
    public void The_gate_is_within_the_scale_also_where_all_runs_are_above_it()
    {
        var drawn = Drawn(0.9, 1, 0.99);

        drawn.Low.ShouldBeLessThan(0.9);
        drawn.Gate.ShouldNotBeNull().ShouldBeInRange(Timeline.Top, Timeline.Bottom);
        drawn.Gate.Value.ShouldBeGreaterThan(drawn.Marks[1].Y);
        Drawn(null, 1).Gate.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_drawn_where_there_are_no_runs() => Drawn(null).Marks.ShouldBeEmpty();
}
