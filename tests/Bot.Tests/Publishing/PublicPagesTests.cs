using Shouldly;
using Whybot.Foundation.GitHub;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Publishing;

public sealed class PublicPagesTests
{
    [Fact]
    public void A_run_has_an_address_where_the_pages_can_be_reached()
    {
        var pages = new PublicPages("https://whybot.example.com/");

        pages.Run("team/shop", "abc", "eu/staging").ShouldBe("https://whybot.example.com/at/team/shop/abc?place=eu%2Fstaging");
        pages.Run("team/shop", "abc", null).ShouldBe("https://whybot.example.com/at/team/shop/abc");
        PublicPages.None.Run("team/shop", "abc", null).ShouldBeNull();
        new PublicPages("").Run("team/shop", "abc", null).ShouldBeNull();
    }

    [Theory]
    [InlineData("Whybot", null)]
    [InlineData("Whybot: staging", "staging")]
    [InlineData("Whybot: a: b", "a: b")]
    public void A_check_run_is_about_the_environment_in_its_name(string name, string? environment) =>
        OwnCheckRuns.EnvironmentOf(name).ShouldBe(environment);
}
