using System.Text.RegularExpressions;
using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// What a TRX file says about its run: <c>ResultSummary / (Counters, RunInfos / RunInfo / Text)</c>. A RunInfo that is an error is a failure of the run, unless
/// it only repeats a failed test: xUnit's adapter repeats all of them there, and Microsoft.Testing.Platform its exit code. NUnit's adapter reports broken
/// fixtures as warnings.
/// </summary>
internal sealed partial class TrxSummary
{
    private const int MostSaid = 100;

    private readonly List<(string Text, bool IsError, int Line, int EndLine)> _said = [];
    private (long? Tests, long? Failed, long? Others) _counters;
    private string? _outcome;
    private int _line;

    /// <summary>The run did not reach its end.</summary>
    public bool IsAborted => _outcome is "Aborted" or "Timeout" or "InProgress" or "Disconnected" or "PassedButRunAborted"
        || _said.Any(s => s.IsError && Abort().IsMatch(s.Text));

    public void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "ResultSummary":
                (_outcome, _line) = (xml.GetAttribute("outcome"), XmlResults.Line(xml));
                break;
            case "Counters":
                _counters = (OpenSuites.Count(xml, "total"), OpenSuites.Count(xml, "failed"), Sum(xml, "error", "timeout", "aborted", "passedButRunAborted"));
                break;
            case "RunInfo" when _said.Count < MostSaid:
                var isError = xml.GetAttribute("outcome") is "Error" or "Min" or "Failed" or "Aborted" or "Timeout" or "Disconnected";
                var line = XmlResults.Line(xml);
                var text = ElementText.Read(xml, ReadLimits.MaxFailureText).Trim();
                _said.Add((text, isError, line, XmlResults.Line(xml)));
                break;
        }
    }

    /// <param name="reading">Contains all tests.</param>
    /// <param name="parents">How many results represent their rows.</param>
    /// <param name="failedParents">How many of those failed.</param>
    /// <param name="failedNames">Names of the tests that failed, as in the results.</param>
    /// <param name="failedTexts">Their messages.</param>
    public void Tell(ResultReading reading, int parents, int failedParents, HashSet<string> failedNames, IReadOnlyList<string> failedTexts)
    {
        var tests = reading.Count;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _said.Count; i++)
        {
            var (text, isError, line, endLine) = _said[i];
            if (Broken(i) is { } fixture)
                reading.Outside(TestScope.Suite, fixture.Name, null, Message(fixture.Text), fixture.Text, line, fixture.EndLine);
            else if (isError && !Repeats(text, failedNames, failedTexts) && seen.Add(text))
                reading.Outside(TestScope.Run, seen.Count == 1 ? "test run" : $"test run ({seen.Count})", null, Message(text), text, line, endLine);
        }
        var failed = failedTexts.Count;
        var contradicts = OpenSuites.Contradicts(reading, _line, "the summary", _counters, tests + parents, failed + failedParents);
        var isFailed = _outcome is "Failed" or "Error" or "Min";
        if (_outcome is null or "Completed" or "Complete" or "Passed" or "Warning" or "Inconclusive"
            || (isFailed && (contradicts || reading.Count > tests || failed > 0)))
            return;
        reading.Problem(_line, $"the run's outcome is {ResultReading.Short(_outcome)}{(isFailed ? ", and no failure was read" : "")}");
    }

    /// <summary>NUnit: "TearDown failed for test fixture Shop.Orders", with the message in the next one.</summary>
    private (string Name, string Text, int EndLine)? Broken(int at)
    {
        if (BrokenFixture().Match(_said[at].Text) is not { Success: true } found)
            return null;
        var said = at + 1 < _said.Count && !_said[at + 1].IsError ? _said[at + 1] : _said[at];
        return ($"{found.Groups["fixture"].Value} ({found.Groups["step"].Value})", said.Text, said.EndLine);
    }

    /// <summary>The message without the stack, whose frames from a host name no file.</summary>
    private static string Message(string text)
    {
        var stack = text.IndexOf("\n   at ", StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;
        return text[..Math.Min(stack, text.IndexOf("\nStackTrace:", StringComparison.Ordinal) is >= 0 and var named ? named : stack)];
    }

    private static bool Repeats(string text, HashSet<string> failedNames, IReadOnlyList<string> failedTexts)
    {
        if (FailedTest().Match(text) is { Success: true } test)
            return failedNames.Contains(test.Groups["name"].Value);
        if (CleanUp().Match(text) is { Success: true } cleanUp)
            return failedNames.Concat(failedTexts).Any(t => t.StartsWith(cleanUp.Groups["what"].Value, StringComparison.Ordinal));
        return failedTexts.Count > 0 && TestsFailed().IsMatch(text);
    }

    private static long? Sum(XmlReader xml, params ReadOnlySpan<string> names)
    {
        var sum = 0L;
        foreach (var name in names)
            sum += OpenSuites.Count(xml, name) ?? 0;
        return sum;
    }

    [GeneratedRegex(@"^\[xUnit\.net [\d:.]{1,20}\]\s{1,20}(?<name>\S.{0,2000}) \[FAIL\]$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 10000)]
    private static partial Regex FailedTest();

    [GeneratedRegex(@"^\[xUnit\.net [\d:.]{1,20}\]\s{1,20}(?<what>\[Test [A-Za-z ]{1,40}Cleanup Failure \([^\n]{1,500}\)\])",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex CleanUp();

    /// <summary>Exit code 2 of Microsoft.Testing.Platform: a test failed.</summary>
    [GeneratedRegex(@"^Exit code indicates failure: '2'", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex TestsFailed();

    [GeneratedRegex(@"^(?<step>(?:OneTime)?(?:SetUp|Setup|TearDown)) failed for test fixture (?<fixture>\S.{0,500})$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex BrokenFixture();

    [GeneratedRegex(@"\b(?:run was aborted|[Tt]est [Rr]un [Aa]borted|host process crashed|test run was cancell?ed)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Abort();
}
