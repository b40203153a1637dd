using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Formats;

/// <summary>Tests of one name in several suites of one file are several tests, told apart by where they ran.</summary>
public sealed class XmlIdentityTests
{
    private const string Fails = "<testcase classname='basket' name='shows'><failure>x</failure></testcase>";
    private const string Passes = "<testcase classname='basket' name='shows'/>";

    [Theory]
    [InlineData("hostname='webkit'", "hostname='chromium'", "webkit", "chromium")]
    [InlineData("hostname='Mobile Safari'", "hostname='iPhone 12'", "Mobile Safari", "iPhone 12")]
    [InlineData("hostname='fv-az1-7'", "hostname='fv-az2-9'", "1", "2")]
    [InlineData("hostname='ci'", "hostname='ci'", "1", "2")]
    [InlineData("name='Chrome 120 (Linux)'", "name='Firefox 121 (Linux)'", "Chrome 120 (Linux)", "Firefox 121 (Linux)")]
    [InlineData("name='t' package='shop'", "name='t' package='admin'", "shop", "admin")]
    [InlineData("", "", "1", "2")]
    public void JUnit_suites_of_one_file(string first, string second, string one, string two) => ReadXml.Cases(ReadXml.Text($"<testsuites>"
        + $"<testsuite {first}>{Fails}</testsuite><testsuite {second}>{Passes}</testsuite></testsuites>"))
        .ShouldBe($"basket::shows [{one}] Failed | x\nbasket::shows [{two}] Passed");

    [Fact]
    public void A_property_names_the_browser_also_for_suites_inside() => ReadXml.Cases(ReadXml.Text($"""
        <testsuites><testsuite name="t"><properties><property name="browser" value="chrome"/></properties>
          <testsuite name="inner">{Passes}</testsuite></testsuite>
        <testsuite name="t"><properties><property name="browserName" value="firefox"/></properties><testsuite name="inner">{Fails}</testsuite>
          </testsuite></testsuites>
        """)).ShouldBe("basket::shows [chrome] Passed\nbasket::shows [firefox] Failed | x");

    [Fact]
    public void A_name_that_is_unique_stands_alone() =>
        ReadXml.Cases(ReadXml.Text($"<testsuites><testsuite hostname='webkit'>{Fails}</testsuite><testsuite hostname='chromium'>"
            + $"<testcase classname='basket' name='empty'/></testsuite></testsuites>"))
            .ShouldBe("basket::shows Failed | x\nbasket::empty Passed");

    [Fact]
    public void Tries_within_one_suite_are_one_test() =>
        ReadXml.Cases(ReadXml.Text("<testsuite><testcase name='a'><failure>x</failure></testcase><testcase name='a'><error>y</error></testcase>"
            + "<testcase name='b'/><testcase name='a'/></testsuite>"))
            .ShouldBe("b Passed\na Passed after 2");

    [Fact]
    public void Classes_of_one_file_are_no_tries_of_each_other() =>
        ReadXml.Cases(ReadXml.Text("<testsuite><testcase classname='s.Reader' file='s.py' name='open'><failure>x</failure></testcase>"
            + "<testcase classname='s.Writer' file='s.py' name='open'/></testsuite>"))
            .ShouldBe("s.Reader::open Failed | x\ns.Writer::open Passed");

    private static string Definition(string id, string path) => $"<UnitTest id='{id}' storage='{path.ToLowerInvariant()}'>"
        + $"<TestMethod className='Shop.Orders' name='Adds' codeBase='{path}'/></UnitTest>";

    [Theory]
    [InlineData("/src/bin/Release/net8.0/Shop.dll", "/src/bin/Release/net472/Shop.dll", "net8.0", "net472")]
    [InlineData("C:\\a\\net9.0\\Shop.dll", "C:\\a\\net9.0\\Admin.dll", "Shop net9.0", "Admin net9.0")]
    [InlineData("/a/Shop.dll", "/b/Shop.dll", "1", "2")]
    public void Trx_of_several_programs(string first, string second, string one, string two) => ReadXml.Cases(ReadXml.Text($"""
        <TestRun><Results><UnitTestResult testId="1" testName="Adds" outcome="Failed"/><UnitTestResult testId="2" testName="Adds" outcome="Passed"/></Results>
        <TestDefinitions>{Definition("1", first)}{Definition("2", second)}</TestDefinitions></TestRun>
        """)).ShouldBe($"Shop.Orders::Adds [{one}] Failed | \nShop.Orders::Adds [{two}] Passed");

    [Fact]
    public void Rows_of_one_name_are_no_tries_where_a_format_has_none()
    {
        ReadXml.Cases(ReadXml.Text("<TestRun><Results><UnitTestResult testId='1' testName='Row' outcome='Failed'/>"
            + "<UnitTestResult testId='1' testName='Row' outcome='Passed'/></Results></TestRun>")).ShouldBe("Row Failed | \nRow Passed");
        ReadXml.Cases(ReadXml.Text("<assemblies><assembly><test name='Row' result='Fail'/><test name='Row' result='Pass'/></assembly>"
            + "</assemblies>")).ShouldBe("Row Failed | \nRow Passed");
    }

    [Fact]
    public void XUnit_of_several_frameworks() => ReadXml.Cases(ReadXml.Text("""
        <assemblies><assembly name="/a/Shop.dll" target-framework=".NETCoreApp,Version=v8.0"><test name="A" result="Fail"/></assembly>
        <assembly name="/a/Shop.dll" target-framework=".NETFramework,Version=v4.7.2"><test name="A" result="Pass"/></assembly></assemblies>
        """)).ShouldBe("A [net8.0] Failed | \nA [net472] Passed");

    [Fact]
    public void NUnit_fixtures_with_arguments() => ReadXml.Cases(ReadXml.Text("""
        <test-run><test-suite type="Assembly" name="a.dll" fullname="/a/net8.0/a.dll">
          <test-suite type="TestFixture" name="Par(&quot;a&quot;)" fullname="Shop.Par(&quot;a&quot;)">
            <test-case name="Same" classname="Shop.Par" result="Failed"/></test-suite>
          <test-suite type="TestFixture" name="Par(&quot;b&quot;)" fullname="Shop.Par(&quot;b&quot;)">
            <test-case name="Same" classname="Shop.Par" result="Passed"/></test-suite>
        </test-suite></test-run>
        """)).ShouldBe("Shop.Par::Same [\"a\"] Failed | \nShop.Par::Same [\"b\"] Passed");

    [Fact]
    public void PHPUnit_names_the_test_with_its_namespace_before_it_says_what_failed() =>
        ReadXml.Cases(ReadXml.Text(@"<testsuite><testcase name='empty' class='Shop\CartTest' classname='Shop.CartTest'><failure>Shop\CartTest::empty"
            + "\nFailed asserting that 1 is 0.</failure></testcase></testsuite>"))
            .ShouldBe("Shop.CartTest::empty Failed | Failed asserting that 1 is 0.");
}
