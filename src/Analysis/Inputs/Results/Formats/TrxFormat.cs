using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// TRX of <c>dotnet test</c> and Visual Studio: <c>TestRun / Results / UnitTestResult</c> and, after them, the classes and programs by id in <c>TestDefinitions
/// / UnitTest / TestMethod</c>. A result with inner results (data rows) represents them; they are counted instead of it. <c>ResultSummary</c> says how the run
/// ended, with <c>Counters</c> of all results and the host's messages in <c>RunInfos</c>.
/// </summary>
internal sealed class TrxFormat : IResultFormat
{
    public string Name => "TRX";

    public TestRunner Runner => TestRunner.Dotnet;

    public bool Recognises(ResultHead head) => head.Root == "TestRun";

    public void Read(Stream stream, ResultReading reading)
    {
        reading.RepeatsTries = false;
        var file = new TrxFile(reading);
        XmlResults.Walk(stream, reading, file.Element);
        file.End();
    }
}

/// <summary>One TRX file while it is read.</summary>
internal sealed class TrxFile(ResultReading reading)
{
    private sealed record Result(string Id, string RawName, string? Word, string? Message, TestCase Case);

    private sealed record Definition(string ClassName, string Program);

    private readonly List<Result> _results = [];
    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly TrxSummary _summary = new();
    private string _definition = "";
    private string _storage = "";

    /// <summary>Number of results that represent their inner ones; the counters include them too.</summary>
    private int _parents;
    private int _failedParents;

    public void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "UnitTestResult":
                Take(xml);
                break;
            case "UnitTest":
                (_definition, _storage) = (xml.GetAttribute("id") ?? "", xml.GetAttribute("storage") ?? "");
                break;
            case "TestMethod":
                var program = xml.GetAttribute("codeBase") is { Length: > 0 } code ? code : _storage;
                _definitions[_definition] = new Definition((xml.GetAttribute("className") ?? "").Split(',')[0], program);
                break;
            case "Times":
                reading.Started(XmlResults.Time(xml.GetAttribute("start")));
                break;
            default:
                _summary.Element(xml);
                break;
        }
    }

    /// <summary>Call at the end of the file: classes are known now, and how the run ended.</summary>
    public void End()
    {
        var programs = new TestPrograms();
        foreach (var result in _results)
            programs.Add(_definitions.GetValueOrDefault(result.Id)?.Program);
        foreach (var result in _results)
            reading.Add(Named(result, programs));
        var failed = _results.Where(r => r.Case.Bad).ToList();
        _summary.Tell(reading, _parents, _failedParents, [.. failed.Select(r => r.RawName)], [.. failed.Select(r => r.Case.Failure!.Text)]);
    }

    private void Take(XmlReader xml)
    {
        var (id, name, line) = (xml.GetAttribute("testId") ?? "", xml.GetAttribute("testName") ?? "", XmlResults.Line(xml));
        var (word, took) = (xml.GetAttribute("outcome"), xml.GetAttribute("duration"));
        var (message, stack, failedAt, inner) = ("", "", line, false);
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "UnitTestResult")
            {
                inner = true;
                Take(element);
            }
            else if (element.LocalName == "Message" && message.Length == 0)
                (failedAt, message) = (XmlResults.Line(element), ElementText.Read(element, ReadLimits.MaxFailureText));
            else if (element.LocalName == "StackTrace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        var outcome = Outcome(word, message.Length > 0, line);
        if (inner)
        {
            (_parents, _failedParents) = (_parents + 1, _failedParents + (outcome.IsFailure() ? 1 : 0));
            return;
        }
        if (outcome.IsFailure() && message.Length == 0 && word is not ("Failed" or "Error"))
            message = word is null or "InProgress" ? "the test did not end" : $"its outcome is {word}";
        _results.Add(new Result(id, name, word, message, reading.Case("", name, outcome, line, XmlResults.Line(xml)) with
        {
            Seconds = TimeSpan.TryParse(took?.Replace(',', '.'), CultureInfo.InvariantCulture, out var time) ? time.TotalSeconds : null,
            Failure = outcome.IsFailure() ? ResultReading.Failed(null, message, $"{message}\n{stack}".Trim(), failedAt, XmlResults.Line(xml)) : null,
        }));
    }

    private TestCase Named(Result result, TestPrograms programs)
    {
        var (definition, test) = (_definitions.GetValueOrDefault(result.Id), result.Case);
        var className = definition?.ClassName ?? "";
        var name = className.Length > 0 && test.Name.StartsWith(className + ".", StringComparison.Ordinal) ? test.Name[(className.Length + 1)..] : test.Name;
        var (number, variant) = programs.Of(definition?.Program);
        if (test.Bad && XUnitCleanUp.Name(result.Message) is { } cleanUp)
            return reading.Case("", cleanUp, TestOutcome.Error, test.Line, test.EndLine) with
            {
                Scope = TestScope.Suite,
                Failure = test.Failure,
                SuiteNumber = number,
                Variant = variant,
            };
        // Tests left over when the run was aborted were not reached; a test skipped by itself or by a filter says why.
        var outcome = _summary.IsAborted && result.Word == "NotExecuted" && test.Failure is null ? TestOutcome.NotRun : test.Outcome;
        return reading.Case(className, name, outcome, test.Line, test.EndLine) with
        {
            Seconds = test.Seconds,
            Failure = test.Failure,
            SuiteNumber = number,
            Variant = variant,
        };
    }

    private TestOutcome Outcome(string? word, bool hasMessage, int line)
    {
        switch (word)
        {
            case "Passed" or "Completed" or "Warning":
                return TestOutcome.Passed;
            case "Failed":
                return TestOutcome.Failed;
            case "Error" or "Min" or "Timeout" or "Aborted" or "PassedButRunAborted" or "NotRunnable" or "Disconnected" or "InProgress":
                // "Min" is what .NET 7 wrote for Error.
                return TestOutcome.Error;
            case "NotExecuted" or "Inconclusive":
                return TestOutcome.Skipped;
            case "Pending":
                return TestOutcome.NotRun;
            case null:
                return hasMessage ? TestOutcome.Failed : TestOutcome.NotRun;
            default:
                reading.Problem(line, $"the outcome {ResultReading.Short(word)} of a test is not known");
                return hasMessage ? TestOutcome.Failed : TestOutcome.Skipped;
        }
    }
}
