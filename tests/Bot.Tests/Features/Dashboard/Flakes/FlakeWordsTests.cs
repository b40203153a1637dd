using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Flakes;
using Whybot.Foundation.Identity;
using Whybot.Memory.Overviews;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Flakes;

public sealed class FlakeWordsTests
{
    private static FlakeRow Flake(long failed, long passed = 0, long recent = 0) => new()
    {
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Cluster = new ClusterId("c"),
        Title = "t",
        Failed = failed,
        Passed = passed,
        Recent = recent,
        Blocked = 0,
        Cost = 0,
        LastAt = DateTimeOffset.UnixEpoch,
    };

    [Theory]
    [InlineData(3, 37, "3 of 40 (7.5%)")]
    [InlineData(3, 0, "3 times")]
    public void The_rate_is_told_where_it_is_known(long failed, long passed, string said) => FlakeWords.Rate(Flake(failed, passed)).ShouldBe(said);

    [Theory]
    [InlineData(3, 3, "▲ new: 3")]
    [InlineData(3, 0, "▼ none after 3")]
    [InlineData(5, 3, "▲ 3 after 2")]
    [InlineData(5, 2, "▼ 2 after 3")]
    [InlineData(4, 2, "= 2 again")]
    public void The_trend_compares_the_two_halves(long failed, long recent, string said) => FlakeWords.Trend(Flake(failed, recent: recent)).ShouldBe(said);
}
