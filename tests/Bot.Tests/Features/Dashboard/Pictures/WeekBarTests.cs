using Shouldly;
using Whybot.Features.Dashboard.Pictures;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Pictures;

public sealed class WeekBarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_week_without_a_cost_is_there_too()
    {
        var weeks = WeekBar.Of([(0, 60_000), (2, 120_000)], 3, Now);

        weeks.Select(w => w.Label).ShouldBe(["From 2026-11-09: 2 min", "From 2026-11-16: 0 s", "From 2026-11-23: 1 min"]);
        WeekBar.Heights(weeks).ShouldBe([1, 0, 0.5]);
    }

    [Fact]
    public void Nothing_is_high_where_nothing_was_lost() => WeekBar.Heights(WeekBar.Of([], 2, Now)).ShouldBe([0, 0]);
}
