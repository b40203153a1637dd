using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// NUnit 2 XML, which Pester writes too: <c>test-results / test-suite* / results / test-case</c>, with full names. Only the root has counts.
/// </summary>
internal sealed class NUnit2Format : IResultFormat
{
    public string Name => "NUnit 2";

    public TestRunner Runner => TestRunner.Dotnet;

    public bool Recognises(ResultHead head) => head.Root == "test-results";

    public void Read(Stream stream, ResultReading reading)
    {
        reading.RepeatsTries = false;
        var suites = new NUnitSuites(reading);
        XmlResults.Walk(stream, reading, xml =>
        {
            if (xml.LocalName == "test-case")
                Case(xml, suites);
            else if (xml.LocalName == "test-results")
                Root(xml, reading, suites);
            else if (xml.LocalName == "test-suite")
                Suite(xml, suites);
            else
                suites.Element(xml);
        });
        suites.End();
    }

    private static void Root(XmlReader xml, ResultReading reading, NUnitSuites suites)
    {
        reading.Started(XmlResults.Time($"{xml.GetAttribute("date")} {xml.GetAttribute("time")}"));
        var root = suites.Enter(xml, isRun: true, isFailed: false, isItself: false, step: null);
        (root.Tests, root.Failures, root.Errors) = (OpenSuites.Count(xml, "total"), OpenSuites.Count(xml, "failures"), OpenSuites.Count(xml, "errors"));
    }

    private static void Suite(XmlReader xml, NUnitSuites suites)
    {
        var result = xml.GetAttribute("result");
        var isFailed = result is "Failure" or "Error" or "Cancelled" or "NotRunnable"
            || (result is null && xml.GetAttribute("success") is "False" or "false" && xml.GetAttribute("executed") is not ("False" or "false"));
        suites.Enter(xml, isRun: false, isFailed, isFailed, step: null);
    }

    private static void Case(XmlReader xml, NUnitSuites suites)
    {
        var (full, took, line) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("time"), XmlResults.Line(xml));
        var outcome = Outcome(xml.GetAttribute("result"), xml.GetAttribute("executed"), xml.GetAttribute("success"));
        var arguments = full.IndexOf('(', StringComparison.Ordinal);
        var dot = (arguments < 0 ? full : full[..arguments]).LastIndexOf('.');
        suites.Case(xml, dot < 0 ? "" : full[..dot], full[(dot + 1)..], outcome, line, took);
    }

    /// <summary>Before 2.5 there was no result, only whether the test was executed and whether it succeeded.</summary>
    private static TestOutcome Outcome(string? result, string? executed, string? success) => result switch
    {
        "Failure" or "Failed" => TestOutcome.Failed,
        "Error" or "Cancelled" or "NotRunnable" => TestOutcome.Error,
        "Ignored" => TestOutcome.Disabled,
        "Skipped" or "Inconclusive" => TestOutcome.Skipped,
        null when executed is "False" or "false" => TestOutcome.Skipped,
        null when success is "False" or "false" => TestOutcome.Failed,
        null when success is null && executed is null => TestOutcome.NotRun,
        _ => TestOutcome.Passed,
    };
}
