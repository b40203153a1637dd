using Shouldly;
using Whybot.Analysis.Inputs.Commands;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Commands;

public sealed class CommandReaderTests
{
    private static IEnumerable<string> Read(string markdown) => CommandReader.Read(markdown).Select(i => i.Text);

    [Theory]
    [InlineData("/why", "/why")]
    [InlineData("Hello\n/WHY 3\nthanks", "/why 3")]
    [InlineData("/whybot status", "/whybot status")]
    [InlineData("/whybot", "/whybot help")]
    [InlineData("/close not-planned `old` news  ", "/close not-planned old news")]
    public void A_line_of_its_own_that_begins_with_a_slash_commands(string markdown, string text) => Read(markdown).ShouldBe([text]);

    [Theory]
    [InlineData("> /why")]
    [InlineData("    /why")]
    [InlineData("```\n/why\n```")]
    [InlineData("`/why`")]
    [InlineData("- /why")]
    [InlineData("# /why")]
    [InlineData("<div>\n/why\n</div>")]
    [InlineData("<!--\n/why\n-->")]
    [InlineData("[/why](https://example.com)")]
    [InlineData("**/why**")]
    [InlineData("see /why")]
    [InlineData("/usr/bin/env")]
    [InlineData("//why")]
    [InlineData("/ why")]
    [InlineData("")]
    public void Talk_about_commands_commands_nothing(string markdown) => Read(markdown).ShouldBeEmpty();

    [Fact]
    public void At_most_ten_are_read_and_text_made_to_be_hard_to_read_is_none()
    {
        Read(string.Join('\n', Enumerable.Repeat("/why", 30))).Count().ShouldBe(10);
        Read(new string('>', 20_000) + "\n/why").ShouldBeEmpty();
        Read(string.Concat(Enumerable.Repeat("- [", 20_000)) + "\n/why").Count().ShouldBeLessThanOrEqualTo(1);
        Read(new string('/', 60_000)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("admin", null, CommandLevel.Maintain)]
    [InlineData("maintain", "write", CommandLevel.Maintain)]
    [InlineData("triage", "read", CommandLevel.Triage)]
    [InlineData("read", "read", CommandLevel.Read)]
    [InlineData("security-champion", "write", CommandLevel.Write)]
    [InlineData("security-champion", "none", null)]
    [InlineData(null, null, null)]
    public void A_role_of_the_organisations_own_counts_for_what_it_amounts_to(string? role, string? permission, CommandLevel? level) =>
        CommandLevels.Of(role, permission).ShouldBe(level);
}
