using Shouldly;
using Whybot.Analysis.Inputs.Coverage;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage;

/// <summary>What all formats have in common.</summary>
public sealed class CoverageReadingTests
{
    private static string Record(string path, int lines = 2) =>
        $"SF:{path}\n{string.Concat(Enumerable.Range(1, lines).Select(l => $"DA:{l},{l % 2}\n"))}end_of_record\n";

    [Fact]
    public void Only_files_that_are_asked_for_are_kept() =>
        Report.Of(string.Concat(Enumerable.Range(0, 1000).Select(i => Record($"src/{i}.js"))), "src/7.js", "src/8.js").Files.Keys
            .ShouldBe(["src/7.js", "src/8.js"]);

    [Fact]
    public void Two_names_that_end_like_one_changed_file_are_none_unless_one_is_certain()
    {
        var either = Record("/x/a/src/cart.js") + Record("/x/b/src/cart.js");

        Report.Of(either, "src/cart.js").Files.ShouldBeEmpty();
        Report.Of(either + Record("/home/runner/work/shop/shop/src/cart.js", 1), "src/cart.js").Lines("src/cart.js").ShouldBe("+1");
        Report.Of(Record("/home/runner/work/shop/shop/src/cart.js", 1) + either, "src/cart.js").Lines("src/cart.js").ShouldBe("+1");
    }

    [Fact]
    public void What_is_kept_is_bounded()
    {
        var report = Report.Of(Record("src/cart.js", CoverageLimits.MaxLines + 10), "src/cart.js");

        report.Whole.ShouldBeFalse();
        report.Files["src/cart.js"].At(CoverageLimits.MaxLines + 5).ShouldBeNull();
    }

    [Fact]
    public void The_measured_lines_around_a_line_are_found()
    {
        var file = Report.Of("SF:src/cart.js\nDA:4,1\nDA:8,0\nend_of_record\n", "src/cart.js").Files["src/cart.js"];

        (file.UpTo(3), file.UpTo(4)!.Ran, file.UpTo(7)!.Ran, file.UpTo(90)!.Ran).ShouldBe((null, true, true, false));
        (file.After(3)!.Ran, file.After(4)!.Ran, file.After(8)).ShouldBe((true, false, null));
    }
}
