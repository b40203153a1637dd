using Shouldly;
using Whybot.Analysis.Inputs.Changes;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Changes;

/// <summary>Which packages changed their versions, in the manifests and lock files of many package managers.</summary>
public sealed class PackageChangeTests
{
    private static string Of(params string[] lines) =>
        string.Join(", ", PackageChange.Of(Patch.Parse($"@@ -1,9 +1,9 @@\n{string.Join('\n', lines)}")).Select(c => $"{c.Name} {c.Before} {c.After}"));

    [Theory]
    [InlineData("-    \"left-pad\": \"^1.1.0\",", "+    \"left-pad\": \"^5.1.0\",", "left-pad ^1.1.0 ^5.1.0")]
    [InlineData("-left-pad==1.1", "+left-pad==5.1", "left-pad ==1.1 ==5.1")]
    [InlineData("-left-pad = \"1.1\"", "+left-pad = { version = \"5.1\", features = [] }", "left-pad 1.1 5.1")]
    [InlineData("-\tgithub.com/team/left-pad v1.1.0", "+\tgithub.com/team/left-pad v1.2.0", "github.com/team/left-pad v1.1.0 v1.2.0")]
    [InlineData("-    left-pad (1.1)", "+    left-pad (5.1)", "left-pad 1.1 5.1")]
    [InlineData("-gem \"left-pad\", \"~> 1.1\"", "+gem \"left-pad\", \"~> 5.1\"", "left-pad ~> 1.1 ~> 5.1")]
    [InlineData("- <PackageVersion Include=\"LeftPad\" Version=\"1.1\" />", "+    <PackageVersion Include=\"LeftPad\" Version=\"5.1\" />", "LeftPad 1.1 5.1")]
    [InlineData("-  implementation 'team.pads:left-pad:1.1'", "+  implementation 'team.pads:left-pad:5.1'", "left-pad 1.1 5.1")]
    [InlineData("-  /left-pad@1.1.0:", "+  /left-pad@5.1.0:", "left-pad 1.1.0 5.1.0")]
    public void An_entry_of_one_line(string before, string after, string change) => Of(before, after).ShouldBe(change);

    [Theory]
    [InlineData("     \"node_modules/left-pad\": {", "-      \"version\": \"1.1.0\",", "+      \"version\": \"5.1.0\",")]
    [InlineData(" left-pad@^1.0.0:", "-  version \"1.1.0\"", "+  version \"5.1.0\"")]
    [InlineData(" name = \"left-pad\"", "-version = \"1.1.0\"", "+version = \"5.1.0\"")]
    [InlineData("       <artifactId>left-pad</artifactId>", "-      <version>1.1.0</version>", "+      <version>5.1.0</version>")]
    public void An_entry_whose_name_is_above_its_version(params string[] lines) => Of(lines).ShouldBe("left-pad 1.1.0 5.1.0");

    [Fact]
    public void A_package_may_be_new_or_gone_and_what_only_moved_did_not_change()
    {
        Of("-left-pad==1.1", "+right-pad==2.0").ShouldBe("left-pad ==1.1 , right-pad  ==2.0");
        Of("-left-pad==1.1", " other==3", "+left-pad==1.1").ShouldBe("");
    }

    [Theory]
    [InlineData("web/package.json", true)]
    [InlineData("requirements-dev.txt", true)]
    [InlineData("Directory.Packages.props", true)]
    [InlineData("src/package.py", false)]
    public void Only_lists_of_packages_are_read(string path, bool listed) => PackageChange.IsListedIn(path).ShouldBe(listed);
}
