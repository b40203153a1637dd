using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// JUnit XML as pytest, surefire, gradle, jest-junit, go-junit-report, gtest, PHPUnit, Playwright and many more write it:
/// <c>testsuites? / testsuite* (nested) / testcase* / (failure | error | skipped | disabled | rerunFailure | flakyFailure | system-out)*</c>.
/// Every attribute may be missing. Where a case names no class, its suite stands for it: names alone are not unique.
/// </summary>
internal sealed class JUnitFormat : IResultFormat
{
    public string Name => "JUnit";

    public bool Recognises(ResultHead head) => head.Root is "testsuites" or "testsuite" or "testcase";

    public void Read(Stream stream, ResultReading reading)
    {
        var names = new NameCache();
        var suites = new Stack<(int Depth, string Name)>();
        XmlResults.Walk(stream, reading, xml =>
        {
            if (xml.LocalName is "testsuite" or "testsuites")
                suites.Push((EnterSuite(xml, reading, suites), xml.GetAttribute("name") ?? ""));
            else if (xml.LocalName == "testcase")
                reading.Add(Case(xml, reading, names, SuiteOf(xml, suites)));
        });
    }

    /// <summary>The innermost that is open at the reader's depth.</summary>
    private static string SuiteOf(XmlReader xml, Stack<(int Depth, string Name)> suites)
    {
        while (suites.TryPeek(out var suite) && suite.Depth >= xml.Depth)
            suites.Pop();
        return suites.TryPeek(out var open) ? open.Name : "";
    }

    /// <returns>Its depth.</returns>
    private static int EnterSuite(XmlReader xml, ResultReading reading, Stack<(int Depth, string Name)> suites)
    {
        SuiteOf(xml, suites);
        reading.Started(XmlResults.Time(xml.GetAttribute("timestamp")));
        if (xml.LocalName == "testsuite")
            reading.Took(XmlResults.Seconds(xml.GetAttribute("time")));
        return xml.Depth;
    }

    private static TestCase Case(XmlReader xml, ResultReading reading, NameCache names, string suite)
    {
        var attributes = Attributes.Of(xml);
        var className = names.One(ResultReading.Short(string.IsNullOrEmpty(attributes.ClassName) ? suite : attributes.ClassName));
        var line = XmlResults.Line(xml);
        var content = xml.IsEmptyElement ? null : new CaseContent();
        content?.Read(xml, reading);
        var outcome = content?.Outcome ?? (attributes.IsSkipped ? TestOutcome.Skipped : TestOutcome.Passed);
        var name = ResultReading.Short(WithoutClass(attributes.Name ?? "", className));
        // Made in one go: a large file has very many.
        return new TestCase
        {
            Id = TestCase.IdOf(className, name),
            ClassName = className,
            Suite = reading.Suite,
            Outcome = outcome,
            Source = reading.Source,
            Line = line,
            EndLine = XmlResults.Line(xml),
            File = attributes.File is { } file ? names.One(ResultReading.Short(file)) : null,
            Seconds = XmlResults.Seconds(attributes.Time),
            Failure = outcome is TestOutcome.Failed or TestOutcome.Error ? content!.FailureOf(className, name) : null,
            FailedAttempts = content?.FailedAttempts ?? 0,
            Output = outcome == TestOutcome.Passed ? content?.Output : null,
        };
    }

    /// <summary>xunit writes the class before the name once more.</summary>
    private static string WithoutClass(string name, string className) =>
        className.Length > 0 && name.Length > className.Length + 1 && name[className.Length] == '.' && name.StartsWith(className, StringComparison.Ordinal)
            ? name[(className.Length + 1)..] : name;

    /// <summary>Read in one go: to ask for each by its name would search all of them each time.</summary>
    private struct Attributes
    {
        public string? ClassName;
        public string? Name;
        public string? File;
        public string? Time;
        public bool IsSkipped;

        public static Attributes Of(XmlReader xml)
        {
            var found = new Attributes();
            while (xml.MoveToNextAttribute())
                switch (xml.LocalName)
                {
                    case "classname": found.ClassName = xml.Value; break;
                    case "name": found.Name = xml.Value; break;
                    case "file": found.File = xml.Value; break;
                    case "time": found.Time = xml.Value; break;
                    case "status": found.IsSkipped |= xml.Value is "skipped" or "disabled" or "notrun"; break;
                    case "skipped": found.IsSkipped |= xml.Value == "true"; break;
                }
            xml.MoveToElement();
            return found;
        }
    }

    /// <summary>Many cases share a class and a file: one string for all of them.</summary>
    private sealed class NameCache
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

    /// <summary>What stands inside one testcase.</summary>
    private sealed class CaseContent
    {
        public TestOutcome? Outcome { get; private set; }
        public Failure? Failure { get; private set; }
        public int FailedAttempts { get; private set; }
        public string? Output { get; private set; }

        public void Read(XmlReader xml, ResultReading reading) => XmlResults.Inside(xml, reading, (inner, depth) =>
        {
            if (depth == 1)
                Take(inner, reading);
        });

        private void Take(XmlReader xml, ResultReading reading)
        {
            switch (xml.LocalName)
            {
                case "failure":
                    Fail(xml, TestOutcome.Failed);
                    break;
                case "error":
                    Fail(xml, TestOutcome.Error);
                    break;
                case "skipped" or "disabled":
                    Outcome ??= TestOutcome.Skipped;
                    break;
                case "flakyFailure" or "flakyError" or "rerunFailure" or "rerunError":
                    FailedAttempts++;
                    break;
                case "system-out" or "system-err" when Failure is not null && FailureMessages.IsEmptyPhrase(Failure.Text):
                    Explain(xml);
                    break;
                case "system-out" when Output is null && reading.OutputRoom is > 0 and var room:
                    Output = ElementText.Read(xml, room);
                    reading.Printed(Output.Length);
                    break;
            }
        }

        /// <summary>ctest and others say why a test failed only in what it printed.</summary>
        private void Explain(XmlReader xml)
        {
            var line = XmlResults.Line(xml);
            var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
            if (text.Trim().Length > 0)
                Failure = ResultReading.Failed(Failure!.Type, Failure.Message, text, line, XmlResults.Line(xml));
        }

        /// <summary>PHPUnit begins what a test said with its name, which is no part of the cause.</summary>
        public Failure? FailureOf(string className, string name) =>
            Failure is { Message: var said } failure && said.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && said.StartsWith(TestCase.IdOf(className, name), StringComparison.Ordinal)
                ? failure with { Message = said[(end + 1)..] } : Failure;

        /// <summary>Of several failures the first is shown.</summary>
        private void Fail(XmlReader xml, TestOutcome outcome)
        {
            var line = XmlResults.Line(xml);
            var type = xml.GetAttribute("type");
            var message = xml.GetAttribute("message");
            var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
            Failure ??= ResultReading.Failed(type, message, text, line, XmlResults.Line(xml));
            Outcome = Outcome == TestOutcome.Failed ? Outcome : outcome;
        }
    }
}
