using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which change wrote a line, from the patches alone.</summary>
public sealed class LineOriginsTests
{
    private static readonly ChangedFile Older = Patched("src/mail.py", "@@ -10,2 +10,4 @@", " a", "+older one", "+older two", " b");
    private static readonly ChangedFile Newer = Patched("src/mail.py", "@@ -1,2 +1,3 @@", " x", "+newer", " y");

    private static ChangedFile Patched(string path, params string[] lines) => File(path) with { Patch = string.Join('\n', lines) };

    private static string? Wrote(string path, int line, params ChangedFile[] files) => Origins(files).Of(path, line).Wrote?.Patch.Split('\n')[2];

    private static LineOrigins Origins(ChangedFile[] files) =>
        new([.. files.Select((f, i) => Commit((char)('a' + i), f))], f => Patch.Parse(f.Patch));

    [Theory]
    [InlineData(2, "+newer")]
    [InlineData(12, "+older one")]
    [InlineData(13, "+older one")]
    [InlineData(11, null)]
    [InlineData(90, null)]
    public void A_line_is_followed_back_through_later_changes_of_its_file(int line, string? wrote) =>
        Wrote("src/mail.py", line, Older, Newer).ShouldBe(wrote);

    [Fact]
    public void A_renamed_file_is_followed_under_its_old_name()
    {
        var renamed = Newer with { Path = "lib/mail.py", PreviousPath = "src/mail.py", Status = "renamed" };

        Wrote("lib/mail.py", 12, Older, renamed).ShouldBe("+older one");
        Wrote("src/mail.py", 12, Older, renamed).ShouldBe("+older one");
    }

    [Fact]
    public void A_change_of_lines_around_it_is_near() => Origins([Older]).Of("src/mail.py", 10).Near.ShouldHaveSingleItem();

    [Fact]
    public void Parts_in_front_of_a_path_may_be_missing_and_another_file_of_the_name_is_another() =>
        (Wrote("pkg/mail.py", 12, Patched("src/pkg/mail.py", Older.Patch.Split('\n'))), Wrote("pkg/mail.py", 12, Older)).ShouldBe(("+older one", null));
}
