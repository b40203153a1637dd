using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage.Formats;

public sealed class LcovFormatTests
{
    private const string Cart = "SF:src/cart.js\nFN:1,total\nFNDA:3,total\nDA:2,3\nDA:3,0\nBRDA:2,0,0,1\nLF:2\nLH:1\nend_of_record\n";

    [Fact]
    public void Lines_are_run_or_not_and_the_report_is_cited_word_for_word()
    {
        var report = Report.Of("TN:\n" + Cart, "src/cart.js", "src/mail.js");

        (report.Format, report.Whole, report.Lines("src/cart.js"), report.Lines("src/mail.js")).ShouldBe(("lcov", true, "+2 -3", "none"));
        report.Said("src/cart.js", 3).ShouldBe("6: DA:3,0");
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_was_run_if_one_of_several_records_says_so() =>
        Report.Of(Cart + "TN:second\nSF:src/cart.js\nDA:2,0\nDA:3,1,checksum\nend_of_record\n", "src/cart.js").Lines("src/cart.js").ShouldBe("+2 +3");

    [Theory]
    [InlineData("DA:2,-1", ":2: not a number of times that a line was run")]
    [InlineData("DA:2,NaN", ":2: not a number of times that a line was run")]
    [InlineData("DA:0,1", ":2: no line number")]
    [InlineData("DA:99999999999,1", ":2: no line number")]
    [InlineData("DA:2", ":2: not DA:LINE,TIMES")]
    public void A_broken_line_is_named_and_costs_nothing_but_that_the_report_denies_anything(string broken, string warning)
    {
        var report = Report.Of($"SF:src/cart.js\n{broken}\nDA:4,1\nDA:5,0\nend_of_record\n", "src/cart.js");

        (report.Lines("src/cart.js"), report.Whole).ShouldBe(("+4 -5", false));
        report.Warnings.ShouldBe([Report.Source + warning]);
    }

    [Fact]
    public void A_file_that_breaks_off_is_read_up_to_there()
    {
        var report = Report.Of("SF:src/cart.js\nDA:4,1\nDA:5,0", "src/cart.js");

        (report.Lines("src/cart.js"), report.Whole, report.Warnings.Single()).ShouldBe(("+4 -5", false, $"{Report.Source}:3: it breaks off here"));
    }

    [Fact]
    public void More_warnings_than_anyone_reads_are_not_kept() =>
        Report.Of("SF:src/cart.js\n" + string.Concat(Enumerable.Repeat("DA:1\n", 1000)), "src/cart.js").Warnings.Count.ShouldBe(5);

    [Fact]
    public void Other_text_is_no_report() => Report.Found("TN: the name of a test\nand no more\n", "src/cart.js").ShouldBeNull();
}
