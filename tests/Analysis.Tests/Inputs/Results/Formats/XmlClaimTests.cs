using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Formats;

/// <summary>What XML files say of themselves. More failures, or more tests, than stand in a file make it one that is not known as a whole.</summary>
public sealed class XmlClaimTests
{
    private const string Case = "<testcase classname='c' name='a'/>";
    private const string Bad = "<testcase classname='c' name='b'><failure>x</failure></testcase>";

    [Theory]
    [InlineData($"<testsuite name='api' tests='5' failures='0' errors='2'>{Case}</testsuite>", "suite api counts 2 failed, and 0 were read")]
    [InlineData($"<testsuite name='api' tests='1' failures='1' errors='0'>{Case}</testsuite>", "suite api counts 1 failed, and 0 were read")]
    [InlineData($"<testsuite name='api' tests='9'>{Case}</testsuite>", "suite api counts 9 tests, and 1 were read")]
    [InlineData($"<testsuite name='api' tests='9' skipped='2'>{Case}<testcase name='s'><skipped/></testcase></testsuite>",
        "suite api counts 9 tests, and 2 were read")]
    [InlineData($"<testsuite name='api' failures='5'>{Bad}</testsuite>", "suite api counts 5 failed, and 1 were read")]
    [InlineData($"<testsuites tests='2' failures='1'><testsuite>{Case}</testsuite></testsuites>", "<testsuites> counts 1 failed, and 0 were read")]
    [InlineData($"<testsuites name='go' errors='1'><testsuite name='pkg' tests='1'>{Case}</testsuite></testsuites>",
        "suite go counts 1 failed, and 0 were read")]
    [InlineData($"<testsuites tests='3'><testsuite name='o' tests='3'><testsuite name='i' tests='2'>{Case}</testsuite></testsuite></testsuites>",
        "suite i counts 2 tests, and 1 were read")]
    [InlineData("<testsuite name='karma' tests='0' errors='1' failures='0'></testsuite>", "suite karma counts 1 failed, and 0 were read")]
    public void A_suite_that_counts_more_than_it_holds_is_told_once(string xml, string reason) => ReadXml.Text(xml).ShouldSatisfyAllConditions(
        f => f.Problems.ShouldHaveSingleItem().Reason.ShouldBe(reason), f => f.Extent.ShouldBe(ReadExtent.Partial));

    [Theory]
    [InlineData($"<testsuite tests='2' failures='1'>{Case}{Bad}</testsuite>")]
    [InlineData("<testsuite tests='0' failures='0'/>")]
    [InlineData($"<testsuites tests='1'><testsuite tests='1'><testsuite tests='0'>{Case}</testsuite></testsuite></testsuites>")]
    [InlineData("<testsuite tests='3' failures='1' skipped='1'><testcase name='a'/><testcase name='b'><skipped/></testcase><testcase name='c'>"
        + "<flakyFailure/></testcase></testsuite>")]
    [InlineData("<testsuite tests='3' failures='3'><testcase name='a'><failure/><rerunFailure/><rerunFailure/></testcase></testsuite>")]
    [InlineData("<testsuite tests='1' failures='1' errors='1'><testcase name='a'><failure/><error/></testcase></testsuite>")]
    [InlineData("<testsuite tests='1' failures='1' errors='1'><testcase name='a'><error/></testcase></testsuite>")]
    [InlineData("<testsuite tests='2' failures='2'><testcase name='sub'><failure/><failure/></testcase></testsuite>")]
    [InlineData("<testsuite name='c2' hostname='tbd' errors='0' failures='0' tests='9'><testcase name='a'/></testsuite>")]
    [InlineData("<testsuite name='dt' errors='0' failures='0' tests='9' doctest_version='2.4.9'><testcase name='a'/></testsuite>")]
    [InlineData("<testsuite name='pytest' errors='0' failures='0' skipped='0' tests='4' hostname='ci' timestamp='2026-10-12T08:00:00'>"
        + "<testcase name='a'/></testsuite>")]
    [InlineData("<testsuite name='qt' errors='7' failures='0' tests='1'><properties><property name='QtVersion' value='5.15.2'/></properties>"
        + "<testcase name='a'/></testsuite>")]
    [InlineData("<testsuite tests='1' failures='1'><testcase name='a'/><error message='tear-down'/></testsuite>")]
    [InlineData("<testsuite name='rust' errors='0' failures='0' tests='3' skipped='2'><testcase name='a'/></testsuite>")]
    [InlineData("<testsuites><testsuite name='node' tests='2' failures='0'><testsuite name='inner' tests='1'><testcase name='a'/></testsuite>"
        + "<testcase name='b'/></testsuite></testsuites>")]
    [InlineData("<testsuite tests='unknown' failures='-'><testcase name='a'/></testsuite>")]
    [InlineData("<testsuite tests='6'><testcase name='a'/><testcase name='b'/><testcase name='c'><failure/></testcase><testcase name='c'><failure/>"
        + "</testcase><testcase name='c'/><testcase name='d'/></testsuite>")]
    public void What_real_writers_count_is_no_contradiction(string xml) => ReadXml.Text(xml).Problems.ShouldBeEmpty();

    private static string Trx(string results, string summary) => $"<TestRun><Results>{results}</Results>{summary}</TestRun>";

    [Theory]
    [InlineData("<ResultSummary outcome='Failed'><Counters total='1' passed='1' failed='0'/></ResultSummary>",
        "the run's outcome is Failed, and no failure was read")]
    [InlineData("<ResultSummary outcome='Aborted'><Counters total='1' passed='1' failed='0'/></ResultSummary>", "the run's outcome is Aborted")]
    [InlineData("<ResultSummary outcome='Completed'><Counters total='3' passed='3' failed='0'/></ResultSummary>",
        "the summary counts 3 tests, and 1 were read")]
    [InlineData("<ResultSummary outcome='Completed'><Counters total='1' passed='1' failed='1'/></ResultSummary>",
        "the summary counts 1 failed, and 0 were read")]
    [InlineData("<ResultSummary outcome='Failed'><Counters total='1' passed='0' failed='0' timeout='1'/></ResultSummary>",
        "the summary counts 1 failed, and 0 were read")]
    public void Trx_that_contradicts_its_summary_is_not_known_as_a_whole(string summary, string reason) =>
        ReadXml.Problems(ReadXml.Text(Trx("<UnitTestResult testName='A' outcome='Passed'/>", summary),
            "results/a.trx")).ShouldBe([$"results/a.trx:1: {reason}"]);

    [Theory]
    [InlineData("<UnitTestResult testName='A' outcome='Passed'/>", "<ResultSummary outcome='Completed'><Counters total='1' passed='1' failed='0'/>"
        + "</ResultSummary>")]
    [InlineData("<UnitTestResult testName='A' outcome='Passed'/>", "<ResultSummary outcome='Complete'/>")]
    [InlineData("<UnitTestResult testName='A' outcome='Passed'/>", "")]
    [InlineData("", "<ResultSummary outcome='Completed'><Counters total='0' passed='0' failed='0'/></ResultSummary>")]
    [InlineData("<UnitTestResult testName='A' outcome='Failed'/>", "<ResultSummary outcome='Failed'>"
        + "<Counters total='1' executed='1' passed='0' failed='1'/></ResultSummary>")]
    [InlineData("<UnitTestResult testName='A' outcome='Timeout'/>", "<ResultSummary outcome='Completed'><Counters total='1' failed='1' timeout='0'/>"
        + "</ResultSummary>")]
    [InlineData("<UnitTestResult testName='A' outcome='Failed'><InnerResults><UnitTestResult testName='A (1)' outcome='Failed'/>"
        + "<UnitTestResult testName='A (2)' outcome='Passed'/></InnerResults></UnitTestResult>",
        "<ResultSummary outcome='Failed'><Counters total='3' passed='1' failed='2'/></ResultSummary>")]
    [InlineData("<UnitTestResult testName='A' outcome='NotExecuted'/>", "<ResultSummary outcome='Completed'>"
        + "<Counters total='1' executed='0' passed='0' failed='0' notExecuted='0'/></ResultSummary>")]
    public void Trx_as_its_writers_count_is_no_contradiction(string results, string summary) => ReadXml.Text(Trx(results, summary)).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("<test-run result='Failed' total='2' passed='2' failed='0'><test-case name='a' result='Passed'/><test-case name='b' result='Passed'/>"
        + "</test-run>", "the run is marked as failed, and no failure was read in it")]
    [InlineData("<test-run result='Passed' total='3' failed='0'><test-case name='a' result='Passed'/></test-run>", "the run counts 3 tests, and 1 were read")]
    [InlineData("<test-run result='Failed' failed='1'><test-suite name='S' result='Failed' failed='1'><test-case name='a' result='Passed'/>"
        + "</test-suite></test-run>", "suite S counts 1 failed, and 0 were read")]
    [InlineData("<test-run result='Failed' label='Cancelled' failed='1'><test-case name='a' result='Failed' label='Cancelled'/></test-run>",
        "the run was cancelled")]
    [InlineData("<test-results total='4' errors='0' failures='0'><test-suite><results><test-case name='S.A' success='True'/></results></test-suite>"
        + "</test-results>", "the run counts 4 tests, and 1 were read")]
    [InlineData("<test-results total='1' errors='0' failures='1'><test-suite><results><test-case name='S.A' success='True'/></results></test-suite>"
        + "</test-results>", "the run counts 1 failed, and 0 were read")]
    [InlineData("<test-results total='1'><test-suite name='S' result='Failure' success='False'><results><test-case name='S.A' result='Success'/>"
        + "</results></test-suite></test-results>", "suite S is marked as failed, and no failure was read in it")]
    [InlineData("<assemblies><assembly name='/a/b.dll' total='2' passed='2' failed='0'><collection><test name='A' result='Pass'/></collection>"
        + "</assembly></assemblies>", "assembly b.dll counts 2 tests, and 1 were read")]
    [InlineData("<assemblies><assembly name='b.dll' total='1' failed='0' errors='1'><collection><test name='A' result='Pass'/></collection></assembly>"
        + "</assemblies>", "assembly b.dll counts 1 failed, and 0 were read")]
    public void NUnit_and_xUnit_that_contradict_themselves_are_not_known_as_a_whole(string xml, string reason) =>
        ReadXml.Problems(ReadXml.Text(xml)).ShouldBe([$"results/a.xml:1: {reason}"]);

    [Theory]
    [InlineData("<test-run result='Failed' total='1' failed='1'><test-suite name='S' result='Failed' site='Child' total='1' failed='1'><failure>"
        + "<message>One or more child tests had errors</message></failure><test-case name='a' result='Failed'/></test-suite></test-run>")]
    [InlineData("<test-run testcasecount='9' result='Passed' total='1' passed='1' failed='0'><test-case name='a' result='Passed'/></test-run>")]
    [InlineData("<test-results total='1' errors='0' failures='0' not-run='1'><test-suite result='Success'><results>"
        + "<test-case name='a' result='Success'/><test-case name='b' executed='False' result='Ignored'/></results></test-suite></test-results>")]
    [InlineData("<assemblies><assembly name='b.dll' total='1' failed='0' errors='1'><errors><error type='assembly-cleanup'><failure>"
        + "<message>x</message></failure></error></errors><collection><test name='A' result='Pass'/></collection></assembly></assemblies>")]
    public void NUnit_and_xUnit_as_they_count_are_no_contradiction(string xml) => ReadXml.Text(xml).Problems.ShouldBeEmpty();
}
