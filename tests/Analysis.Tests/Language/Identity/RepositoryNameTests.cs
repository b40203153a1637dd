using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Identity;

public sealed class RepositoryNameTests
{
    [Theory]
    [InlineData("team/shop", true)]
    [InlineData("Team-1/.github", true)]
    [InlineData("team/shop.web_2", true)]
    [InlineData("team", false)]
    [InlineData("team/", false)]
    [InlineData("/shop", false)]
    [InlineData("team/shop/web", false)]
    [InlineData("team/..", false)]
    [InlineData("./shop", false)]
    [InlineData("team/sh op", false)]
    [InlineData("team/shöp", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_what_github_takes_for_a_name_is_one(string? text, bool valid)
    {
        RepositoryName.TryParse(text, out var name).ShouldBe(valid);
        RepositoryName.Find(text).ShouldBe(valid ? name : null);
    }

    [Fact]
    public void A_name_that_is_too_long_is_none() => RepositoryName.TryParse($"team/{new string('a', 200)}", out _).ShouldBeFalse();

    [Theory]
    [InlineData("team/shop", "team", "shop")]
    [InlineData("team", "team", "")]
    [InlineData("", "", "")]
    public void It_has_an_owner_and_a_name(string text, string owner, string name) =>
        (new RepositoryName(text).Owner, new RepositoryName(text).Name).ShouldBe((owner, name));

    [Fact]
    public void Case_does_not_make_another_name() => new RepositoryName("Team/Shop").IsSame(RepositoryName.Of("team", "shop")).ShouldBeTrue();

    [Fact]
    public void As_json_it_is_its_text()
    {
        JsonSerializer.Serialize(new RepositoryName("team/shop")).ShouldBe("\"team/shop\"");
        JsonSerializer.Deserialize<RepositoryName>("\"team/shop\"").ShouldBe(new RepositoryName("team/shop"));
        JsonSerializer.Serialize(JsonSerializer.Deserialize<RepositoryName>("null")).ShouldBe("null");
    }
}
