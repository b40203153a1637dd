using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// xUnit's own XML: <c>assemblies / assembly / (collection | class) / test</c>, and <c>assembly / errors / error</c> for failures outside
/// tests: clean-ups, discovery. An assembly counts its tests, failures and errors.
/// </summary>
internal sealed class XUnitFormat : IResultFormat
{
    public string Name => "xUnit";

    public TestRunner Runner => TestRunner.Dotnet;

    public bool Recognises(ResultHead head) => head.Root is "assemblies" or "assembly";

    public void Read(Stream stream, ResultReading reading)
    {
        reading.RepeatsTries = false;
        var file = new XUnitFile(reading);
        XmlResults.Walk(stream, reading, file.Element);
        file.End();
    }
}

/// <summary>One file of xUnit's XML while it is read.</summary>
internal sealed class XUnitFile(ResultReading reading)
{
    private readonly OpenSuites _assemblies = new(reading);
    private readonly Durations _durations = new(reading);
    private readonly Dictionary<int, string> _paths = [];
    private string _class = "";

    public void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "assembly":
                Assembly(xml);
                break;
            case "class" or "collection":
                _class = xml.GetAttribute("name") ?? "";
                break;
            case "test":
                Test(xml);
                break;
            case "error":
                Error(xml);
                break;
            case "failure" when _assemblies.At(xml) is not null:
                // Version 1: a class whose fixture broke.
                _assemblies.Outside(TestScope.Suite, _class.Length > 0 ? _class : "test class", FailureIn(xml));
                break;
        }
    }

    /// <summary>Call at the end of the file: if it contains several assemblies, their names distinguish their tests.</summary>
    public void End()
    {
        _assemblies.End();
        _durations.Settle();
        var programs = new TestPrograms();
        foreach (var path in _paths.Values)
            programs.Add(path);
        for (var i = 0; _paths.Count > 1 && i < reading.Count; i++)
            reading.Amend(i, test => test with { Variant = programs.Of(_paths.GetValueOrDefault(test.SuiteNumber), test.Variant).Variant });
    }

    private void Assembly(XmlReader xml)
    {
        var path = xml.GetAttribute("name") ?? "";
        var assembly = _assemblies.Enter(xml, path, $"assembly {ResultReading.Short(path[(path.LastIndexOfAny(['/', '\\']) + 1)..])}");
        _paths[assembly.Number] = path;
        assembly.Variant = TestPrograms.FrameworkIn(xml.GetAttribute("target-framework")) ?? TestPrograms.FrameworkIn(path);
        assembly.Tests = OpenSuites.Count(xml, "total");
        assembly.Failures = OpenSuites.Count(xml, "failed");
        assembly.Errors = OpenSuites.Count(xml, "errors");
        reading.Started(XmlResults.Time($"{xml.GetAttribute("run-date")} {xml.GetAttribute("run-time")}"));
        _durations.Suite(xml.GetAttribute("time"));
    }

    private void Test(XmlReader xml)
    {
        var assembly = _assemblies.At(xml);
        var (type, name, line) = (xml.GetAttribute("type") ?? "", xml.GetAttribute("name") ?? xml.GetAttribute("method") ?? "", XmlResults.Line(xml));
        var (file, word, took) = (xml.GetAttribute("source-file"), xml.GetAttribute("result"), xml.GetAttribute("time"));
        if (type.Length > 0 && name.StartsWith(type + ".", StringComparison.Ordinal))
            name = name[(type.Length + 1)..];
        var failure = Inner(xml);
        var outcome = Outcome(word, failure is not null, line);
        _assemblies.Read(1, outcome.IsFailure() ? 1 : 0);
        reading.Add(reading.Case(type, name, outcome, line, XmlResults.Line(xml)) with
        {
            File = file,
            Seconds = _durations.Next(took),
            SuiteNumber = assembly?.Number ?? 0,
            Variant = assembly?.Variant,
            Failure = outcome.IsFailure() ? failure ?? ResultReading.Failed(null, null, "", line, line) : null,
        });
    }

    private TestOutcome Outcome(string? word, bool hasFailure, int line)
    {
        switch (word)
        {
            case "Pass" or "Passed":
                return TestOutcome.Passed;
            case "Fail" or "Failed":
                return TestOutcome.Failed;
            case "Skip" or "Skipped" or "NotRun":
                // "Not run" means a test that only runs on request.
                return TestOutcome.Skipped;
            case null:
                return hasFailure ? TestOutcome.Failed : TestOutcome.NotRun;
            default:
                reading.Problem(line, $"the result {ResultReading.Short(word)} of a test is not known");
                return hasFailure ? TestOutcome.Failed : TestOutcome.Skipped;
        }
    }

    /// <summary>A fixture or an assembly that could not be cleaned up, or a discovery that failed.</summary>
    private void Error(XmlReader xml)
    {
        var (type, line) = (xml.GetAttribute("type") ?? "", XmlResults.Line(xml));
        var name = $"{type} {xml.GetAttribute("name")}".Trim();
        var failure = Inner(xml) ?? ResultReading.Failed(null, name, "", line, line);
        _assemblies.Outside(type == "fatal" ? TestScope.Run : TestScope.Suite, name.Length > 0 ? name : "error", failure);
    }

    /// <summary>The failure inside the element at the reader's position; null for none.</summary>
    private Failure? Inner(XmlReader xml)
    {
        Failure? failure = null;
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "failure")
                failure ??= FailureIn(element);
        });
        return failure;
    }

    private Failure FailureIn(XmlReader xml)
    {
        var (type, message, stack, line) = (xml.GetAttribute("exception-type"), "", "", XmlResults.Line(xml));
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "message" && message.Length == 0)
                message = ElementText.Read(element, ReadLimits.MaxFailureText);
            else if (element.LocalName == "stack-trace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        return ResultReading.Failed(type, message, $"{message}\n{stack}".Trim(), line, XmlResults.Line(xml));
    }
}
