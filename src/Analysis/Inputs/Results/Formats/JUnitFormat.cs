using System.Collections.Frozen;
using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// JUnit XML as written by pytest, surefire, gradle, jest-junit, go-junit-report, gtest, PHPUnit, Playwright and many more: <c>testsuites? / testsuite*
/// (nested) / testcase* / (failure | error | skipped | disabled | rerunFailure | flakyFailure | system-out)*</c>. Every attribute may be missing. If a case
/// names no class, its suite is used instead, because names alone are not unique. A <c>failure</c> or <c>error</c> directly in a suite is the suite's own.
/// </summary>
internal sealed class JUnitFormat : IResultFormat
{
    public string Name => "JUnit";

    public bool Recognises(ResultHead head) => head.Root is "testsuites" or "testsuite" or "testcase";

    public void Read(Stream stream, ResultReading reading) => new JUnitFile(reading).Read(stream);
}

/// <summary>One file of JUnit XML while it is read.</summary>
internal sealed class JUnitFile(ResultReading reading)
{
    private const int MostOfVariant = 80;

    /// <summary>What the JUnit logger of dotnet test keeps of a crash.</summary>
    private const string Aborted = "The active test run was aborted.";

    /// <summary>Properties, in lower case, that say where a suite ran.</summary>
    private static readonly FrozenSet<string> Places =
        new[] { "browser", "browser.name", "browsername", "browser.fullname", "project", "projectname", "device", "devicename", "platformname" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly NameCache _names = new();
    private readonly OpenSuites _suites = new(reading);
    private readonly JUnitPlaces _places = new();
    private readonly Durations _durations = new(reading);

    public void Read(Stream stream)
    {
        XmlResults.Walk(stream, reading, Element);
        _suites.End();
        _durations.Settle();
        _places.Settle(reading);
    }

    private void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "testcase":
                var suite = _suites.At(xml);
                var test = JUnitCase.Read(xml, reading, _names, suite, _durations, out var failures);
                _suites.Read(Math.Max(1, failures), failures, test.Outcome.IsSkip());
                reading.Add(test);
                break;
            case "testsuite" or "testsuites":
                Suite(xml);
                break;
            case "failure" or "error" when _suites.At(xml) is { } failed && failed.Depth == xml.Depth - 1:
                SuiteFailure(xml, failed);
                break;
            case "property" when _suites.At(xml) is { } described && xml.GetAttribute("name") is { } name:
                Describe(described, name, xml.GetAttribute("value"));
                break;
            case "system-err" when _suites.At(xml) is { } printed && printed.Depth == xml.Depth - 1:
                RunFailure(xml);
                break;
        }
    }

    private void Suite(XmlReader xml)
    {
        var (name, host, isGroup) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("hostname"), xml.LocalName == "testsuites");
        var suite = _suites.Enter(xml, name, name.Length > 0 ? $"suite {ResultReading.Short(name)}" : $"<{xml.LocalName}>", isGroup);
        reading.Started(XmlResults.Time(xml.GetAttribute("timestamp")));
        if (JUnitWords.Runner(name, xml) is var runner and not TestRunner.Unknown)
            reading.Runner = runner;
        if (!isGroup)
        {
            _durations.Suite(xml.GetAttribute("time"));
            _places.Add(suite.Number, host, xml.GetAttribute("package"));
            reading.Call(suite.Number, name);
        }
        suite.Tests = OpenSuites.Count(xml, "tests");
        suite.Failures = OpenSuites.Count(xml, "failures");
        suite.Errors = OpenSuites.Count(xml, "errors");
        suite.Skipped = (OpenSuites.Count(xml, "skipped") ?? 0) + (OpenSuites.Count(xml, "disabled") ?? 0) + (OpenSuites.Count(xml, "ignored") ?? 0);
        if (suite.Tests > 1 && CountsMore(xml, name, host))
            suite.Tests = 1;
    }

    /// <summary>
    /// Catch2 (its host is always <c>tbd</c>) and doctest count assertions as tests. pytest, which always names its host, counts passed subtests that are not
    /// in the file.
    /// </summary>
    private static bool CountsMore(XmlReader xml, string name, string? host) =>
        host == "tbd" || xml.GetAttribute("doctest_version") is not null || (name == "pytest" && host is not null);

    private void Describe(OpenSuite suite, string name, string? value)
    {
        // Until Qt 6, every logged line counted as an error.
        if (name is "QtVersion" or "QTestVersion")
            suite.Errors = null;
        else if (name == "go.version")
            reading.Runner = TestRunner.Go;
        else if (value is { Length: > 0 and <= MostOfVariant } && Places.Contains(name))
            suite.Variant = suite.Variant is null || suite.Variant == value ? value : $"{suite.Variant} {value}";
    }

    private void SuiteFailure(XmlReader xml, OpenSuite suite)
    {
        var (line, type, message, isRun) = (XmlResults.Line(xml), xml.GetAttribute("type"), xml.GetAttribute("message"), suite.Number == 0);
        var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
        var name = suite.Name.Length > 0 ? suite.Name : isRun ? "test run" : "test suite";
        _suites.Outside(isRun ? TestScope.Run : TestScope.Suite, name, ResultReading.Failed(type, message, text, line, XmlResults.Line(xml)));
    }

    private void RunFailure(XmlReader xml)
    {
        var line = XmlResults.Line(xml);
        var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
        if (text.IndexOf(Aborted, StringComparison.Ordinal) is >= 0 and var at)
            _suites.Outside(TestScope.Run, "test run", ResultReading.Failed(null, null, text[at..], line, XmlResults.Line(xml)));
    }
}

/// <summary>Many cases share a class and a file, so they share one string for each.</summary>
internal sealed class NameCache
{
    private string _last = "";
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public string One(string name)
    {
        if (name == _last)
            return _last;
        if (!_names.TryGetValue(name, out var known))
            _names.Add(known = name);
        return _last = known;
    }
}
