using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// NUnit 3 XML: <c>test-run / test-suite* / test-case</c>, each suite with its counts. Inconclusive or ignored tests have not been shown to pass. A suite's own
/// failure has the <c>site</c> SetUp or TearDown, or none if the suite could not run at all; Parent and Child refer to another suite's failure.
/// </summary>
internal sealed class NUnit3Format : IResultFormat
{
    public string Name => "NUnit 3";

    public TestRunner Runner => TestRunner.Dotnet;

    public bool Recognises(ResultHead head) => head.Root == "test-run";

    public void Read(Stream stream, ResultReading reading)
    {
        reading.RepeatsTries = false;
        var suites = new NUnitSuites(reading);
        XmlResults.Walk(stream, reading, xml =>
        {
            if (xml.LocalName == "test-case")
                Case(xml, reading, suites);
            else if (xml.LocalName is "test-run" or "test-suite")
                Suite(xml, reading, suites);
            else
                suites.Element(xml);
        });
        suites.End();
    }

    private static void Suite(XmlReader xml, ResultReading reading, NUnitSuites suites)
    {
        var (isRun, label, site) = (xml.LocalName == "test-run", xml.GetAttribute("label"), xml.GetAttribute("site"));
        var isFailed = xml.GetAttribute("result") == "Failed";
        if (isRun)
        {
            reading.Started(XmlResults.Time(xml.GetAttribute("start-time")));
            suites.Durations.Suite(xml.GetAttribute("duration"));
        }
        if (isFailed && label == "Cancelled")
            reading.Problem(XmlResults.Line(xml), isRun ? "the run was cancelled" : $"suite {ResultReading.Short(xml.GetAttribute("name"))} was cancelled");
        var suite = suites.Enter(xml, isRun, isFailed, isFailed && site is not ("Parent" or "Child"), site);
        (suite.Tests, suite.Failures) = (OpenSuites.Count(xml, "total"), OpenSuites.Count(xml, "failed"));
    }

    private static void Case(XmlReader xml, ResultReading reading, NUnitSuites suites)
    {
        var (full, name, type, line) = (xml.GetAttribute("fullname") ?? "", xml.GetAttribute("name") ?? "", xml.GetAttribute("classname"),
            XmlResults.Line(xml));
        var (took, outcome) = (xml.GetAttribute("duration"), Outcome(xml.GetAttribute("result"), xml.GetAttribute("label"), reading, line));
        // Before the final NUnit 3.0 there was no classname.
        type ??= full.EndsWith("." + name, StringComparison.Ordinal) ? full[..^(name.Length + 1)] : "";
        suites.Case(xml, type, name, outcome, line, took);
    }

    private static TestOutcome Outcome(string? result, string? label, ResultReading reading, int line)
    {
        switch (result)
        {
            case "Passed" or "Warning":
                return TestOutcome.Passed;
            case "Failed":
                return label is "Error" or "Cancelled" or "Invalid" ? TestOutcome.Error : TestOutcome.Failed;
            case "Skipped":
                return label == "Ignored" ? TestOutcome.Disabled : TestOutcome.Skipped;
            case "Inconclusive":
                return TestOutcome.Skipped;
            case null:
                return TestOutcome.NotRun;
            default:
                reading.Problem(line, $"the result {ResultReading.Short(result)} of a test is not known");
                return TestOutcome.Skipped;
        }
    }
}
