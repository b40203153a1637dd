using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>One small file per format, as its tool writes it.</summary>
public sealed class FormatTests
{
    private static ResultFile? Read(string text, string source = "results/a.txt", Encoding? encoding = null) =>
        ResultFormats.Read(new MemoryStream([.. (encoding ?? new UTF8Encoding(false)).Preamble, .. (encoding ?? Encoding.UTF8).GetBytes(text)]), source, "a");

    private static string Told(ResultFile file) => string.Join('\n',
        file.Cases.Select(c => $"{c.Id} {c.Outcome} {c.Line}{(c.Failure is { } f ? $" {f.Type}|{f.Message}|{f.Line}" : "")}"
            + $"{(c.FailedAttempts > 0 ? $" after {c.FailedAttempts}" : "")}"));

    [Fact]
    public void Trx_names_classes_by_the_definitions_and_counts_rows_instead_of_their_parent() => Told(Read("""
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Times start="2026-11-20T12:00:00+01:00" />
          <Results>
            <UnitTestResult testId="1" testName="Shop.Orders.Lists" outcome="Passed" duration="00:00:00.5" />
            <UnitTestResult testId="2" testName="AddsUp (3)" outcome="Failed">
              <Output><ErrorInfo><Message>Assert.Equal() Failure</Message><StackTrace>   at Shop.Orders.AddsUp() in Orders.cs:line 12</StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testId="3" testName="Rows" outcome="Failed"><InnerResults>
              <UnitTestResult testId="3" testName="Rows (1)" outcome="Passed" /><UnitTestResult testId="3" testName="Rows (2)" outcome="Timeout" />
            </InnerResults></UnitTestResult>
            <UnitTestResult testId="4" testName="Later" outcome="NotExecuted" />
          </Results>
          <TestDefinitions>
            <UnitTest id="1"><TestMethod className="Shop.Orders, Shop, Version=1.0" name="Lists" /></UnitTest>
            <UnitTest id="2"><TestMethod className="Shop.Orders" name="AddsUp" /></UnitTest>
          </TestDefinitions>
        </TestRun>
        """)!).ShouldBe("""
        Shop.Orders::Lists Passed 5
        Shop.Orders::AddsUp (3) Failed 6 |Assert.Equal() Failure|7
        Rows (1) Passed 10
        Rows (2) Error 10 |its outcome is Timeout|10
        Later Skipped 12
        """);

    [Fact]
    public void XUnit_also_tells_of_errors_outside_of_tests() => Told(Read("""
        <assemblies><assembly name="shop.dll" run-date="2026-11-20" run-time="12:00:00" time="1.5">
          <errors><error type="assembly-cleanup" name="shop"><failure exception-type="System.IO.IOException"><message>disk full</message></failure></error></errors>
          <collection><test name="Shop.Orders.AddsUp" type="Shop.Orders" method="AddsUp" time="0.5" result="Fail">
            <failure exception-type="Xunit.Sdk.EqualException"><message><![CDATA[Assert.Equal() Failure]]></message><stack-trace>at Shop.Orders.AddsUp()</stack-trace></failure>
          </test><test name="Later" type="Shop.Orders" method="Later" result="Skip"><reason>slow</reason></test></collection>
        </assembly></assemblies>
        """)!).ShouldBe("""
        assembly-cleanup shop Error 2 System.IO.IOException|disk full|2
        Shop.Orders::AddsUp Failed 3 Xunit.Sdk.EqualException|Assert.Equal() Failure|4
        Shop.Orders::Later Skipped 5
        """);

    [Fact]
    public void NUnit_3_counts_what_is_inconclusive_as_skipped() => Told(Read("""
        <test-run start-time="2026-11-20 12:00:00Z" duration="1"><test-suite type="Assembly"><failure><message>child tests failed</message></failure><test-suite type="TestFixture">
          <test-case name="AddsUp" fullname="Shop.Orders.AddsUp" classname="Shop.Orders" result="Failed" duration="0.1"><failure><message>Expected: 3</message><stack-trace>at Orders.cs:12</stack-trace></failure></test-case>
          <test-case name="Breaks" fullname="Shop.Orders.Breaks" result="Failed" label="Error"><failure><message>boom</message></failure></test-case>
          <test-case name="Maybe" fullname="Shop.Orders.Maybe" classname="Shop.Orders" result="Inconclusive" />
        </test-suite></test-suite></test-run>
        """)!).ShouldBe("""
        Shop.Orders::AddsUp Failed 2 |Expected: 3|2
        Shop.Orders::Breaks Error 3 |boom|3
        Shop.Orders::Maybe Skipped 4
        """);

    [Fact]
    public void NUnit_2() => Told(Read("""
        <test-results date="2026-11-20" time="12:00:00"><test-suite><results>
          <test-case name="Shop.Orders.AddsUp(3.5)" executed="True" result="Failure" success="False" time="0.1"><failure><message>Expected: 3</message></failure></test-case>
          <test-case name="Shop.Orders.Old" executed="False" /><test-case name="Shop.Orders.Lists" executed="True" success="True" />
        </results></test-suite></test-results>
        """)!).ShouldBe("""
        Shop.Orders::AddsUp(3.5) Failed 2 |Expected: 3|2
        Shop.Orders::Old Skipped 3
        Shop.Orders::Lists Passed 3
        """);

    [Fact]
    public void Ctrf_keeps_retries_as_attempts() => Told(Read("""
        {"reportFormat": "CTRF", "results": {"tool": {"name": "x"}, "summary": {}, "tests": [
          {"name": "adds up", "suite": ["orders", "totals"], "status": "failed", "duration": 120, "message": "expected 3", "trace": "at orders.ts:12", "retries": 2},
          {"name": "lists", "status": "passed", "flaky": true, "retries": 1}, {"name": "later", "status": "pending"}]}}
        """)!).ShouldBe("""
        orders > totals::adds up Failed 2 |expected 3|2 after 2
        lists Passed 3 after 1
        later Skipped 3
        """);

    [Fact]
    public void Go_test_tells_of_tests_that_died_and_of_packages_that_do_not_build() => Told(Read("""
        {"Action":"start","Package":"shop"}
        {"Action":"run","Package":"shop","Test":"TestTotals"}
        {"Action":"output","Package":"shop","Test":"TestTotals","Output":"=== RUN   TestTotals\n"}
        {"Action":"output","Package":"shop","Test":"TestTotals","Output":"    orders_test.go:12: got 2, want 3\n"}
        {"Action":"output","Package":"shop","Test":"TestTotals","Output":"--- FAIL: TestTotals (0.00s)\n"}
        {"Action":"fail","Package":"shop","Test":"TestTotals","Elapsed":0.1}
        {"Action":"fail","Package":"shop","Elapsed":0.2}
        # shop/cart
        {"ImportPath":"shop/cart [shop/cart.test]","Action":"build-output","Output":"cart.go:3:1: undefined: total\n"}
        {"Action":"fail","Package":"shop/cart","Elapsed":0,"FailedBuild":"shop/cart [shop/cart.test]"}
        {"Action":"run","Package":"shop/late","Test":"TestForever"}
        """)!).ShouldBe("""
        shop::TestTotals Failed 2 |got 2, want 3|4
        shop/cart Error 9 |undefined: total|9
        shop/late::TestForever NotRun 11
        """);

    [Fact]
    public void Dart_leaves_out_the_hidden_tests_that_load_files() => Told(Read("""
        {"protocolVersion":"0.1.1","runnerVersion":"1.15.4","type":"start","time":0}
        {"suite":{"id":0,"path":"test\\orders_test.dart"},"type":"suite","time":0}
        {"test":{"id":1,"name":"loading test","suiteID":0},"type":"testStart","time":1}
        {"testID":1,"result":"success","skipped":false,"hidden":true,"type":"testDone","time":2}
        {"test":{"id":2,"name":"adds up","suiteID":0},"type":"testStart","time":3}
        {"testID":2,"error":"Expected: 3","stackTrace":"orders_test.dart 12","isFailure":true,"type":"error","time":4}
        {"testID":2,"result":"failure","skipped":false,"hidden":false,"type":"testDone","time":5}
        {"test":{"id":3,"name":"later","suiteID":0},"type":"testStart","time":6}
        {"testID":3,"result":"success","skipped":true,"hidden":false,"type":"testDone","time":7}
        """)!).ShouldBe("""
        test/orders_test.dart::adds up Failed 5 |Expected: 3|6
        test/orders_test.dart::later Skipped 8
        """);

    [Fact]
    public void Mocha_tells_of_hooks_that_failed() => Told(Read("""
        {"stats": {"tests": 3}, "tests": [
          {"title": "adds up", "fullTitle": "orders adds up", "currentRetry": 1, "err": {"message": "expected 3", "stack": "AssertionError: expected 3\n at orders.js:12", "name": "AssertionError"}},
          {"title": "later", "fullTitle": "orders later", "err": {}}, {"title": "lists", "fullTitle": "orders lists", "err": {}}],
         "pending": [{"title": "later", "fullTitle": "orders later"}],
         "failures": [{"title": "adds up", "fullTitle": "orders adds up"},
          {"title": "\"before each\" hook", "fullTitle": "orders \"before each\" hook", "err": {"message": "no database"}}]}
        """)!).ShouldBe("""
        orders::adds up Failed 2 AssertionError|expected 3|2 after 1
        orders::later Skipped 3
        orders::lists Passed 3
        orders::"before each" hook Error 6 |no database|6
        """);

    [Fact]
    public void RSpec() => Told(Read("""
        {"version": "3.13.0", "examples": [
          {"description": "adds up", "full_description": "Orders adds up", "status": "failed", "file_path": "./spec/orders_spec.rb", "run_time": 0.1, "exception": {"class": "RSpec::Expectations::ExpectationNotMetError", "message": "\nexpected: 3", "backtrace": ["./spec/orders_spec.rb:12"]}},
          {"full_description": "Orders later", "status": "pending", "file_path": "./spec/orders_spec.rb"}],
         "messages": ["An error occurred while loading ./spec/cart_spec.rb."], "summary": {"errors_outside_of_examples_count": 1}}
        """)!).ShouldBe("""
        spec/orders_spec.rb::Orders adds up Failed 2 RSpec::Expectations::ExpectationNotMetError|expected: 3|2
        spec/orders_spec.rb::Orders later Skipped 3
        spec/cart_spec.rb Error 4 |An error occurred while loading ./spec/cart_spec.rb.|4
        """);

    [Fact]
    public void Jest_tells_of_files_that_could_not_be_loaded() => Told(Read("""
        {"numTotalTests": 1, "numFailedTests": 1, "testResults": [
          {"name": "/shop/orders.test.js", "status": "failed", "assertionResults": [{"ancestorTitles": ["orders"], "title": "adds up", "status": "failed", "failureMessages": ["Error: expected 3\n    at orders.js:12:3"]}]},
          {"name": "/shop/cart.test.js", "status": "failed", "assertionResults": [], "message": "Cannot find module './cart'"}]}
        """)!).ShouldBe("""
        orders::adds up Failed 2 |Error: expected 3|2
        /shop/cart.test.js Error 3 |Cannot find module './cart'|3
        """);

    [Fact]
    public void Playwright_tells_attempts_and_projects() => Told(Read("""
        {"config": {"rootDir": "/shop", "fullyParallel": false}, "suites": [{"title": "a.spec.ts", "specs": [], "suites": [{"title": "checkout", "specs": [
          {"title": "total", "file": "a.spec.ts", "tests": [{"projectName": "chromium", "status": "unexpected", "results": [
            {"status": "timedOut", "error": {"message": "first"}},
            {"status": "failed", "duration": 3, "error": {"message": "\u001b[31mexpected 3\u001b[39m"}, "errors": [{"message": "expected 3\n    at a.spec.ts:8:45"}]}]}]},
          {"title": "flaky", "file": "a.spec.ts", "tests": [{"projectName": "", "status": "flaky", "results": [{"status": "failed"}, {"status": "passed"}]}]},
          {"title": "later", "file": "a.spec.ts", "tests": [{"projectName": "", "status": "skipped", "results": []}]}]}]}]}
        """)!).ShouldBe("""
        checkout::total[chromium] Failed 2 |expected 3|4 after 1
        checkout::flaky Passed 5 after 1
        checkout::later Skipped 6
        """);

    [Fact]
    public void What_a_silent_failure_printed_says_why_and_a_name_in_front_does_not() => Told(Read("""
        <testsuite name="s">
          <testcase classname="C" name="a"><failure message=""/><system-out>price: expected 3</system-out></testcase>
          <testcase classname="C" name="b"><failure>C::b with data set "x"
        price of cart</failure></testcase>
          <testcase classname="C" name="c"><failure message="Failed"/></testcase>
          <testcase classname="C" name="c/d"><failure>store is away</failure></testcase>
        </testsuite>
        """)!).ShouldBe("""
        C::a Failed 2 |price: expected 3|2
        C::b Failed 3 |price of cart|3
        C::c Failed 5 |store is away|6
        C::c/d Failed 6 |store is away|6
        """);

    [Fact]
    public void JUnit_attempts_of_one_test_are_one_case_and_rows_without_names_are_not() => Told(Read("""
        <testsuites><testsuite name="one">
          <testcase classname="C" name="a"><failure message="first"/></testcase><testcase classname="C" name="a"/>
          <testcase classname="C" name="b"><failure message="first"/></testcase><testcase classname="C" name="b"><failure message="second"/></testcase>
          <testcase classname="C" name="c"><skipped/></testcase><testcase classname="C" name="c"><error message="then"/></testcase>
          <testcase classname="C" name="d"/><testcase classname="C" name="d"><failure message="row 2"/></testcase><testcase classname="C" name="d"/>
          <testcase classname="C" name="e"><flakyFailure message="once"/></testcase>
        </testsuite><testsuite name="two"><testsuite name="inner"><testcase name="a"><failure>x</failure></testcase></testsuite><testcase classname="" name="a"/></testsuite></testsuites>
        """)!).ShouldBe("""
        C::a Passed 2 after 1
        C::b Failed 3 |second|3 after 1
        C::c Skipped 4
        C::c Error 4 |then|4
        C::d Passed 5
        C::d Failed 5 |row 2|5
        C::d Passed 5
        C::e Passed 6 after 1
        inner::a Failed 7 |x|7
        two::a Passed 7
        """);

    [Fact]
    public void A_smaller_than_in_an_attribute_is_repaired_and_told()
    {
        var file = Read("<testsuite name='s'>\n<!-- a < in a 'comment -->\n<testcase name=\"a\" time=\"<<computed>>\"><failure><![CDATA[x < "
            + "'y]]></failure></testcase>\n<testcase name='it&apos;s \"<b>\"'/></testsuite>")!;

        Told(file).ShouldBe("s::a Failed 3 |x < 'y|3\ns::it's \"<b>\" Passed 4");
        file.Warnings.ShouldBe(["results/a.txt:3: repaired: an unescaped '<' (3 places)"]);
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Utf_16_is_read_too()
    {
        Told(Read("<testsuite name='s'><testcase name='ä'/></testsuite>", encoding: Encoding.Unicode)!).ShouldBe("s::ä Passed 1");
        Told(Read("""{"version": "3", "examples": [{"full_description": "ä", "status": "passed"}], "summary": {}}""", encoding: Encoding.BigEndianUnicode)!).ShouldBe("ä Passed 1");
    }

    [Theory]
    [InlineData("""{"name": "shop", "version": "1.0.0"}""")]
    [InlineData("""[{"a": 1}]""")]
    [InlineData("plain words")]
    [InlineData("")]
    public void What_is_no_result_file_is_let_be(string text) => Read(text, "results/a.txt").ShouldBeNull();

    [Fact]
    public void A_document_that_breaks_off_gives_what_stands_before_and_says_where()
    {
        var file = Read("""
            {"version": "3", "summary": {}, "examples": [
              {"full_description": "one", "status": "passed"},
              {"full_description": "two", "sta
            """, "results/a.json")!;

        file.Cases.Select(c => $"{c.Name} {c.Outcome}").ShouldBe(["one Passed", "two NotRun"]);
        file.Problems.ShouldHaveSingleItem().ToString().ShouldBe("results/a.json:3: the JSON breaks off here");
    }

    [Fact]
    public void A_document_of_very_many_values_is_read_up_to_a_limit()
    {
        var many = string.Concat(Enumerable.Repeat("[],", ReadLimits.MaxValues));
        var file = Read($"{{\"version\": \"3\", \"examples\": [{{\"full_description\": \"one\", \"status\": \"passed\"}}],\n\"summary\": [{many}[]]}}",
            "results/a.json")!;

        file.Cases.ShouldHaveSingleItem().Name.ShouldBe("one");
        file.Problems.Select(p => p.ToString()).ShouldBe(["results/a.json:2: more than 3,000,000 values; the rest of the file is not read"]);
    }

    [Fact]
    public void Nested_too_deep_is_an_error_with_its_place() =>
        Read("{\"version\": \"3\", \"examples\": " + new string('[', 5000), "results/a.json")!.Problems.ShouldHaveSingleItem().ToString()
            .ShouldStartWith("results/a.json:1: not valid JSON from here on (");
}
