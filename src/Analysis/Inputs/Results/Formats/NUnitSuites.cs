using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// What both versions of NUnit's XML share: suites inside suites, with <c>failure / (message, stack-trace)</c> or <c>reason / message</c> in them and in test
/// cases.
/// </summary>
internal sealed class NUnitSuites(ResultReading reading)
{
    private readonly OpenSuites _suites = new(reading);

    /// <summary>The suite whose own failure is still to come, and the name to use for it.</summary>
    private (OpenSuite Suite, string Name)? _broken;

    public Durations Durations { get; } = new(reading);

    /// <param name="xml">Positioned at the suite's beginning.</param>
    /// <param name="isRun">Whether it is the run itself.</param>
    /// <param name="isFailed">Whether it is marked as failed.</param>
    /// <param name="isItself">Whether it failed by itself, not because of a suite around it or a test inside it.</param>
    /// <param name="step">The part of it that failed: SetUp, TearDown; null if unknown.</param>
    public OpenSuite Enter(XmlReader xml, bool isRun, bool isFailed, bool isItself, string? step)
    {
        var (full, name) = (xml.GetAttribute("fullname") ?? xml.GetAttribute("name") ?? "", xml.GetAttribute("name") ?? "");
        var suite = _suites.Enter(xml, full, isRun ? "the run" : $"suite {ResultReading.Short(name)}", isRun, isFailed);
        _broken = isItself ? (suite, step is null ? full : $"{full} ({step})") : null;
        if (!isRun)
            reading.Call(suite.Number, full);
        // A fixture with arguments: Par("a").
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var at && xml.GetAttribute("type") is "TestFixture" && name.EndsWith(')'))
            suite.Variant = ResultReading.Short(name[(at + 1)..^1]);
        else if (xml.GetAttribute("type") == "Assembly")
            suite.Variant = TestPrograms.FrameworkIn(full);
        return suite;
    }

    /// <summary>Any other element outside test cases.</summary>
    public void Element(XmlReader xml)
    {
        if (xml.LocalName is not ("failure" or "reason") || _broken is not { } broken || _suites.At(xml) != broken.Suite || broken.Suite.Depth != xml.Depth - 1)
            return;
        _broken = null;
        var failure = Inside(xml, reading, XmlResults.Line(xml));
        if (!IsOfChildren(failure.Message))
            _suites.Outside(TestScope.Suite, broken.Name.Length > 0 ? broken.Name : "test suite", failure);
    }

    /// <summary>Adds a test case; leaves the reader at its end.</summary>
    public void Case(XmlReader xml, string className, string name, TestOutcome outcome, int line, string? took)
    {
        var suite = _suites.At(xml);
        Failure? failure = null;
        XmlResults.Inside(xml, reading, (element, depth) =>
        {
            if (depth == 1 && element.LocalName == "failure")
                failure ??= Inside(element, reading, XmlResults.Line(element));
        });
        // The outcome may be missing if the file breaks off.
        if (outcome == TestOutcome.NotRun && failure is not null)
            outcome = TestOutcome.Failed;
        _suites.Read(1, outcome.IsFailure() ? 1 : 0);
        reading.Add(reading.Case(className, name, outcome, line, XmlResults.Line(xml)) with
        {
            Seconds = Durations.Next(took),
            SuiteNumber = suite?.Number ?? 0,
            Variant = suite?.Variant,
            Failure = outcome.IsFailure() ? failure ?? ResultReading.Failed(null, null, "", line, XmlResults.Line(xml)) : null,
        });
    }

    /// <summary>Call at the end of the file.</summary>
    public void End()
    {
        _suites.End();
        Durations.Settle();
    }

    /// <summary>NUnit's message for a suite that contains a failed test.</summary>
    private static bool IsOfChildren(string message) =>
        message.StartsWith("One or more child tests had ", StringComparison.Ordinal) || message.StartsWith("Child test failed", StringComparison.Ordinal);

    private static Failure Inside(XmlReader xml, ResultReading reading, int line)
    {
        var (message, stack) = ("", "");
        XmlResults.Inside(xml, reading, (element, _) =>
        {
            if (element.LocalName == "message" && message.Length == 0)
                message = ElementText.Read(element, ReadLimits.MaxFailureText);
            else if (element.LocalName == "stack-trace" && stack.Length == 0)
                stack = ElementText.Read(element, ReadLimits.MaxFailureText);
        });
        return ResultReading.Failed(null, message, $"{message}\n{stack}".Trim(), line, XmlResults.Line(xml));
    }
}
