using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Repair;

/// <summary>Files that no XML parser takes. What can be read of them is read, and every repair is told with its line.</summary>
public sealed class RepairedXmlTests
{
    private const string Suite = "<testsuite name='s'>\n";
    private const string Passing = "<testcase classname='c' name='a'/>\n";

    private static void ShouldBeRepaired(ResultFile file, string cases, params string[] repairs)
    {
        ReadXml.Cases(file).ShouldBe(cases);
        file.Warnings.ShouldBe([.. repairs.Select(r => $"results/a.xml:{r}")]);
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Raw_control_characters_are_kept_so_that_colours_can_be_taken_off() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}{Passing}<testcase classname='c' name='b'><failure message=\"got 502\nat till.ts:42\n\u001b[31mBad gateway\u001b[0m\"/>"
            + $"</testcase></testsuite>"),
        "c::a Passed\nc::b Failed | got 502", "5: repaired: raw control characters (2 places)");

    [Fact]
    public void A_nul_in_a_section_is_replaced() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase classname='c' name='b'><failure><![CDATA[read \0 & <x>]]></failure></testcase></testsuite>"),
        "c::b Failed | read \uFFFD & <x>", "2: repaired: raw control characters");

    [Fact]
    public void An_ampersand_and_an_angle_in_text_are_text() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase classname='c' name='b'><failure>a && b < 3 <unknown>:0: app is not running</failure>"
            + $"</testcase>\n{Passing}</testsuite>"),
        "c::b Failed | a && b < 3 <unknown>:0: app is not running\nc::a Passed", "2: repaired: a bare '&' (2 places)",
            "2: repaired: an unescaped '<' (2 places)");

    [Fact]
    public void An_end_tag_of_nothing_within_a_text_is_text() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase name='b'><failure>no </div> after List<String></failure></testcase></testsuite>"),
        "s::b Failed | no </div> after List<String>", "2: repaired: an unescaped '<' (2 places)");

    [Fact]
    public void Html_that_is_not_closed_ends_with_its_text() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase name='b'><failure><p>one<br>two</failure></testcase></testsuite>"),
        "s::b Failed | <p>one<br>two", "2: repaired: an unescaped '<' (2 places)");

    [Fact]
    public void Entities_that_are_not_declared_stand_for_themselves() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase name='b'><failure message='a&nbsp;b'/></testcase></testsuite>"),
        "s::b Failed | a&nbsp;b", "2: repaired: an entity that is not declared");

    [Theory]
    [InlineData("<!DOCTYPE testsuites>")]
    [InlineData("<!DOCTYPE testsuites SYSTEM \"http://127.0.0.1:1/junit.dtd\">")]
    [InlineData("<!DOCTYPE testsuites [<!ELEMENT testsuites (testsuite*)> <!ATTLIST testsuite name CDATA \"]>\">]>")]
    public void A_doctype_without_entities_is_left_out(string doctype) => ShouldBeRepaired(
        ReadXml.Text($"<?xml version='1.0'?>\n{doctype}\n{Suite}{Passing}</testsuite>"), "c::a Passed", "2: repaired: a DOCTYPE, which is left out");

    [Fact]
    public void A_doctype_that_declares_entities_is_a_problem_and_expands_nothing()
    {
        var file = ReadXml.Text($"<!DOCTYPE t [<!ENTITY a \"{new string('x', 100)}\"><!ENTITY b \"&a;&a;\">]>{Suite}<testcase name='b'>"
            + $"<failure>&b;</failure></testcase></testsuite>");

        ReadXml.Cases(file).ShouldBe("s::b Failed | &b;");
        ReadXml.Problems(file).ShouldBe(["results/a.xml:1: the DTD declares entities, which are not expanded; 1 test was read"]);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData(" \t")]
    public void Blanks_before_the_declaration_do_no_harm(string blanks)
    {
        var file = ReadXml.Text($"{blanks}<?xml version='1.0' encoding='utf-8'?>{Suite}{Passing}</testsuite>");

        ReadXml.Cases(file).ShouldBe("c::a Passed");
        file.Extent.ShouldBe(ReadExtent.Complete);
    }

    [Theory]
    [InlineData("Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n")]
    [InlineData("> shop@1.0.0 test <unit>\n> jest\n")]
    [InlineData("<info> starting\n")]
    public void What_a_tool_said_before_its_file_is_left_out(string banner) => ShouldBeRepaired(
        ReadXml.Text($"{banner}<?xml version='1.0'?>\n{Suite}{Passing}</testsuite>"), "c::a Passed", banner.Contains("<unit>",
            StringComparison.Ordinal) ? "1: repaired: text before the XML (3 places)"
            : banner[0] == '<' ? "1: repaired: text before the XML (2 places)" : "1: repaired: text before the XML");

    [Fact]
    public void A_log_that_quotes_a_result_file_is_none() =>
        ResultFormats.Read(new MemoryStream(Encoding.UTF8.GetBytes($"cat report.xml\n{Suite}{Passing}</testsuite>")), "results/job.log", "a").ShouldBeNull();

    [Theory]
    [InlineData("\nDone in 3.1s.\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("</html>")]
    public void Text_behind_the_document_is_left_out(string behind) => ShouldBeRepaired(
        ReadXml.Text($"{Suite}{Passing}</testsuite>{behind}"), "c::a Passed", "3: repaired: text after the XML");

    [Fact]
    public void All_of_several_documents_are_read() => ShouldBeRepaired(
        ReadXml.Text($"<?xml version='1.0'?>\n{Suite}{Passing}</testsuite>\n<?xml version='1.0'?>\n<testsuites><testsuite name='t'><testcase name='b'>"
            + $"<failure>x</failure></testcase></testsuite></testsuites>\n"),
        "c::a Passed\nt::b Failed | x", "6: repaired: more than one document in the file");

    [Fact]
    public void Marks_and_comments_that_xml_forbids_do_no_harm() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<!-- a -- b -->\n<testcase name='b'><failure>array[a[0]]> 3</failure></testcase></testsuite>"),
            "s::b Failed | array[a[0]]> 3", "3: repaired: ']]>' in text");

    [Fact]
    public void Quotes_inside_a_value_do_not_end_it() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase name=\"b\" time=\"0.1\"><failure message=\"expected \"3\" but was \"4\"\" type=\"E\"/></testcase></testsuite>"),
        "s::b Failed | expected \"3\" but was \"4\"", "2: repaired: an unescaped quote in an attribute");

    [Fact]
    public void Attributes_that_are_repeated_or_bear_a_prefix_that_is_not_declared_do_no_harm()
    {
        var file = ReadXml.Text($"<testsuite xsi:schemaLocation='x' name='s' name='t'>{Passing}</testsuite>");

        ReadXml.Cases(file).ShouldBe("c::a Passed");
        file.Extent.ShouldBe(ReadExtent.Complete);
    }

    [Fact]
    public void Lines_keep_their_numbers()
    {
        var file = ReadXml.Text("banner\n<?xml version='1.0'?>\n<!DOCTYPE x\n[<!ELEMENT\nx ANY>]>\n<testsuite\n name='s'>\n<!--\n-->\n"
            + "<testcase\nname='a\nb'>\n<failure>x & y\nz</failure>\n</testcase></testsuite>");

        var test = file.Cases.ShouldHaveSingleItem();
        (test.Line, test.EndLine, test.Failure!.Line, test.Failure.EndLine).ShouldBe((10, 15, 13, 14));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("UTF-16")]
    [InlineData("utf-32")]
    [InlineData("no-such-encoding")]
    public void Utf_8_that_is_declared_to_be_something_else_is_read(string declared)
    {
        var file = ReadXml.Text($"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n{Suite}<testcase name='b'><failure message='für'/></testcase></testsuite>");

        ReadXml.Cases(file).ShouldBe("s::b Failed | für");
        file.Warnings.ShouldBe([$"results/a.xml:1: repaired: it is declared to be {declared} and is UTF-8"]);
        file.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("windows-1252")]
    public void Utf_8_that_is_declared_to_be_of_one_byte_is_not_garbled(string declared) =>
        ReadXml.Cases(ReadXml.Text($"<?xml version=\"1.0\" encoding=\"{declared}\"?>{Suite}<testcase name='für'/></testsuite>")).ShouldBe("s::für Passed");

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-15")]
    public void Bytes_of_the_declared_code_page_are_no_repair(string declared) => ShouldBeRepaired(
        ReadXml.Bytes(Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?>{Suite}<testcase name='für'/></testsuite>")), "s::für Passed");

    [Fact]
    public void Bytes_that_are_not_utf_8_are_taken_as_windows_takes_them() => ShouldBeRepaired(
        ReadXml.Bytes([.. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Suite}<testcase name='é'><failure>price "), 0x80,
            .. Encoding.UTF8.GetBytes("5 für é</failure></testcase></testsuite>")]),
        "s::é Failed | price €5 für é", "3: repaired: bytes that are not UTF-8, read as Windows-1252");

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Utf_16_that_is_declared_to_be_utf_8_is_read(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);
        var file = ReadXml.Bytes([.. encoding.GetPreamble(),
            .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Suite}<testcase name='b'><failure message='für'/></testcase></testsuite>")]);

        ReadXml.Cases(file).ShouldBe("s::b Failed | für");
        file.Warnings.ShouldHaveSingleItem().ShouldStartWith("results/a.xml:1: repaired: it is declared to be utf-8 and is utf-16");
        file.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData(null, true)]
    [InlineData(null, false)]
    public void Utf_16_as_it_is_declared_is_no_repair(string? declared, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, mark);
        var declaration = declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";

        ShouldBeRepaired(ReadXml.Bytes([.. encoding.GetPreamble(), .. encoding.GetBytes($"{declaration}{Suite}<testcase name='für'/></testsuite>")]),
            "s::für Passed");
    }

    [Fact]
    public void A_declaration_that_a_test_printed_is_not_the_files() => ShouldBeRepaired(
        ReadXml.Text($"{Suite}<testcase name='a'><system-out><![CDATA[<?xml version='1.0' encoding='utf-16'?>]]></system-out></testcase></testsuite>"),
            "s::a Passed");

    [Fact]
    public void A_document_of_xml_1_1_is_read() =>
        ReadXml.Cases(ReadXml.Text($"<?xml version='1.1'?>{Suite}{Passing}</testsuite>")).ShouldBe("c::a Passed");

    [Fact]
    public void References_to_control_characters_are_no_fault_and_to_halves_of_pairs_are_replaced() =>
        ReadXml.Text($"{Suite}<testcase name='b'><failure message='&#x1b;[31mred &#xD800; &#x110000;'/></testcase></testsuite>").ShouldSatisfyAllConditions(
            f => ReadXml.Cases(f).ShouldBe("s::b Failed | red &#xD800; &#x110000;"), f => f.Problems.ShouldBeEmpty());

    [Fact]
    public void A_megabyte_of_faults_is_read_in_a_moment()
    {
        var file = ReadXml.Text($"{Suite}<testcase name='b'><failure>{string.Concat(Enumerable.Repeat("<!-- & <![CDATA <a b=\" \u0001 </x> <? ",
            40_000))}</failure></testcase></testsuite>");

        file.Cases.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Failed);
    }
}
