using Shouldly;
using Whybot.Features.Dashboard;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

public sealed class AgesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(20, "just now")]
    [InlineData(-20, "in a moment")]
    [InlineData(60, "1 min ago")]
    [InlineData(89 * 60, "89 min ago")]
    [InlineData(90 * 60, "1 h ago")]
    [InlineData(35 * 3600, "35 h ago")]
    [InlineData(36 * 3600, "1 d ago")]
    [InlineData(10 * 86400, "10 d ago")]
    [InlineData(-300, "in 5 min")]
    [InlineData(100 * 86400, "2026-08-22")]
    public void A_time_is_told_by_its_age(int secondsAgo, string said) => Ages.Of(Now.AddSeconds(-secondsAgo), Now).ShouldBe(said);

    [Theory]
    [InlineData(5, "since just now")]
    [InlineData(600, "for 10 min")]
    [InlineData(4 * 86400, "for 4 d")]
    public void What_lasts_is_told_by_how_long(int secondsAgo, string said) => Ages.For(Now.AddSeconds(-secondsAgo), Now).ShouldBe(said);

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(1.54, "1.5 s")]
    [InlineData(42, "42 s")]
    [InlineData(425, "7 min 5 s")]
    [InlineData(420, "7 min")]
    [InlineData(4800, "1 h 20 min")]
    [InlineData(183_600, "2 d 3 h")]
    [InlineData(-3, "0 s")]
    public void A_length_has_two_units_at_most(double seconds, string said) => Ages.Length(TimeSpan.FromSeconds(seconds)).ShouldBe(said);

    [Fact]
    public void The_tooltip_has_the_whole_time_in_UTC() =>
        Ages.Utc(new DateTimeOffset(2026, 11, 30, 14, 5, 9, TimeSpan.FromHours(2))).ShouldBe("2026-11-30 12:05:09 UTC");
}
