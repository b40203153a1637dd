using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Publishing;

public sealed class PublicPagesTests
{
    private static readonly string Digest = DigestWriter.Write(new Digest { Until = new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero) });

    [Fact]
    public void A_run_has_an_address_where_the_pages_can_be_reached()
    {
        var pages = new PublicPages("https://whybot.example.com/");

        pages.Run(new("team/shop"), new CommitSha("abc"), "eu/staging").ShouldBe("https://whybot.example.com/at/team/shop/abc?place=eu%2Fstaging");
        pages.Run(new RepositoryName("team/shop"), new CommitSha("abc"), null).ShouldBe("https://whybot.example.com/at/team/shop/abc");
        PublicPages.None.Run(new RepositoryName("team/shop"), new CommitSha("abc"), null).ShouldBeNull();
        new PublicPages("").Run(new RepositoryName("team/shop"), new CommitSha("abc"), null).ShouldBeNull();
    }

    [Theory]
    [InlineData("Whybot", null)]
    [InlineData("Whybot: staging", "staging")]
    [InlineData("Whybot: a: b", "a: b")]
    public void A_check_run_is_about_the_environment_in_its_name(string name, string? environment) =>
        OwnCheckRuns.EnvironmentOf(name).ShouldBe(environment);

    [Fact]
    public void The_digest_leads_to_the_first_page_if_people_can_open_it() =>
        PublicPages.Linked(Digest, new PublicPages("https://whybot.example.com").Home, "what is wrong now")
            .ShouldContain("stays closed. · [what is wrong now](https://whybot.example.com/)</sub>");

    [Fact]
    public void Without_an_address_nothing_is_left_of_the_place_for_the_link() =>
        PublicPages.Linked(Digest, PublicPages.None.Home).ShouldContain("stays closed.</sub>");

    [Fact]
    public void An_environments_name_cannot_leave_the_address() =>
        new PublicPages("https://whybot.example.com/").Run(new RepositoryName("team/shop"), new CommitSha("abc"), "a b)](x)&place=c")
            .ShouldBe("https://whybot.example.com/at/team/shop/abc?place=a%20b%29%5D%28x%29%26place%3Dc");
}
