using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>NUnit 2 XML: <c>test-results / test-suite* / results / test-case</c>; the name is the full one.</summary>
internal sealed class NUnit2Format : IResultFormat
{
    public string Name => "NUnit 2";

    public bool Recognises(ResultHead head) => head.Root == "test-results";

    public void Read(Stream stream, ResultReading reading) => XmlResults.Walk(stream, reading, xml =>
    {
        if (xml.LocalName == "test-results")
            reading.Started(XmlResults.Time($"{xml.GetAttribute("date")} {xml.GetAttribute("time")}"));
        else if (xml.LocalName == "test-case")
            Case(xml, reading);
    });

    private static void Case(XmlReader xml, ResultReading reading)
    {
        var (full, took, line) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("time"), XmlResults.Line(xml));
        var outcome = Outcome(xml.GetAttribute("result"), xml.GetAttribute("executed"), xml.GetAttribute("success"));
        var arguments = full.IndexOf('(', StringComparison.Ordinal);
        var dot = (arguments < 0 ? full : full[..arguments]).LastIndexOf('.');
        reading.Add(NUnitCase.Read(xml, reading, dot < 0 ? "" : full[..dot], full[(dot + 1)..], outcome, line) with { Seconds = XmlResults.Seconds(took) });
    }

    /// <summary>Before 2.5 there was no result, only whether it was executed, and with success.</summary>
    private static TestOutcome Outcome(string? result, string? executed, string? success) => result switch
    {
        "Failure" => TestOutcome.Failed,
        "Error" or "Cancelled" or "NotRunnable" => TestOutcome.Error,
        "Ignored" or "Skipped" or "Inconclusive" => TestOutcome.Skipped,
        null when executed is "False" or "false" => TestOutcome.Skipped,
        null when success is "False" or "false" => TestOutcome.Failed,
        _ => TestOutcome.Passed,
    };
}
