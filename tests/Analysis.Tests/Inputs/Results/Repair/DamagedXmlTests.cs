using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Repair;

/// <summary>Files of every format with a failure in them, damaged at random. Whatever becomes of them, the failure is seen,
/// or the file is not known as a whole.</summary>
public sealed class DamagedXmlTests
{
    private const int Rounds = 3000;

    private static readonly string[] Files =
    [
        """
        <?xml version="1.0" encoding="utf-8"?>
        <testsuites tests="4" failures="1" errors="0"><testsuite name="pay &amp; go" tests="4" failures="1" errors="0" skipped="1" time="0.4">
          <properties><property name="os" value="linux"/></properties>
          <testcase classname="shop.Pay" name="adds &lt;up&gt;" time="0.1"/>
          <testcase classname="shop.Pay" name="fails" time="0.2"><failure message="expected &quot;3&quot;" type="E">at Pay.cs:12</failure></testcase>
          <testcase classname="shop.Pay" name="later"><skipped message="slow"/></testcase>
          <testcase classname="shop.Pay" name="prints"><system-out><![CDATA[<b>]]></system-out></testcase>
        </testsuite></testsuites>
        """,
        """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testId="1" testName="Shop.Pay.Adds" outcome="Passed" duration="00:00:00.1" />
          <UnitTestResult testId="2" testName="Shop.Pay.Fails" outcome="Failed"><Output><ErrorInfo><Message>expected 3</Message>
            <StackTrace>at Pay.cs:12</StackTrace></ErrorInfo></Output></UnitTestResult>
        </Results><TestDefinitions><UnitTest id="1" storage="/a/net8.0/a.dll"><TestMethod className="Shop.Pay" name="Adds"/></UnitTest></TestDefinitions>
        <ResultSummary outcome="Failed"><Counters total="2" executed="2" passed="1" failed="1" error="0"/></ResultSummary></TestRun>
        """,
        """
        <assemblies><assembly name="a.dll" total="2" passed="1" failed="1" skipped="0" errors="0" time="0.1"><errors/><collection name="c">
          <test name="Shop.Pay.Adds" type="Shop.Pay" method="Adds" time="0.1" result="Pass"/>
          <test name="Shop.Pay.Fails" type="Shop.Pay" method="Fails" result="Fail"><failure exception-type="E"><message><![CDATA[expected 3]]>
            </message></failure></test>
        </collection></assembly></assemblies>
        """,
        """
        <test-run result="Failed" total="2" passed="1" failed="1"><test-suite type="Assembly" name="a.dll" result="Failed" site="Child" total="2" failed="1">
          <failure><message>One or more child tests had errors</message></failure>
            <test-suite type="TestFixture" name="Pay" result="Failed" site="Child" total="2" failed="1">
          <test-case name="Adds" classname="Shop.Pay" result="Passed"/><test-case name="Fails" classname="Shop.Pay" result="Failed"><failure>
            <message>expected 3</message></failure></test-case>
        </test-suite></test-suite></test-run>
        """,
        """
        <test-results total="2" errors="0" failures="1" not-run="0" date="2026-10-12" time="08:00:00"><test-suite result="Failure" success="False"><results>
          <test-case name="Shop.Pay.Adds" executed="True" result="Success" success="True"/>
          <test-case name="Shop.Pay.Fails" executed="True" result="Failure" success="False"><failure><message>expected 3</message></failure></test-case>
        </results></test-suite></test-results>
        """,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_failure_is_seen_or_the_file_is_not_known_as_a_whole(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var whole = Encoding.UTF8.GetBytes(Files[random.Next(Files.Length)]);
            var damaged = Damage(whole, random, out var what);
            var file = ResultFormats.Read(new MemoryStream(damaged), "results/a.xml", "a");

            var isSafe = file is not null && (file.Cases.Any(c => c.Bad) || file.Extent != ReadExtent.Complete);
            isSafe.ShouldBeTrue($"{what}\n{Encoding.Latin1.GetString(damaged)}");
        }
    }

    private static byte[] Damage(byte[] whole, Random random, out string what)
    {
        var text = Encoding.UTF8.GetString(whole);
        var at = random.Next(whole.Length);
        switch (random.Next(8))
        {
            case 0:
                what = $"cut at {at}";
                return whole[..at];
            case 1:
                what = $"control characters at {at}";
                return [.. whole[..at], (byte)random.Next(0, 9), 0, .. whole[at..]];
            case 2:
                what = "twice in one file";
                return [.. whole, .. whole];
            case 3:
                what = "cut, and the whole behind it";
                return [.. whole[..at], .. whole];
            case 4:
                what = "in UTF-16";
                return (random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetBytes(text);
            case 5:
                what = $"a byte of another code page at {at}";
                return [.. whole[..at], 0xE9, .. whole[at..]];
            case 6:
                what = $"a stray mark at {at}";
                return [.. whole[..at], (byte)"<>&\"'"[random.Next(5)], .. whole[at..]];
            default:
                var some = random.Next(1, 30);
                what = $"{some} bytes less at {at}";
                return [.. whole[..at], .. whole[Math.Min(whole.Length, at + some)..]];
        }
    }
}
