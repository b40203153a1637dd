using System.Xml;
using Whybot.Analysis.Inputs.Results.Repair;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>The content of one <c>testcase</c>.</summary>
/// <param name="isNotRun">Its status is <c>notrun</c>.</param>
internal sealed class JUnitContent(bool isNotRun)
{
    private Failure? _failure;

    /// <summary>The failure of the last attempt, if the case contains only attempts.</summary>
    private Failure? _rerun;
    private bool _mayFail;

    /// <summary>Null if the content does not show it.</summary>
    public TestOutcome? Outcome { get; private set; }
    public int FailedAttempts { get; private set; }

    /// <summary>Number of failures and errors, including those of the attempts.</summary>
    public int Failures { get; private set; }
    public string? Output { get; private set; }

    /// <summary>The failure's message.</summary>
    public string? Message => _failure?.Message;

    public void Read(XmlReader xml, ResultReading reading)
    {
        XmlResults.Inside(xml, reading, (inner, depth) =>
        {
            if (depth == 1)
                Take(inner, reading);
        });
        // A test that failed in each attempt has a failure in addition to its attempts. If there are only attempts, the failure was left out.
        if (Outcome is null && _rerun is not null)
            (Outcome, _failure, FailedAttempts) = (TestOutcome.Failed, _rerun, FailedAttempts - 1);
        if (_mayFail && Outcome is TestOutcome.Failed or TestOutcome.Error)
            Outcome = TestOutcome.ExpectedFailure;
    }

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
            case "skipped" or "skip" or "ignored":
                Skip(xml);
                break;
            case "disabled":
                Outcome ??= TestOutcome.Disabled;
                break;
            case "flakyFailure" or "flakyError":
                Try();
                break;
            case "rerunFailure" or "rerunError":
                Try();
                _rerun = FailureIn(xml);
                break;
            case ResultElements.BrokenOff:
                Outcome ??= TestOutcome.NotRun;
                break;
            case "system-out" or "system-err" when _failure is not null && FailureMessages.IsEmptyPhrase(_failure.Text):
                Explain(xml);
                break;
            case "system-out" when Output is null && reading.OutputRoom is > 0 and var room:
                Output = ElementText.Read(xml, room);
                reading.Printed(Output.Length);
                break;
        }
    }

    /// <summary>PHPUnit begins a test's message with the test's name, with the namespace in its own notation, which is not part of the cause.</summary>
    public Failure? FailureOf(string className, string name) =>
        _failure is { Message: var said } failure && said.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end
            && said[..end].Replace('\\', '.').StartsWith(TestCase.IdOf(className, name).Replace('\\', '.'), StringComparison.Ordinal)
            ? failure with { Message = said[(end + 1)..] } : _failure;

    private void Try() => (FailedAttempts, Failures) = (FailedAttempts + 1, Failures + 1);

    /// <summary>ctest and others give the reason for a failure only in the test's output.</summary>
    private void Explain(XmlReader xml)
    {
        var line = XmlResults.Line(xml);
        var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
        if (text.Trim().Length > 0)
            _failure = ResultReading.Failed(_failure!.Type, _failure.Message, text, line, XmlResults.Line(xml));
    }

    /// <summary>If there are several failures, the first is shown.</summary>
    private void Fail(XmlReader xml, TestOutcome outcome)
    {
        Failures++;
        var failure = FailureIn(xml);
        _failure ??= failure;
        Outcome = Outcome == TestOutcome.Failed ? Outcome : outcome;
    }

    private static Failure FailureIn(XmlReader xml)
    {
        var (line, type, message) = (XmlResults.Line(xml), xml.GetAttribute("type"), xml.GetAttribute("message"));
        var text = ElementText.Read(xml, ReadLimits.MaxFailureText);
        return ResultReading.Failed(type, message, text, line, XmlResults.Line(xml));
    }

    private void Skip(XmlReader xml)
    {
        var (line, type, message) = (XmlResults.Line(xml), xml.GetAttribute("type"), xml.GetAttribute("message"));
        // node writes the output of a to-do test as a failure, but lets the test pass.
        _mayFail |= type is "todo" || JUnitWords.MayFail(message);
        if (JUnitWords.MayFail(message))
            return;
        if (isNotRun && message is not null && !JUnitWords.IsSkip(message))
        {
            // ctest counts a test that it could not run as failed.
            Outcome ??= TestOutcome.Error;
            _failure ??= ResultReading.Failed(type, message, message, line, XmlResults.Line(xml));
        }
        else
            Outcome ??= JUnitWords.Skip(type, message);
    }
}
