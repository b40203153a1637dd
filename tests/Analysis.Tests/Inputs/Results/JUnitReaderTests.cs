using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class JUnitReaderTests
{
    private static ResultFile Read(string xml) => ResultFormats.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "results/a.xml", "a")!;

    [Fact]
    public void Pytest_failures_carry_their_message_and_the_lines_where_they_stand()
    {
        var file = Read("<testsuites><testsuite name='pytest' timestamp='2026-11-20T09:33:08.2' time='0.05'>\n<testcase classname='t.T' name='x[a]' "
            + "time='0.01'><failure message=\"KeyError: 'n'\">t/x.py:3: in x\n    f()\nE   KeyError: 'n'</failure></testcase></testsuite></testsuites>");

        var test = file.Cases.ShouldHaveSingleItem();
        test.Id.ShouldBe("t.T::x[a]");
        test.BaseName.ShouldBe("x");
        test.Failure!.Message.ShouldBe("KeyError: 'n'");
        (test.Line, test.Failure.Line, test.Failure.EndLine).ShouldBe((2, 2, 4));
        file.StartedAt.ShouldBe(new DateTime(2026, 11, 20, 9, 33, 8, 200));
        file.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Jest_junit_puts_the_message_before_the_stack() =>
        Read("<testsuites><testsuite><testcase classname='p' name='finds'><failure>Error: expect(received).toBe(expected)\n\nExpected: 1\nReceived: 2\n    "
            + "at Object.toBe (/home/runner/work/s/s/t/p.test.js:5:1)</failure></testcase></testsuite></testsuites>")
            .Cases[0].Failure!.Message.ShouldBe("Error: expect(received).toBe(expected)\nExpected: 1\nReceived: 2");

    [Fact]
    public void Surefire_states_type_and_retries()
    {
        var file = Read("<testsuite name='S'><testcase classname='S' name='a' time='1,234.5'><failure type='java.lang.IllegalStateException' "
            + "message='boom'>at x</failure><rerunFailure message='boom'/></testcase>"
            + "<testcase classname='S' name='b'><flakyFailure message='once'>at y</flakyFailure></testcase></testsuite>");

        file.Cases[0].Failure!.Type.ShouldBe("java.lang.IllegalStateException");
        file.Cases[0].Seconds.ShouldBe(1234.5);
        file.Cases[0].FailedAttempts.ShouldBe(1);
        file.Cases[1].ShouldSatisfyAllConditions(c => c.Outcome.ShouldBe(TestOutcome.Passed), c => c.FailedAttempts.ShouldBe(1));
    }

    [Fact]
    public void Go_junit_report_says_failed_and_puts_the_words_into_the_text() =>
        Read("<testsuites><testsuite name='p'><testcase classname='p' name='TestX' time='0.000'><failure message='Failed' type=''>    x_test.go:9: got 2, "
            + "want 3</failure></testcase></testsuite></testsuites>")
            .Cases[0].Failure!.Message.ShouldContain("got 2, want 3");

    [Fact]
    public void Playwright_and_gradle_nest_properties_and_output_which_passing_tests_keep_for_the_negative_control()
    {
        var file = Read("<testsuites><testsuite name='a.spec.ts'><properties><property name='n' value='v'/></properties><testcase name='t' "
            + "classname='a.spec.ts' time='2'><system-out><![CDATA[hello]]></system-out></testcase><testcase name='s' "
            + "classname='a.spec.ts'><skipped/></testcase></testsuite></testsuites>");

        file.Cases.Select(c => c.Outcome).ShouldBe([TestOutcome.Passed, TestOutcome.Skipped]);
        file.Cases[0].Output.ShouldBe("hello");
    }

    [Fact]
    public void Suites_may_be_nested_and_attributes_missing() =>
        Read("<testsuites><testsuite><testsuite><testcase/></testsuite><testcase name='b'/></testsuite></testsuites>").Cases.Select(c => c.Id)
            .ShouldBe(["", "b"]);

    [Fact]
    public void A_broken_fixture_is_an_error_whose_wrapping_is_taken_off() =>
        Read("<testsuite><testcase classname='c' name='n'><error message='failed on setup with \"ConnectionError: refused\"'>x</error></testcase></testsuite>")
            .Cases[0]
            .ShouldSatisfyAllConditions(c => c.Outcome.ShouldBe(TestOutcome.Error), c => c.Failure!.Message.ShouldBe("ConnectionError: refused"));

    [Theory]
    [InlineData("cart.py:1: in m\n    import b\nE   KeyError: 'SIZE'", "KeyError: 'SIZE'\ncollection failure")]
    [InlineData("E   ValueError: a\nc.py:2: in m\nE     File \"c.py\", line 2\nE   SyntaxError: invalid syntax",
        "SyntaxError: invalid syntax\ncollection failure")]
    [InlineData("nothing marked", "collection failure")]
    public void A_test_file_that_could_not_be_loaded_says_why(string text, string message) =>
        Read($"<testsuite><testcase classname='' name='n'><error message='collection failure'>{text}</error></testcase></testsuite>")
            .Cases[0].Failure!.Message.ShouldBe(message);

    [Fact]
    public void Tests_before_a_break_are_kept_and_the_break_is_named_with_its_line()
    {
        var file = Read("<testsuite>\n<testcase name='a'/>\n<testcase name='b'><failure");

        file.Cases.Select(c => $"{c.Id} {c.Outcome}").ShouldBe(["a Passed", "b Failed"]);
        file.Problems.ShouldHaveSingleItem().ToString().ShouldBe("results/a.xml:3: not well-formed XML: the file ends inside <failure>; 2 tests were read");
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        var file = Read("<!DOCTYPE x [<!ENTITY a \"b\">]><testsuite><testcase name='&a;'/></testsuite>");

        file.Cases.ShouldHaveSingleItem().Name.ShouldBe("&a;");
        file.Problems.ShouldHaveSingleItem().Reason.ShouldBe("the DTD declares entities, which are not expanded; 1 test was read");
    }

    [Fact]
    public void Two_hundred_thousand_nested_elements_are_a_problem() =>
        Read("<testsuite><testcase name='a'/>" + string.Concat(Enumerable.Repeat("<a>", 200_000))).ShouldSatisfyAllConditions(
            f => f.Cases.Count.ShouldBe(1), f => f.Problems.ShouldHaveSingleItem().Reason.ShouldContain("nested deeper than 64"));

    [Fact]
    public void Nesting_inside_a_test_is_limited_too_and_the_test_is_kept() =>
        Read("<testsuite><testcase name='a'><failure>" + string.Concat(Enumerable.Repeat("<a>", 5000))).ShouldSatisfyAllConditions(
            f => f.Cases.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Failed), f => f.Problems.ShouldHaveSingleItem());

    [Fact]
    public void A_huge_failure_text_is_cut() =>
        Read($"<testsuite><testcase name='a'><failure>{new string('x', 3_000_000)}</failure></testcase></testsuite>").Cases[0]
            .Failure!.Text.Length.ShouldBe(ReadLimits.MaxFailureText);

    [Fact]
    public void Control_characters_and_a_byte_order_mark_are_read() =>
        ResultFormats.Read(new MemoryStream([.. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes("<testsuite><testcase name='a'><failure message='x &#x1b;[31mred'/></testcase></testsuite>")]), "a", "a")!
            .Cases[0].Failure!.Message.ShouldBe("x red");

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\t", "the file is blank")]
    [InlineData("not xml", "not XML")]
    [InlineData("<testsuites/>", "there is no test in it, and it does not say how many were run")]
    public void What_is_meant_as_a_result_file_and_holds_none_is_not_read(string text, string reason) =>
        Read(text).ShouldSatisfyAllConditions(f => f.Cases.ShouldBeEmpty(), f => f.Extent.ShouldBe(ReadExtent.None),
            f => f.Problems.ShouldHaveSingleItem().Reason.ShouldBe(reason));

    [Fact]
    public void Xml_of_another_kind_is_only_named() =>
        Read("<html/>").ShouldSatisfyAllConditions(f => f.Cases.ShouldBeEmpty(), f => f.Problems.ShouldBeEmpty(),
            f => f.Warnings.ShouldHaveSingleItem().ShouldStartWith("results/a.xml:1: <html> begins no result file"));
}
