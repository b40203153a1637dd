using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>Times as people write them, and the ones that can be read in two ways by the others of their file.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData("0.16", 0.16)]
    [InlineData("0,160", 0.16)]
    [InlineData("00,160", 0.16)]
    [InlineData("3,5", 3.5)]
    [InlineData("1,024.12", 1024.12)]
    [InlineData("1,234,567.5", 1234567.5)]
    [InlineData("1.024,12", 1024.12)]
    [InlineData("1.234.567,5", 1234567.5)]
    [InlineData("1 024.12", 1024.12)]
    [InlineData("1\u00A0024,12", 1024.12)]
    [InlineData("1\u202F024,12", 1024.12)]
    [InlineData("1'024.12", 1024.12)]
    [InlineData("1\u2019024.12", 1024.12)]
    [InlineData("1,024", 1.024)]
    [InlineData("12,0005", 12.0005)]
    [InlineData("4E-05", 0.00004)]
    [InlineData("0.16s", 0.16)]
    [InlineData("0,5 s", 0.5)]
    [InlineData("160ms", 0.16)]
    [InlineData("2 sec", 2.0)]
    [InlineData("00:01:01.5", 61.5)]
    [InlineData("٠٫١٦٠", 0.16)]
    [InlineData("٠.١٦٠", 0.16)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("<<computed>>", null)]
    [InlineData(",", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void One_time_alone(string? text, double? seconds) => XmlResults.Seconds(text).ShouldBe(seconds);

    [Theory]
    [InlineData("1,024 0.160", "1024 0.16")]
    [InlineData("1,024 1,024.12", "1024 1024.12")]
    [InlineData("1,024 0,160", "1.024 0.16")]
    [InlineData("1,024 2,5", "1.024 2.5")]
    [InlineData("1,024 3", "1.024 3")]
    [InlineData("1,024 12,500", "1.024 12.5")]
    [InlineData("1,024 1.250", "1024 1.25")]
    [InlineData("0.160 1,024 0,244", "0.16 1.024 0.244")]
    [InlineData("1.024 1.024,12", "1024 1024.12")]
    [InlineData("1.024 0.160", "1.024 0.16")]
    [InlineData("1.024 0,160", "1.024 0.16")]
    public void The_other_times_of_a_file_decide(string times, string seconds)
    {
        var cases = string.Concat(times.Split(' ').Select((t, i) => $"<testcase name='{i}' time='{t}'/>"));

        string.Join(' ', ReadXml.Text($"<testsuite>{cases}</testsuite>").Cases.Select(c => $"{c.Seconds:0.####}")).ShouldBe(seconds);
    }

    [Fact]
    public void A_suites_time_is_read_like_those_of_its_tests()
    {
        ReadXml.Text("<testsuite time='2,120'><testcase name='a' time='0.160'/></testsuite>").Seconds.ShouldBe(2120);
        ReadXml.Text("<testsuite time='2,120'><testcase name='a' time='0,160'/></testsuite>").Seconds.ShouldBe(2.12);
        ReadXml.Text("<testsuite time='2,120.532'><testcase name='a' time='1,024'/></testsuite>").Cases[0].Seconds.ShouldBe(1024);
    }

    [Theory]
    [InlineData("<test-run><test-case name='a' result='Passed' duration='0,160'/></test-run>")]
    [InlineData("<test-results><test-case name='a' result='Success' time='0,160'/></test-results>")]
    [InlineData("<assemblies><assembly><test name='a' result='Pass' time='0,160'/></assembly></assemblies>")]
    [InlineData("<TestRun><Results><UnitTestResult testName='a' outcome='Passed' duration='00:00:00,1600000'/></Results></TestRun>")]
    public void Every_format_reads_them(string xml) => ReadXml.Text(xml).Cases.ShouldHaveSingleItem().Seconds.ShouldBe(0.16);
}
