using System.Globalization;
using Shouldly;
using Whybot.Features.Recovery;
using Xunit;

namespace Whybot.Bot.Tests.Features.Recovery;

public sealed class SweepDigestsTests
{
    [Theory]
    [InlineData("2026-11-23T04:59:59Z", "2026-11-23T05:00:00Z")]
    [InlineData("2026-11-23T05:00:00Z", "2026-11-30T05:00:00Z")]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-30T05:00:00Z")]
    [InlineData("2026-11-20T17:55:00Z", "2026-11-23T05:00:00Z")]
    [InlineData("2026-11-22T23:59:59Z", "2026-11-23T05:00:00Z")]
    public void The_next_one_is_on_monday_at_five(string now, string next) =>
        SweepDigests.Next(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));
}
