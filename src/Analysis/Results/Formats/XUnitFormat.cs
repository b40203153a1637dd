using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>xUnit's own XML, versions 2 and 3: <c>assemblies / assembly / collection / test</c>; errors outside of tests under <c>assembly / errors</c>.</summary>
internal sealed class XUnitFormat : IResultFormat
{
    public string Name => "xUnit";

    public bool Recognises(ResultHead head) => head.Root is "assemblies" or "assembly";

    public void Read(Stream stream, ResultReading reading) => XmlResults.Walk(stream, reading, xml =>
    {
        if (xml.LocalName == "assembly")
        {
            reading.Started(XmlResults.Time($"{xml.GetAttribute("run-date")} {xml.GetAttribute("run-time")}"));
            reading.Took(XmlResults.Seconds(xml.GetAttribute("time")));
        }
        else if (xml.LocalName == "test")
            Test(xml, reading);
        else if (xml.LocalName == "error")
            Error(xml, reading);
    });

    private static void Test(XmlReader xml, ResultReading reading)
    {
        var (type, name, took, line) = (xml.GetAttribute("type") ?? "", xml.GetAttribute("name") ?? xml.GetAttribute("method") ?? "", xml.GetAttribute("time"), XmlResults.Line(xml));
        var file = xml.GetAttribute("source-file");
        var outcome = xml.GetAttribute("result") switch { "Fail" => TestOutcome.Failed, "Skip" or "NotRun" => TestOutcome.Skipped, _ => TestOutcome.Passed };
        if (name.StartsWith(type + ".", StringComparison.Ordinal))
            name = name[(type.Length + 1)..];
        var failure = Inner(xml, reading);
        reading.Add(reading.Case(type, name, outcome, line, XmlResults.Line(xml)) with
        {
            File = file,
            Seconds = XmlResults.Seconds(took),
            Failure = outcome == TestOutcome.Failed ? failure ?? ResultReading.Failed(null, null, "", line, line) : null,
        });
    }

    /// <summary>A fixture or an assembly that could not be cleaned up, or a discovery that failed.</summary>
    private static void Error(XmlReader xml, ResultReading reading)
    {
        var (name, line) = ($"{xml.GetAttribute("type")} {xml.GetAttribute("name")}".Trim(), XmlResults.Line(xml));
        var failure = Inner(xml, reading);
        reading.Add(reading.Case("", name.Length > 0 ? name : "error", TestOutcome.Error, line, XmlResults.Line(xml)) with { Failure = failure ?? ResultReading.Failed(null, name, "", line, line) });
    }

    private static Failure? Inner(XmlReader xml, ResultReading reading)
    {
        var (type, message, stack, at) = ((string?)null, "", "", 0);
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "failure")
                (type, at) = (element.GetAttribute("exception-type"), XmlResults.Line(element));
            else if (element.LocalName == "message" && message.Length == 0)
                message = ElementText.Read(element, ReadLimits.MaxFailureText);
            else if (element.LocalName == "stack-trace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        return at == 0 ? null : ResultReading.Failed(type, message, $"{message}\n{stack}".Trim(), at, XmlResults.Line(xml));
    }
}
