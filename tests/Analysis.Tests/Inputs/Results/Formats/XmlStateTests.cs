using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Formats;

/// <summary>How each writer of XML says that a test did not simply pass or fail.</summary>
public sealed class XmlStateTests
{
    [Theory]
    // pytest
    [InlineData("<testcase name='a'><skipped type='pytest.xfail' message='#14 rounds down'/></testcase>", TestOutcome.ExpectedFailure)]
    [InlineData("<testcase name='a'><failure message='[XPASS(strict)] #9'>[XPASS(strict)] #9</failure></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><skipped type='pytest.skip' message='no'/></testcase>", TestOutcome.Skipped)]
    // unittest-xml-reporting, nose2
    [InlineData("<testcase name='a'><skipped type='XFAIL' message='expected failure: x'/></testcase>", TestOutcome.ExpectedFailure)]
    [InlineData("<testcase name='a'><error type='UnexpectedSuccess' message='Unexpected success'/></testcase>", TestOutcome.Error)]
    [InlineData("<testcase name='a'><skipped message='expected test failure'>x</skipped></testcase>", TestOutcome.ExpectedFailure)]
    [InlineData("<testcase name='a'><skipped message='test passes unexpectedly'/></testcase>", TestOutcome.UnexpectedPass)]
    // gtest
    [InlineData("<testcase name='a' status='run' result='completed'/>", TestOutcome.Passed)]
    [InlineData("<testcase name='a' status='run' result='skipped'/>", TestOutcome.Skipped)]
    [InlineData("<testcase name='DISABLED_a' status='notrun' result='suppressed'/>", TestOutcome.Disabled)]
    [InlineData("<testcase name='DISABLED_a' status='notrun'/>", TestOutcome.Disabled)]
    [InlineData("<testcase name='a' status='notrun'/>", TestOutcome.NotRun)]
    // ctest
    [InlineData("<testcase name='a' status='disabled'><system-out>Disabled</system-out></testcase>", TestOutcome.Disabled)]
    [InlineData("<testcase name='a' status='notrun'><skipped message='SKIP_RETURN_CODE=77'/></testcase>", TestOutcome.Skipped)]
    [InlineData("<testcase name='a' status='notrun'><skipped message='Unable to find executable'/></testcase>", TestOutcome.Error)]
    [InlineData("<testcase name='a' status='notrun'><skipped message='Fixture dependency failed'/></testcase>", TestOutcome.Error)]
    [InlineData("<testcase name='a' status='fail'><failure message=''/></testcase>", TestOutcome.Failed)]
    // Catch2
    [InlineData("<testcase name='a' status='run'><skipped message='TEST_CASE tagged with !mayfail'/><failure message='1==2'/></testcase>",
        TestOutcome.ExpectedFailure)]
    [InlineData("<testcase name='a' status='run'><skipped message='TEST_CASE tagged with !mayfail'/></testcase>", TestOutcome.Passed)]
    // node
    [InlineData("<testcase name='a'><skipped type='todo' message='later'/><failure message='1 == 2'/></testcase>", TestOutcome.ExpectedFailure)]
    [InlineData("<testcase name='a'><skipped type='todo' message='later'/></testcase>", TestOutcome.Skipped)]
    // others
    [InlineData("<testcase name='a'><disabled/></testcase>", TestOutcome.Disabled)]
    [InlineData("<testcase name='a'><skipped message='void Shop.a() is @Disabled'/></testcase>", TestOutcome.Disabled)]
    [InlineData("<testcase name='a' status='failed'/>", TestOutcome.Failed)]
    [InlineData("<testcase name='a' status='FAILED'><system-out>x</system-out></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a' status='errored'/>", TestOutcome.Error)]
    [InlineData("<testcase name='a' result='fail'/>", TestOutcome.Failed)]
    [InlineData("<testcase name='a' status='passed'/>", TestOutcome.Passed)]
    [InlineData("<testcase name='a' status='disabled'><failure>x</failure></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><skipped/><failure>x</failure></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><skipped message='Not run'/></testcase>", TestOutcome.NotRun)]
    [InlineData("<testcase name='a'><skipped message='skipped since the run was cancelled'/></testcase>", TestOutcome.NotRun)]
    [InlineData("<testcase name='a'><skipped message='not run on Windows'/></testcase>", TestOutcome.Skipped)]
    [InlineData("<testcase name='a'><skipped/></testcase>", TestOutcome.Skipped)]
    // tries
    [InlineData("<testcase name='a'><flakyFailure/></testcase>", TestOutcome.Passed)]
    [InlineData("<testcase name='a'><failure/><rerunFailure/></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><rerunFailure message='x'/><rerunFailure message='x'/></testcase>", TestOutcome.Failed)]
    public void JUnit(string test, TestOutcome expected) =>
        ReadXml.Text($"<testsuite>{test}</testsuite>").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("Passed", TestOutcome.Passed)]
    [InlineData("Failed", TestOutcome.Failed)]
    [InlineData("Timeout", TestOutcome.Error)]
    [InlineData("Aborted", TestOutcome.Error)]
    [InlineData("PassedButRunAborted", TestOutcome.Error)]
    [InlineData("NotRunnable", TestOutcome.Error)]
    [InlineData("InProgress", TestOutcome.Error)]
    [InlineData("NotExecuted", TestOutcome.Skipped)]
    [InlineData("Inconclusive", TestOutcome.Skipped)]
    [InlineData("Pending", TestOutcome.NotRun)]
    [InlineData("Warning", TestOutcome.Passed)]
    public void Trx(string word, TestOutcome expected) => ReadXml.Text($"<TestRun><Results><UnitTestResult testName='A' outcome='{word}'/></Results>"
        + $"</TestRun>").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("result='Skipped' label='Ignored'", TestOutcome.Disabled)]
    [InlineData("result='Skipped' label='Explicit'", TestOutcome.Skipped)]
    [InlineData("result='Skipped'", TestOutcome.Skipped)]
    [InlineData("result='Inconclusive'", TestOutcome.Skipped)]
    [InlineData("result='Warning'", TestOutcome.Passed)]
    [InlineData("result='Failed' label='Invalid'", TestOutcome.Error)]
    [InlineData("runstate='Runnable'", TestOutcome.NotRun)]
    public void NUnit_3(string attributes, TestOutcome expected) => ReadXml.Text($"<test-run><test-case name='A' {attributes}/>"
        + $"</test-run>").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("result='Ignored' executed='False'", TestOutcome.Disabled)]
    [InlineData("result='Inconclusive' executed='True' success='False'", TestOutcome.Skipped)]
    [InlineData("result='NotRunnable' executed='False'", TestOutcome.Error)]
    [InlineData("executed='True' success='False'", TestOutcome.Failed)]
    public void NUnit_2(string attributes, TestOutcome expected) => ReadXml.Text($"<test-results><test-case name='A' {attributes}/>"
        + $"</test-results>").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("Pass", TestOutcome.Passed)]
    [InlineData("Skip", TestOutcome.Skipped)]
    [InlineData("NotRun", TestOutcome.Skipped)]
    public void XUnit(string word, TestOutcome expected) => ReadXml.Text($"<assemblies><assembly><test name='A' result='{word}'/></assembly>"
        + $"</assemblies>").Cases.ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("<TestRun><Results><UnitTestResult testName='A' outcome='Exploded'/></Results></TestRun>")]
    [InlineData("<test-run><test-case name='A' result='Exploded'/></test-run>")]
    [InlineData("<assemblies><assembly><test name='A' result='Exploded'/></assembly></assemblies>")]
    public void A_word_that_is_not_known_is_no_pass_and_is_told(string xml) => ReadXml.Text(xml).ShouldSatisfyAllConditions(
        f => f.Cases.ShouldHaveSingleItem().Outcome.IsPass().ShouldBeFalse(), f => f.Problems.ShouldHaveSingleItem().Reason.ShouldContain("Exploded"));
}
