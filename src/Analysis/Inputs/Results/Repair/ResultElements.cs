using System.Collections.Frozen;

namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>
/// The elements of the XML result formats, by what they may contain. A broken file is read with their help: inside a text, only an element that a format puts
/// there counts as one; anything else that looks like a tag is part of the text.
/// </summary>
internal static class ResultElements
{
    /// <summary>Written by <see cref="RepairedXml"/> into a test that has no end in the file. No format has it.</summary>
    public const string BrokenOff = "whybot-broken-off";

    /// <summary>Elements that a result file begins with.</summary>
    public static readonly FrozenSet<string> Roots = Names("testsuites testsuite testcase TestRun assemblies assembly test-run test-results");

    /// <summary>Elements for one test. They are not nested, except for the rows of a test in TRX.</summary>
    public static readonly FrozenSet<string> Cases = Names("testcase test-case test UnitTestResult");

    private const string InnerResults = "InnerResults";

    private static readonly FrozenSet<string> Suites =
        Names("testsuites testsuite test-suite assemblies assembly collection test-run test-results TestRun Results TestDefinitions ResultSummary");

    private static readonly FrozenSet<string> Texts = Names("""
        failure error skipped disabled system-out system-err flakyFailure flakyError rerunFailure rerunError stackTrace
        message stack-trace output reason warning Message StackTrace StdOut StdErr DebugTrace TraceInfo Text TextMessage
        """);

    /// <summary>Elements that formats put inside a text.</summary>
    private static readonly FrozenSet<string> InTexts = Names("stackTrace system-out system-err message stack-trace");

    /// <summary>Elements that no message quotes with attributes.</summary>
    private static readonly FrozenSet<string> Telling = Names("testcase testsuite testsuites test-case test-suite UnitTestResult");

    private static readonly FrozenSet<string> Others =
        Names("properties property results categories traits Output ErrorInfo InnerResults UnitTest TestMethod Counters RunInfos RunInfo");

    private static readonly FrozenSet<string> Known = Roots.Concat(Cases).Concat(Suites).Concat(Texts).Concat(Others).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsKnown(string name) => Known.Contains(name);

    public static bool IsText(string name) => Texts.Contains(name);

    /// <summary>Whether a tag inside the text of <paramref name="text"/> begins an element.</summary>
    public static bool BeginsInText(string text, string name, bool hasAttributes) =>
        (InTexts.Contains(name) && name != text) || (hasAttributes && Telling.Contains(name));

    /// <summary>Whether an element can only begin after the open test above it has ended.</summary>
    public static bool EndsCase(string name, string parent) => (Cases.Contains(name) || Suites.Contains(name)) && parent != InnerResults;

    /// <summary>The only known name with that beginning; null if there are several or none.</summary>
    public static string? Complete(string beginning)
    {
        var names = Known.Where(k => k.StartsWith(beginning, StringComparison.Ordinal)).Take(2).ToList();
        return names is [var only] ? only : null;
    }

    private static FrozenSet<string> Names(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
