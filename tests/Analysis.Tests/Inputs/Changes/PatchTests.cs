using Shouldly;
using Whybot.Analysis.Inputs.Changes;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Changes;

public sealed class PatchTests
{
    [Fact]
    public void Only_names_that_came_or_went_count_not_those_beside_them()
    {
        var patch = Patch.Parse("@@ -9,4 +9,4 @@ def f\n context\n-    return {\"type\": kind, **fields}\n+    return {\"type\": kind, \"payload\": fields}\n");

        patch.AddedNames.ShouldBe(["payload"]);
        patch.RemovedNames.ShouldBeEmpty();
        patch.AddedLiterals.ShouldBe(["payload"]);
        patch.Hunks.ShouldHaveSingleItem().Heading.ShouldBe("def f");
    }

    [Fact]
    public void A_changed_log_line_is_known_as_such() =>
        Patch.Parse("@@ -1 +1 @@\n-    log.info(\"open %s\", user)\n+    log.info(\"open: %s\", user)\n").OnlyLogging.ShouldBeTrue();

    [Theory]
    [InlineData("# one", "# two")]
    [InlineData("// one", "// two")]
    [InlineData("", "  ")]
    public void Comments_and_blanks_are_no_change(string before, string after) =>
        Patch.Parse($"@@ -1 +1 @@\n-{before}\n+{after}\n").OnlyComments.ShouldBeTrue();

    [Fact]
    public void A_hunk_touches_the_lines_it_covers_after_the_change()
    {
        var patch = Patch.Parse("@@ -25,7 +30,7 @@\n a\n-b\n+c\n");

        patch.Touches(33, 0).ShouldBeTrue();
        patch.Touches(25, 2).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("@@ nonsense @@")]
    [InlineData("+no heading")]
    [InlineData("@@ -1 +99999999999999 @@\n+x")]
    public void Broken_patches_have_no_hunks(string patch) => Patch.Parse(patch).Hunks.ShouldBeEmpty();
}
