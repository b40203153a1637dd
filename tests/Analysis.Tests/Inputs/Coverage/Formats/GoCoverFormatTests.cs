using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage.Formats;

public sealed class GoCoverFormatTests
{
    private const string Module = "github.com/acme/shop/v2";

    [Fact]
    public void A_block_is_all_of_its_lines_under_the_modules_name()
    {
        var report = Report.Of($"mode: set\n{Module}/cart.go:3.20,5.2 2 1\n{Module}/cart.go:6.2,6.9 1 0\n", "cart.go");

        (report.Format, report.Whole, report.Lines("cart.go")).ShouldBe(("Go cover profile", true, "+3 +4 +5 -6"));
        report.Said("cart.go", 6).ShouldBe($"3: {Module}/cart.go:6.2,6.9 1 0");
    }

    [Fact]
    public void A_line_in_two_blocks_was_run_if_one_of_them_was() =>
        Report.Of($"mode: count\n{Module}/cart.go:3.20,4.12 2 0\n{Module}/cart.go:4.12,5.2 1 7\n", "cart.go").Lines("cart.go").ShouldBe("-3 +4 +5");

    [Theory]
    [InlineData("", false)]
    [InlineData(Module + "/cart/cart.go:3.20,5.2 2 0\n", true)]
    public void Without_coverpkg_each_package_is_measured_by_its_own_tests_only(string again, bool whole) =>
        Report.Of($"mode: set\n{Module}/cart/cart.go:3.20,5.2 2 1\n{Module}/mail/mail.go:3.20,5.2 2 0\n{again}", "mail/mail.go").Whole.ShouldBe(whole);

    [Theory]
    [InlineData("cart.go:3.20,5.2 2")]
    [InlineData("cart.go:3.20,5.2 2 -1")]
    [InlineData("cart.go:5.1,3.2 2 1")]
    [InlineData("cart.go:1.1,99999999.2 2 1")]
    [InlineData("no block")]
    public void What_is_no_block_is_named(string line)
    {
        var report = Report.Of($"mode: set\n{Module}/{line}\n{Module}/cart.go:8.1,8.9 1 1\n", "cart.go");

        (report.Lines("cart.go"), report.Whole).ShouldBe(("+8", false));
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith($"{Report.Source}:2: not ");
    }

    [Fact]
    public void Text_about_a_mode_is_no_report() => Report.Found("mode: settings\n", "cart.go").ShouldBeNull();
}
