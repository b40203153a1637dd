using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// TRX of <c>dotnet test</c> and Visual Studio: <c>TestRun / Results / UnitTestResult</c>, and behind them, by id, the classes in
/// <c>TestDefinitions / UnitTest / TestMethod</c>. A result with inner results (data rows) stands for them; they are counted, not it.
/// </summary>
internal sealed class TrxFormat : IResultFormat
{
    public string Name => "TRX";

    public bool Recognises(ResultHead head) => head.Root == "TestRun";

    public void Read(Stream stream, ResultReading reading)
    {
        var results = new List<(string Id, TestCase Case)>();
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var definition = "";
            XmlResults.Walk(stream, reading, xml =>
            {
                switch (xml.LocalName)
                {
                    case "Times":
                        reading.Started(XmlResults.Time(xml.GetAttribute("start")));
                        break;
                    case "UnitTestResult":
                        Result(xml, reading, results);
                        break;
                    case "UnitTest":
                        definition = xml.GetAttribute("id") ?? "";
                        break;
                    case "TestMethod" when xml.GetAttribute("className") is { } name:
                        classes[definition] = name.Split(',')[0];
                        break;
                }
            });
        }
        finally
        {
            // Also when it breaks off: the classes may be missing then, the results are not.
            foreach (var (id, test) in results)
                reading.Add(Named(reading, test, classes.GetValueOrDefault(id, "")));
        }
    }

    private static void Result(XmlReader xml, ResultReading reading, List<(string, TestCase)> results)
    {
        var (id, name, outcome, took, line) = (xml.GetAttribute("testId") ?? "", xml.GetAttribute("testName") ?? "", Outcome(xml.GetAttribute("outcome")), xml.GetAttribute("duration"), XmlResults.Line(xml));
        var (message, stack, failedAt, inner) = ("", "", line, false);
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "UnitTestResult")
            {
                inner = true;
                Result(element, reading, results);
            }
            else if (element.LocalName == "Message" && message.Length == 0)
                (failedAt, message) = (XmlResults.Line(element), ElementText.Read(element, ReadLimits.MaxFailureText));
            else if (element.LocalName == "StackTrace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        if (inner)
            return;
        var bad = outcome is TestOutcome.Failed or TestOutcome.Error;
        results.Add((id, reading.Case("", name, outcome, line, XmlResults.Line(xml)) with
        {
            Seconds = TimeSpan.TryParse(took, CultureInfo.InvariantCulture, out var time) ? time.TotalSeconds : null,
            Failure = bad ? ResultReading.Failed(null, message, $"{message}\n{stack}".Trim(), failedAt, XmlResults.Line(xml)) : null,
        }));
    }

    private static TestCase Named(ResultReading reading, TestCase test, string className)
    {
        var name = test.Name.StartsWith(className + ".", StringComparison.Ordinal) ? test.Name[(className.Length + 1)..] : test.Name;
        var named = reading.Case(className, name, test.Outcome, test.Line, test.EndLine);
        return named with { Seconds = test.Seconds, Failure = test.Failure };
    }

    private static TestOutcome Outcome(string? word) => word switch
    {
        "Failed" => TestOutcome.Failed,
        "Error" or "Timeout" or "Aborted" or "PassedButRunAborted" => TestOutcome.Error,
        "NotExecuted" or "NotRunnable" or "Pending" or "Inconclusive" or "Disconnected" or "InProgress" => TestOutcome.Skipped,
        _ => TestOutcome.Passed,
    };
}
