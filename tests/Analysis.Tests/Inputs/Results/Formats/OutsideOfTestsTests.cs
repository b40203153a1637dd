using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Formats;

/// <summary>Failures of a run, a class or a suite. Each is a failure with its name and message, and none is a test.</summary>
public sealed class OutsideOfTestsTests
{
    private static string Trx(string outcome, string infos, string results = "<UnitTestResult testId='1' testName='Shop.A' outcome='Passed'/>") =>
        $"<TestRun><Results>{results}</Results><ResultSummary outcome='{outcome}'><Counters total='1'/><RunInfos>{infos}</RunInfos></ResultSummary></TestRun>";

    [Theory]
    [InlineData("Error")]
    [InlineData("Min")]
    [InlineData("Aborted")]
    public void A_host_that_crashed_is_a_failure_of_the_run(string word)
    {
        var file = ReadXml.Text(Trx("Failed", $"<RunInfo outcome='{word}'>"
            + $"<Text>The active test run was aborted. Reason: Test host process crashed : pool exhausted\n   at System.Environment.FailFast()</Text>"
            + $"</RunInfo>"));

        ReadXml.Cases(file).ShouldBe("Shop.A Passed\n"
            + "Run: test run Error | The active test run was aborted. Reason: Test host process crashed : pool exhausted");
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Warnings_of_a_run_are_no_failures() =>
        ReadXml.Cases(ReadXml.Text(Trx("Completed", "<RunInfo outcome='Warning'><Text>[xUnit.net 00:00:01.13]     Shop.B [SKIP]</Text>"
            + "</RunInfo>"))).ShouldBe("Shop.A Passed");

    [Fact]
    public void What_a_run_says_of_a_test_that_failed_is_no_second_failure()
    {
        const string Infos = "<RunInfo outcome='Error'><Text>[xUnit.net 00:00:00.39]     Shop.A [FAIL]</Text></RunInfo><RunInfo outcome='Error'>"
            + "<Text>Exit code indicates failure: '2'. Please refer to …</Text></RunInfo>";
        var failed = "<UnitTestResult testId='1' testName='Shop.A' outcome='Failed'><Output><ErrorInfo><Message>x</Message></ErrorInfo></Output>"
            + "</UnitTestResult>";

        ReadXml.Cases(ReadXml.Text(Trx("Failed", Infos, failed))).ShouldBe("Shop.A Failed | x");
        ReadXml.Cases(ReadXml.Text(Trx("Failed", Infos))).ShouldBe("""
            Shop.A Passed
            Run: test run Error | [xUnit.net 00:00:00.39]     Shop.A [FAIL]
            Run: test run (2) Error | Exit code indicates failure: '2'. Please refer to …
            """);
    }

    [Fact]
    public void A_fixture_that_NUnits_adapter_only_warns_of_is_a_failure() => ReadXml.Cases(ReadXml.Text(Trx("Completed", """
        <RunInfo outcome='Warning'><Text>TearDown failed for test fixture Shop.Orders</Text></RunInfo>
        <RunInfo outcome='Warning'><Text>TearDown : System.InvalidOperationException : valve still open
        StackTrace: --TearDown</Text></RunInfo>
        """))).ShouldBe("Shop.A Passed\nSuite: Shop.Orders (TearDown) Error | TearDown : System.InvalidOperationException : valve still open");

    [Fact]
    public void A_class_clean_up_that_xUnits_adapter_tells_as_a_result_is_no_try_of_the_test()
    {
        const string CleanUp = "<UnitTestResult testId='1' testName='Shop.A' outcome='Failed'><Output><ErrorInfo>"
            + "<Message>[Test Class Cleanup Failure (Shop)]: System.Exception : disposed</Message></ErrorInfo></Output></UnitTestResult>";
        const string Info = "<RunInfo outcome='Error'><Text>[xUnit.net 00:00:00.88]     [Test Class Cleanup Failure (Shop)] System.Exception</Text></RunInfo>";

        ReadXml.Cases(ReadXml.Text(Trx("Failed", Info, CleanUp + "<UnitTestResult testId='1' testName='Shop.A' outcome='Passed'/>"))).ShouldBe("""
            Suite: Shop (Class clean-up) Error | [Test Class Cleanup Failure (Shop)]: System.Exception : disposed
            Shop.A Passed
            """);
        ReadXml.Cases(ReadXml.Text("<testsuite><testcase classname='Shop' name='A'><failure message='[Test Class Cleanup Failure (Shop)]: disposed'/>"
            + "</testcase><testcase classname='Shop' name='A'/></testsuite>"))
            .ShouldBe("Suite: Shop (Class clean-up) Failed | [Test Class Cleanup Failure (Shop)]: disposed\nShop::A Passed");
    }

    [Fact]
    public void What_was_left_when_the_run_was_aborted_did_not_run() => ReadXml.Cases(ReadXml.Text(Trx("Failed",
        "<RunInfo outcome='Error'><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo>",
        "<UnitTestResult testId='1' testName='A' outcome='NotExecuted'/><UnitTestResult testId='2' testName='B' outcome='InProgress'/>"))).ShouldBe("""
        A NotRun
        B Error | the test did not end
        Run: test run Error | The active test run was aborted. Reason: Test host process crashed
        """);

    [Fact]
    public void Of_NUnits_suites_only_those_fail_that_broke_themselves() => ReadXml.Cases(ReadXml.Text("""
        <test-run result='Failed'><test-suite type='Assembly' name='a.dll' fullname='/a.dll' result='Failed' site='Child'><failure>
          <message>One or more child tests had errors</message></failure>
          <test-suite type='SetUpFixture' name='Db' fullname='Shop.Db' result='Failed' label='Error' site='SetUp'><failure>
            <message>OneTimeSetUp: no database</message><stack-trace>at Db.cs:3</stack-trace></failure>
            <test-suite type='TestFixture' name='Orders' fullname='Shop.Orders' result='Failed' label='Error' site='Parent'><failure>
              <message>OneTimeSetUp: no database</message></failure>
              <test-case name='A' classname='Shop.Orders' result='Failed' label='Error' site='Parent'><failure>
                <message>OneTimeSetUp: no database</message></failure></test-case>
            </test-suite>
          </test-suite>
          <test-suite type='TestFixture' name='Pump' fullname='Shop.Pump' result='Failed' label='Error' site='TearDown'><failure>
            <message>TearDown : valve still open</message></failure><test-case name='B' classname='Shop.Pump' result='Passed'/></test-suite>
          <test-suite type='TestFixture' name='Odd' fullname='Shop.Odd' runstate='NotRunnable' result='Failed' label='Invalid'><reason>
            <message>No suitable constructor was found</message></reason></test-suite>
        </test-suite></test-run>
        """)).ShouldBe("""
        Suite: Shop.Db (SetUp) Error | OneTimeSetUp: no database
        Shop.Orders::A Error | OneTimeSetUp: no database
        Suite: Shop.Pump (TearDown) Error | TearDown : valve still open
        Shop.Pump::B Passed
        Suite: Shop.Odd Error | No suitable constructor was found
        """);

    [Fact]
    public void NUnit_2_tells_of_fixtures_too() => ReadXml.Cases(ReadXml.Text("""
        <test-results total='1' failures='0' errors='0'><test-suite name='all' result='Failure' success='False'><failure>
          <message>Child test failed</message></failure><results>
          <test-suite name='Shop.Pump' result='Error' success='False'><failure><message>TearDown : valve still open</message></failure><results>
            <test-case name='Shop.Pump.B' result='Success' success='True'/></results></test-suite>
        </results></test-suite></test-results>
        """)).ShouldBe("Suite: Shop.Pump Error | TearDown : valve still open\nShop.Pump::B Passed");

    [Fact]
    public void XUnit_tells_of_clean_ups_and_of_an_assembly_that_could_not_run() => ReadXml.Cases(ReadXml.Text("""
        <assemblies><assembly name='a.dll' total='1' failed='0' errors='2'><errors>
          <error type='test-class-cleanup' name='Shop.Orders'><failure exception-type='System.Exception'><message>disposed</message></failure></error>
          <error type='fatal'><failure><message>Could not load file or assembly</message></failure></error></errors>
          <collection><test name='A' type='Shop.Orders' result='Pass'/></collection></assembly></assemblies>
        """)).ShouldBe("Suite: test-class-cleanup Shop.Orders Error | disposed\nRun: fatal Error | Could not load file or assembly\nShop.Orders::A Passed");

    [Fact]
    public void JUnit_has_failures_right_in_suites_and_in_tests_without_a_name() => ReadXml.Cases(ReadXml.Text("""
        <testsuites name='all'><error message='global setup: no network'/>
          <testsuite name='b_t' tests='1' errors='4'><testcase name='1 - a'/><system-err>Dubious</system-err>
            <error message='Dubious, test returned 3'/></testsuite>
          <testsuite name='pay.bats'><testcase classname='pay.bats' name=''><failure>setup_file failed</failure></testcase></testsuite>
          <testsuite name='NonTestSuiteFailure'><testcase name='' classname=''><failure message='env teardown'/></testcase></testsuite>
          <testsuite name='Shop.dll'><system-err>Error - [xUnit.net 00:00:01] A [FAIL]
        Error - The active test run was aborted. Reason: Test host process crashed</system-err></testsuite>
        </testsuites>
        """)).ShouldBe("""
        Run: all Error | global setup: no network
        b_t::1 - a Passed
        Suite: b_t Error | Dubious, test returned 3
        Suite: pay.bats Failed | setup_file failed
        Suite: NonTestSuiteFailure Failed | env teardown
        Run: test run Error | The active test run was aborted. Reason: Test host process crashed
        """);
}
