using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage.Formats;

public sealed class CoberturaFormatTests
{
    private const string Two = "<line number=\"2\" hits=\"3\"/>\n<line number=\"3\" hits=\"0\" branch=\"false\"/>";

    private static string Xml(string sources, string filename, string lines = Two) => $"""
        <?xml version="1.0" ?>
        <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
        <coverage line-rate="0.5" version="6.5"><sources>{sources}</sources><packages><package name="src"><classes>
        <class name="cart" filename="{filename}"><methods><method name="total"><lines><line number="2" hits="0"/></lines></method></methods><lines>
        {lines}
        </lines></class></classes></package></packages></coverage>
        """;

    private static string Source(string path) => $"<source>{path}</source>";

    [Fact]
    public void Lines_are_run_or_not_and_the_report_is_cited_word_for_word()
    {
        var report = Report.Of(Xml(Source("/home/runner/work/shop/shop/src"), "cart.py"), "src/cart.py");

        (report.Format, report.Whole, report.Lines("src/cart.py")).ShouldBe(("Cobertura", true, "+2 -3"));
        report.Said("src/cart.py", 3).ShouldBe("6: number=\"3\" hits=\"0\"");
    }

    [Theory]
    [InlineData("<source>.</source>", "src/cart.py")]
    [InlineData("", "src/cart.py")]
    [InlineData("", "/home/runner/work/shop/shop/src/cart.py")]
    [InlineData("<source>D:\\a\\shop\\shop\\</source>", "src\\cart.py")]
    [InlineData("<source>/builds/acme/shop/src</source>", "cart.py")]
    [InlineData("<source>/builds/acme/shop/tests</source><source>/builds/acme/shop</source>", "src/cart.py")]
    [InlineData("<source>/home/runner/work/shop/shop/tests</source>", "../src/cart.py")]
    public void Names_are_relative_to_a_source(string sources, string name) =>
        Report.Of(Xml(sources, name), "src/cart.py").Lines("src/cart.py").ShouldBe("+2 -3");

    [Theory]
    [InlineData("<source>/x/shop/src</source><source>/x/shop/lib</source>", "cart.py")]
    [InlineData("<source>/home/runner/work/shop/shop/lib</source>", "cart.py")]
    [InlineData("<source>.</source>", "../../etc/src/cart.py")]
    [InlineData("", "cart.py")]
    public void A_name_that_may_be_of_another_file_is_of_none(string sources, string name) =>
        Report.Of(Xml(sources, name), "src/cart.py").Lines("src/cart.py").ShouldBe("none");

    [Theory]
    [InlineData("<line number=\"2\" hits=\"NaN\"/>")]
    [InlineData("<line number=\"-2\" hits=\"1\"/>")]
    [InlineData("<line number=\"2\"/>")]
    public void A_line_that_says_nothing_is_named(string line) => Report.Of(Xml("", "src/cart.py", line), "src/cart.py")
        .ShouldSatisfyAllConditions(r => r.Whole.ShouldBeFalse(), r => r.Warnings.Single().ShouldStartWith($"{Report.Source}:5: "));

    [Fact]
    public void A_file_that_breaks_off_is_read_up_to_there()
    {
        var report = Report.Of(Xml("", "src/cart.py").Split("</lines></class>")[0], "src/cart.py");

        (report.Whole, report.Lines("src/cart.py")).ShouldBe((false, "+2 -3"));
        report.Warnings.Single().ShouldEndWith(": not well-formed XML from here on; what comes before is read");
    }

    [Fact]
    public void Entities_of_a_DTD_are_not_expanded()
    {
        var laughs = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 20))}\">"));
        var report = Report.Of($"<!DOCTYPE coverage [<!ENTITY a0 \"ha\">{laughs}]><coverage line-rate=\"1\"><sources><source>&a20;</source></sources>"
            + "</coverage>");

        (report.Whole, report.Warnings.Count).ShouldBe((false, 1));
    }

    [Fact]
    public void Elements_nested_too_deep_end_the_reading() => Report.Of($"<coverage line-rate=\"1\">{string.Concat(Enumerable.Repeat("<a>", 100_000))}")
        .Whole.ShouldBeFalse();
}
