using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>Reads one <c>testcase</c>.</summary>
internal static class JUnitCase
{
    /// <summary>Leaves the reader at the end of the case.</summary>
    /// <param name="xml">Positioned at the beginning of the case.</param>
    /// <param name="reading">The file.</param>
    /// <param name="names">Names of classes and files.</param>
    /// <param name="suite">The suite that it is in; null for none.</param>
    /// <param name="durations">Durations of the file.</param>
    /// <param name="failures">How many failures and errors it contains, including those of its attempts.</param>
    public static TestCase Read(XmlReader xml, ResultReading reading, NameCache names, OpenSuite? suite, Durations durations, out int failures)
    {
        var attributes = Attributes.Of(xml);
        var className = names.One(ResultReading.Short(string.IsNullOrEmpty(attributes.ClassName) ? suite?.Name ?? "" : attributes.ClassName));
        var line = XmlResults.Line(xml);
        var content = xml.IsEmptyElement ? null : new JUnitContent(attributes.Status is "notrun");
        content?.Read(xml, reading);
        var outcome = content?.Outcome ?? JUnitWords.Outcome(attributes.Status, attributes.Result, attributes.Name)
            ?? (attributes.IsSkipped ? TestOutcome.Skipped : TestOutcome.Passed);
        var name = ResultReading.Short(WithoutClass(attributes.Name ?? "", className));
        failures = outcome.IsFailure() ? Math.Max(1, content?.Failures ?? 0) : content?.Failures ?? 0;
        var outside = outcome.IsFailure() ? Outside(className, name, content) : null;
        // Created in one step, because a large file has very many cases.
        return new TestCase
        {
            Id = outside ?? TestCase.IdOf(className, name),
            ClassName = outside is null ? className : "",
            Scope = outside is null ? TestScope.Test : TestScope.Suite,
            Suite = reading.Suite,
            SuiteNumber = suite?.Number ?? 0,
            Variant = suite?.Variant,
            Outcome = outcome,
            Source = reading.Source,
            Line = line,
            EndLine = XmlResults.Line(xml),
            File = attributes.File is { } file ? names.One(ResultReading.Short(file)) : null,
            Seconds = durations.Next(attributes.Time),
            Failure = !outcome.IsFailure() ? null
                : content?.FailureOf(className, name) ?? ResultReading.Failed(null, FailureMessages.Silent, content?.Output ?? "", line, XmlResults.Line(xml)),
            FailedAttempts = content?.FailedAttempts ?? 0,
            Output = outcome == TestOutcome.Passed ? content?.Output : null,
        };
    }

    /// <summary>A failing case without a name is not a test, but a set-up or a tear-down of its class (surefire, bats) or suite (gtest).</summary>
    /// <returns>Its name; null for a test.</returns>
    private static string? Outside(string className, string name, JUnitContent? content) =>
        name.Length == 0 && className.Length > 0 ? className : XUnitCleanUp.Name(content?.Message);

    /// <summary>xunit writes the class in front of the name again.</summary>
    private static string WithoutClass(string name, string className) =>
        className.Length > 0 && name.Length > className.Length + 1 && name[className.Length] == '.' && name.StartsWith(className, StringComparison.Ordinal)
            ? name[(className.Length + 1)..] : name;

    /// <summary>Read in one pass: looking up each one by name would search all of them each time.</summary>
    private struct Attributes
    {
        public string? ClassName;
        public string? Name;
        public string? File;
        public string? Time;
        public string? Status;
        public string? Result;
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
                    case "status": found.Status = xml.Value.ToLowerInvariant(); break;
                    case "result": found.Result = xml.Value.ToLowerInvariant(); break;
                    case "skipped" or "ignored": found.IsSkipped |= xml.Value == "true"; break;
                }
            xml.MoveToElement();
            return found;
        }
    }
}
