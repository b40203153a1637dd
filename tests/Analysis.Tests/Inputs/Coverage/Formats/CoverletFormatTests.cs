using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage.Formats;

public sealed class CoverletFormatTests
{
    private const string Windows = """
        {
          "Shop.dll": {
            "D:\\a\\shop\\shop\\src\\Cart.cs": {
              "Shop.Cart": {
                "System.Int32 Shop.Cart::Total()": {
                  "Lines": {
                    "2": 3,
                    "3": 0
                  },
                  "Branches": []
                }
              }
            }
          }
        }
        """;

    [Fact]
    public void Lines_are_run_or_not_and_the_report_is_cited_word_for_word()
    {
        var report = Report.Of(Windows, "src/Cart.cs");

        (report.Format, report.Whole, report.Lines("src/Cart.cs"), report.Said("src/Cart.cs", 3)).ShouldBe(("coverlet", true, "+2 -3", "8: \"3\": 0"));
    }

    [Theory]
    [InlineData("\"3\": 0", "\"3\": -1", ":8: ")]
    [InlineData("\"3\": 0", "\"3\": \"0\"", ":8: ")]
    [InlineData("\"3\": 0", "\"x\": 0", ":8: ")]
    [InlineData("\"Branches\": []", "\"Branches\": [", ":")]
    public void What_is_broken_is_named_and_the_rest_is_read(string whole, string broken, string place)
    {
        var report = Report.Of(Windows.Replace(whole, broken, StringComparison.Ordinal), "src/Cart.cs");

        (report.Whole, report.Lines("src/Cart.cs")[..2]).ShouldBe((false, "+2"));
        report.Warnings.Single().ShouldStartWith(Report.Source + place);
    }

    [Theory]
    [InlineData("{\"total\": {\"lines\": {\"pct\": 80}}}")]
    [InlineData("{\"numTotalTests\": 3}")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public void Other_JSON_is_no_report(string text) => Report.Found(text, "src/Cart.cs").ShouldBeNull();
}
