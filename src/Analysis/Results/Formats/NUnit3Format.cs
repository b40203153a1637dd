using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>NUnit 3 XML: <c>test-run / test-suite* / test-case</c>. What is inconclusive or ignored has not been shown to pass: it counts as skipped.</summary>
internal sealed class NUnit3Format : IResultFormat
{
    public string Name => "NUnit 3";

    public bool Recognises(ResultHead head) => head.Root == "test-run";

    public void Read(Stream stream, ResultReading reading) => XmlResults.Walk(stream, reading, xml =>
    {
        if (xml.LocalName == "test-run")
        {
            reading.Started(XmlResults.Time(xml.GetAttribute("start-time")));
            reading.Took(XmlResults.Seconds(xml.GetAttribute("duration")));
        }
        else if (xml.LocalName == "test-case")
            Case(xml, reading);
    });

    private static void Case(XmlReader xml, ResultReading reading)
    {
        var (full, name, type, line) = (xml.GetAttribute("fullname") ?? "", xml.GetAttribute("name") ?? "", xml.GetAttribute("classname"), XmlResults.Line(xml));
        var (took, outcome) = (xml.GetAttribute("duration"), Outcome(xml.GetAttribute("result"), xml.GetAttribute("label")));
        // Before NUnit 3.0 was done there was no classname.
        type ??= full.EndsWith("." + name, StringComparison.Ordinal) ? full[..^(name.Length + 1)] : "";
        reading.Add(NUnitCase.Read(xml, reading, type, name, outcome, line) with { Seconds = XmlResults.Seconds(took) });
    }

    private static TestOutcome Outcome(string? result, string? label) => result switch
    {
        "Failed" => label is "Error" or "Cancelled" or "Invalid" ? TestOutcome.Error : TestOutcome.Failed,
        "Skipped" or "Inconclusive" => TestOutcome.Skipped,
        _ => TestOutcome.Passed,
    };
}

/// <summary>What stands inside a test case of NUnit: <c>failure / (message, stack-trace)</c>, in both versions.</summary>
internal static class NUnitCase
{
    /// <summary>Leaves the reader at the end of the case.</summary>
    public static TestCase Read(XmlReader xml, ResultReading reading, string className, string name, TestOutcome outcome, int line)
    {
        var (message, stack, at, inFailure) = ("", "", line, false);
        XmlResults.Inside(xml, reading, (element, depth) =>
        {
            if (depth == 1)
                inFailure = element.LocalName == "failure";
            if (inFailure && element.LocalName == "failure")
                at = XmlResults.Line(element);
            else if (inFailure && element.LocalName == "message" && message.Length == 0)
                message = ElementText.Read(element, ReadLimits.MaxFailureText);
            else if (inFailure && element.LocalName == "stack-trace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        return reading.Case(className, name, outcome, line, XmlResults.Line(xml)) with
        {
            Failure = outcome is TestOutcome.Failed or TestOutcome.Error ? ResultReading.Failed(null, message, $"{message}\n{stack}".Trim(), at, XmlResults.Line(xml)) : null,
        };
    }
}
