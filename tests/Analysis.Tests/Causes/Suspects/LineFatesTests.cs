using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Where the lines of a change are after later ones, from the patches alone.</summary>
public sealed class LineFatesTests
{
    private static readonly ChangedFile Older = Patched("@@ -10,2 +10,4 @@", " a", "+older one", "+older two", " b");
    private static readonly ChangedFile Newer = Patched("@@ -1,2 +1,3 @@", " x", "+newer", " y");

    private static ChangedFile Patched(params string[] lines) => File("src/mail.py") with { Patch = string.Join('\n', lines) };

    /// <summary>Path and places of lines 11 and 12, as the first of the changes wrote them.</summary>
    private static string Now(params ChangedFile[] files) =>
        new LineFates([.. files.Select((f, i) => Commit((char)('a' + i), f))], f => Patch.Parse(f.Patch)).Of(0, "src/mail.py", [11, 12]) is { } now
            ? $"{now.Path} {string.Join(' ', now.Lines.OrderBy(l => l.Key).Select(l => $"{l.Key}:{l.Value}"))}" : "unknown";

    [Fact]
    public void Later_changes_above_move_a_line() => Now(Older, Newer, Newer).ShouldBe("src/mail.py 11:13 12:14");

    [Fact]
    public void Without_later_changes_it_stays() => Now(Older, File("src/cart.py", "+x")).ShouldBe("src/mail.py 11:11 12:12");

    [Fact]
    public void A_line_that_was_taken_away_later_is_gone() =>
        Now(Older, Patched("@@ -10,3 +10,2 @@", " a", "-older one", " older two")).ShouldBe("src/mail.py 12:11");

    [Fact]
    public void A_hunk_that_only_adds_is_after_the_line_it_names() => Now(Older, Patched("@@ -11,0 +12,1 @@", "+between")).ShouldBe("src/mail.py 11:11 12:13");

    [Fact]
    public void A_renamed_file_is_followed() => Now(Older, Newer with { Path = "lib/mail.py", PreviousPath = "src/mail.py", Status = "renamed" })
        .ShouldBe("lib/mail.py 11:12 12:13");

    [Fact]
    public void If_the_file_is_gone_or_a_patch_is_missing_nothing_is_known()
    {
        Now(Older, Newer with { Status = "removed" }).ShouldBe("unknown");
        Now(Older, Newer with { Patch = "" }).ShouldBe("unknown");
    }
}
