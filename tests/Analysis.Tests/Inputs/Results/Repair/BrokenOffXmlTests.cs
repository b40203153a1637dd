using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Repair;

/// <summary>Files of which a part is missing: what can be read is kept, nothing that was not read counts as passed,
/// and the file is never known as a whole.</summary>
public sealed class BrokenOffXmlTests
{
    private const string Head = "<testsuite name='s'><testcase name='a'/>\n";

    [Theory]
    [InlineData("<testcase name='b'>", "s::b NotRun", "testcase")]
    [InlineData("<testcase name='b' time='0.1'", "s::b NotRun", "testcase")]
    [InlineData("<testcase name='b'/", "s::b NotRun", "testcase")]
    [InlineData("<testcase name='b'><failure", "s::b Failed | ", "failure")]
    [InlineData("<testcase name='b'><fai", "s::b Failed | ", "failure")]
    [InlineData("<testcase name='b'><failure message='no st", "s::b Failed | no st", "failure")]
    [InlineData("<testcase name='b'><failure>no store\n  at", "s::b Failed | no store", "failure")]
    [InlineData("<testcase name='b'><failure><![CDATA[no store", "s::b Failed | no store", "failure")]
    [InlineData("<testcase name='b'><error message='x'/><system-out>y", "s::b Error | x", "system-out")]
    [InlineData("<testcase name='b'><skipped/>", "s::b Skipped", "testcase")]
    [InlineData("<testcase name='b'><system-out>y", "s::b NotRun", "system-out")]
    [InlineData("<testcase name='b'><flakyFailure/>", "s::b NotRun after 1", "testcase")]
    public void The_test_in_which_the_file_ends_is_kept_with_what_was_read(string cut, string expected, string inside)
    {
        var file = ReadXml.Text(Head + cut);

        ReadXml.Cases(file).ShouldBe($"s::a Passed\n{expected}");
        file.Problems.ShouldHaveSingleItem().Reason.ShouldBe($"not well-formed XML: the file ends inside <{inside}>; 2 tests were read");
        file.Extent.ShouldBe(ReadExtent.Partial);
    }

    [Fact]
    public void A_lone_angle_at_the_end_is_a_break_too()
    {
        var file = ReadXml.Text(Head + "<");

        ReadXml.Cases(file).ShouldBe("s::a Passed");
        file.Problems.Select(p => p.Reason).ShouldContain("not well-formed XML: the file ends inside <testsuite>; 1 test was read");
    }

    [Theory]
    [InlineData("<testcase name='b")]
    [InlineData("<testcase classname='c' na")]
    [InlineData("<testc")]
    [InlineData("")]
    public void A_test_whose_name_breaks_off_is_not_known(string cut)
    {
        var file = ReadXml.Text(Head + cut);

        ReadXml.Cases(file).ShouldBe("s::a Passed");
        file.Problems.ShouldHaveSingleItem().Reason.ShouldBe("not well-formed XML: the file ends inside <testsuite>; 1 test was read");
    }

    [Theory]
    [InlineData("<testsuites><testsu")]
    [InlineData("<testsuite name='s' tests='3")]
    [InlineData("<?xml version='1.0'?><testsuites>")]
    public void A_file_that_ends_before_its_first_test_is_not_read(string text) => ReadXml.Text(text).ShouldSatisfyAllConditions(
        f => f.Cases.ShouldBeEmpty(), f => f.Extent.ShouldBe(ReadExtent.None));

    [Theory]
    [InlineData("<?xml version='1.0' enc")]
    [InlineData("<")]
    [InlineData("<tests")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("PK\u0003\u0004")]
    public void What_may_have_been_a_result_file_is_not_read(string text) => ReadXml.Text(text).Extent.ShouldBe(ReadExtent.None);

    [Theory]
    [InlineData("results/a.xml", ReadExtent.None)]
    [InlineData("results/a.trx", ReadExtent.None)]
    [InlineData("results/a.json", ReadExtent.None)]
    [InlineData("results/a.tap", ReadExtent.None)]
    public void An_empty_file_that_is_meant_to_hold_results_is_not_read(string source, ReadExtent extent) => ReadXml.Text("", source).Extent.ShouldBe(extent);

    [Fact]
    public void An_empty_file_of_another_kind_is_let_be() => ResultFormats.Read(new MemoryStream(), "results/stdout.txt", "a").ShouldBeNull();

    [Fact]
    public void A_file_whose_beginning_is_missing_is_not_known_as_a_whole()
    {
        var file = ReadXml.Text("</testcase>\n<testcase name='b'><failure>x</failure></testcase></testsuite></testsuites>");

        ReadXml.Cases(file).ShouldBe("b Failed | x");
        file.Problems.Count.ShouldBe(3);
        file.Problems[0].Reason.ShouldStartWith("not well-formed XML: </testcase> ends nothing, so what it should end is missing");
    }

    [Fact]
    public void A_hole_in_the_middle_costs_one_test_and_is_a_problem()
    {
        var file = ReadXml.Text("<testsuite name='s'>\n<testcase name='a'><failure message='no\n<testcase name='b'/>\n<testcase name='c'/></testsuite>");

        ReadXml.Cases(file).ShouldContain("s::c Passed");
        file.Cases[0].ShouldSatisfyAllConditions(c => c.Name.ShouldBe("a"), c => c.Outcome.ShouldBe(TestOutcome.Failed));
        file.Extent.ShouldBe(ReadExtent.Partial);
    }

    [Fact]
    public void A_test_that_is_not_ended_before_the_next_is_not_passed()
    {
        var file = ReadXml.Text("<testsuite name='s'>\n<testcase name='a'>\n<testcase name='b'/></testsuite>");

        ReadXml.Cases(file).ShouldBe("s::a NotRun\ns::b Passed");
        ReadXml.Problems(file).ShouldBe(["results/a.xml:3: not well-formed XML: <testcase> of line 2 is not closed; 2 tests were read"]);
    }

    [Theory]
    [InlineData("<coverage><packages>")]
    [InlineData("<report><counter")]
    [InlineData("<anything at='all'>")]
    public void Xml_of_an_unknown_kind_that_breaks_off_may_have_been_results(string text) => ReadXml.Text(text).Extent.ShouldBe(ReadExtent.None);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"><coverage line-rate='1'/>")]
    [InlineData("<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report name='x'><counter/></report>")]
    [InlineData("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist><dict/></plist>")]
    [InlineData("<checkstyle version='9'><file><error message='a \u0001 b'/></file></checkstyle>")]
    [InlineData("<html><head><meta charset='x'></head><body><p>one<p>two</body></html>")]
    [InlineData("<BugCollection/>")]
    [InlineData("<project xmlns='http://maven.apache.org/POM/4.0.0'/>")]
    public void Xml_of_another_kind_is_named_and_is_no_problem(string text) => ReadXml.Text(text).ShouldSatisfyAllConditions(
        f => f.Problems.ShouldBeEmpty(), f => f.Warnings.ShouldHaveSingleItem().ShouldContain("begins no result file that is known"));

    [Fact]
    public void More_tests_than_may_be_is_a_problem_with_its_line()
    {
        var many = new StringBuilder("<testsuite name='s'>");
        for (var i = 0; i <= ReadLimits.MaxCases; i++)
            many.Append("<testcase name='a'/>");
        var file = ReadXml.Text(many.Append("</testsuite>").ToString());

        file.Cases.Count.ShouldBe(ReadLimits.MaxCases);
        ReadXml.Problems(file).ShouldBe(["results/a.xml:1: more than 500,000 tests; the rest of the file is not read"]);
    }

    [Theory]
    [InlineData("<TestRun><Results><UnitTestResult testName='A' outcome='Failed'><Output><ErrorInfo><Message>no st")]
    [InlineData("<assemblies><assembly><collection><test name='A' result='Fail'><failure><message>no st")]
    [InlineData("<test-run><test-suite><test-case name='A' result='Failed'><failure><message><![CDATA[no st")]
    [InlineData("<test-results><test-suite><results><test-case name='A' result='Failure'><failure><message>no st")]
    public void Every_format_keeps_the_failure_in_which_it_breaks_off(string text)
    {
        var file = ReadXml.Text(text);

        file.Cases.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Bad.ShouldBeTrue(), c => c.Failure!.Message.ShouldBe("no st"));
        file.Extent.ShouldBe(ReadExtent.Partial);
    }
}
