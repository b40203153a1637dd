using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Results;

/// <summary>
/// Reads JUnit XML as pytest, surefire, gradle, jest-junit, go-junit-report and Playwright write it:
/// <c>testsuites? / testsuite* (nested) / testcase* / (failure | error | skipped | rerunFailure | flakyFailure | system-out)*</c>.
/// Streams; no DTD, no external entity; each limit of <see cref="ReadLimits"/> holds. Cases before a break are kept.
/// </summary>
public static class JUnitReader
{
    /// <param name="stream">The file's bytes; read once, not disposed.</param>
    /// <param name="source">Its path in the incident's folder; stands in citations and warnings.</param>
    /// <param name="suite">The suite's name.</param>
    public static ResultFile Read(Stream stream, string source, string suite)
    {
        var reading = new Reading(source, suite);
        try
        {
            using var xml = XmlReader.Create(stream, Settings());
            reading.Walk(xml);
        }
        catch (XmlException broken)
        {
            reading.Warn($"{source}:{Math.Max(1, broken.LineNumber)}: not well-formed XML ({Reason(broken)}); {reading.Cases.Count} tests before that place are kept");
        }
        catch (InvalidDataException broken)
        {
            reading.Warn($"{source}: {broken.Message}");
        }
        return reading.Finish();
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ReadLimits.MaxFile,
        CloseInput = false,
    };

    private static string Reason(XmlException broken)
    {
        var message = broken.Message;
        var at = new[] { ". ", " Line " }.Select(end => message.IndexOf(end, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(message.Length).Min();
        return message[..at].TrimEnd('.', ',', ' ');
    }

    private sealed class Reading(string source, string suite)
    {
        private readonly List<string> _warnings = [];
        private DateTime? _startedAt;
        private double? _seconds;
        private bool _sawSuite;

        public List<TestCase> Cases { get; } = [];

        public void Warn(string warning) => _warnings.Add(warning);

        public void Walk(XmlReader xml)
        {
            while (xml.Read())
            {
                GuardDepth(xml);
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName is "testsuite" or "testsuites")
                    EnterSuite(xml);
                else if (xml.LocalName == "testcase")
                    ReadCase(xml);
                if (Cases.Count >= ReadLimits.MaxCases)
                {
                    Warn($"{source}:{LineOf(xml)}: more than {ReadLimits.MaxCases:N0} tests; the rest of the file is not read");
                    return;
                }
            }
            if (!_sawSuite)
                Warn($"{source}:1: no testsuite element; is this a JUnit result file?");
        }

        public ResultFile Finish() => new(source, suite, _startedAt, _seconds, Cases, _warnings);

        private void EnterSuite(XmlReader xml)
        {
            _sawSuite = true;
            if (DateTime.TryParse(xml.GetAttribute("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
                && (_startedAt is null || at < _startedAt))
                _startedAt = at;
            if (xml.LocalName == "testsuite" && Seconds(xml.GetAttribute("time")) is { } took)
                _seconds = (_seconds ?? 0) + took;
        }

        /// <summary>xunit writes the class before the name once more.</summary>
        private static string WithoutClass(string name, string className) =>
            className.Length > 0 && name.Length > className.Length + 1 && name[className.Length] == '.' && name.StartsWith(className, StringComparison.Ordinal)
                ? name[(className.Length + 1)..] : name;

        private void ReadCase(XmlReader xml)
        {
            var className = Short(xml.GetAttribute("classname"));
            var name = WithoutClass(Short(xml.GetAttribute("name")), className);
            var file = xml.GetAttribute("file");
            var seconds = Seconds(xml.GetAttribute("time"));
            var skipped = xml.GetAttribute("status") is "skipped" or "disabled" or "notrun" || xml.GetAttribute("skipped") == "true";
            var line = LineOf(xml);
            var found = new CaseContent();
            if (!xml.IsEmptyElement)
                found.Read(xml, this);
            var outcome = found.Outcome ?? (skipped ? TestOutcome.Skipped : TestOutcome.Passed);
            Cases.Add(new TestCase
            {
                Id = className.Length == 0 ? name : $"{className}::{name}",
                ClassName = className,
                Name = name,
                Suite = suite,
                File = file is null ? null : Short(file),
                Outcome = outcome,
                Seconds = seconds,
                Failure = outcome is TestOutcome.Failed or TestOutcome.Error ? found.Failure : null,
                FailedAttempts = found.FailedAttempts,
                Output = outcome == TestOutcome.Passed ? found.Output : null,
                Source = source,
                Line = line,
                EndLine = LineOf(xml),
            });
        }

        public void GuardDepth(XmlReader xml)
        {
            if (xml.Depth > ReadLimits.MaxDepth)
                throw new InvalidDataException($"line {LineOf(xml)}: elements nested deeper than {ReadLimits.MaxDepth}; {Cases.Count} tests before that place are kept");
        }
    }

    /// <summary>What stands inside one testcase.</summary>
    private sealed class CaseContent
    {
        public TestOutcome? Outcome { get; private set; }
        public Failure? Failure { get; private set; }
        public int FailedAttempts { get; private set; }
        public string? Output { get; private set; }

        public void Read(XmlReader xml, Reading reading)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                reading.GuardDepth(xml);
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
                    continue;
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
                    case "system-out":
                        Output ??= ElementText.Read(xml, ReadLimits.MaxOutput);
                        break;
                }
            }
        }

        private void Fail(XmlReader xml, TestOutcome outcome)
        {
            var line = LineOf(xml);
            var type = xml.GetAttribute("type");
            var message = xml.GetAttribute("message");
            var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
            Failure ??= new Failure(type, FailureMessages.Clean(message, text), text.Length == 0 ? message ?? "" : text, line, LineOf(xml));
            Outcome = Outcome == TestOutcome.Failed ? Outcome : outcome;
        }
    }

    private static int LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;

    private static double? Seconds(string? text) =>
        double.TryParse(text?.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds)
            ? seconds
            : null;

    private static string Short(string? text)
    {
        var oneLine = (text ?? "").ReplaceLineEndings(" ");
        return oneLine.Length <= ReadLimits.MaxName ? oneLine : oneLine[..ReadLimits.MaxName];
    }
}
