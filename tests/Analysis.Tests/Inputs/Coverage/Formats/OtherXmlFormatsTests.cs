using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Coverage.Formats;

/// <summary>JaCoCo's and Clover's reports.</summary>
public sealed class OtherXmlFormatsTests
{
    private const string Doctype = "<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\">";
    private const string Package = "<package name=\"com/acme/cart\"><class name=\"com/acme/cart/Cart\"/><sourcefile name=\"Cart.java\">"
        + "<line nr=\"2\" mi=\"3\" ci=\"1\" mb=\"0\" cb=\"0\"/><line nr=\"3\" mi=\"3\" ci=\"0\" mb=\"0\" cb=\"0\"/></sourcefile></package>";

    private const string Cart = "core/src/main/java/com/acme/cart/Cart.java";

    [Fact]
    public void JaCoCo_names_files_by_their_packages()
    {
        var report = Report.Of($"<?xml version=\"1.0\"?>{Doctype}<report name=\"shop\"><sessioninfo id=\"a\"/>{Package}</report>", Cart);

        (report.Format, report.Whole, report.Lines(Cart)).ShouldBe(("JaCoCo", true, "+2 -3"));
        report.Said(Cart, 3).ShouldBe("1: nr=\"3\" mi=\"3\" ci=\"0\"");
    }

    [Fact]
    public void A_file_of_the_same_package_and_name_in_two_modules_is_not_known() =>
        Report.Of($"{Doctype}<report name=\"shop\"><group name=\"core\">{Package}</group><group name=\"web\">{Package}</group></report>", Cart).Lines(Cart)
            .ShouldBe("none");

    [Fact]
    public void A_package_that_two_changed_files_are_in_is_neither() => Report.Of($"{Doctype}<report name=\"shop\">{Package}</report>", Cart,
        "web/src/main/java/com/acme/cart/Cart.java").Files.ShouldBeEmpty();

    [Fact]
    public void Another_report_is_none() => Report.Found("<report name=\"weekly\"><line/></report>", Cart).ShouldBeNull();

    [Fact]
    public void Clover_names_files_by_their_paths()
    {
        var report = Report.Of("<coverage generated=\"1796000000\"><project timestamp=\"1\"><file name=\"/home/runner/work/shop/shop/src/Cart.php\">\n"
            + "<line num=\"2\" type=\"stmt\" count=\"4\"/>\n<line num=\"3\" type=\"stmt\" count=\"0\"/></file></project></coverage>", "src/Cart.php");

        (report.Format, report.Lines("src/Cart.php"), report.Said("src/Cart.php", 3)).ShouldBe(("Clover", "+2 -3", "3: num=\"3\" type=\"stmt\" count=\"0\""));
    }
}
