using System.Text.Json;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Finds traces of test results in a file that no format recognises: a truncated, damaged or unknown kind of file must not be ignored as if it were a coverage
/// report.
/// </summary>
internal static class ResultTraces
{
    /// <summary>Names that only results have; all names of a list must be there.</summary>
    private static readonly byte[][][] Signs =
    [
        Sign("assertionResults"), Sign("numFailedTests"), Sign("numTotalTests"), Sign("testResults"), Sign("full_description"),
        Sign("failure_count"), Sign("fullTitle"), Sign("expectedStatus"), Sign("retryAttempts"), Sign("testID", "type"), Sign("testDone"),
        Sign("testStart"), Sign("Action", "Package"), Sign("Action", "Test"), Sign("Action", "ImportPath"), Sign("specs", "projectName"),
        Sign("passes", "failures", "pending"), Sign("unexpected", "flaky", "stats"), Sign("examples", "summary_line"),
        Sign("errors_outside_of_examples_count"), Sign("example_count"), Sign("pending_count", "duration"), Sign("numPassedTests"),
        Sign("numTotalTestSuites"), Sign("wasInterrupted"), Sign("currentRetry"), Sign("workerIndex"), Sign("rootDir", "fullyParallel"),
        Sign("reportFormat", "results"), Sign("rawStatus", "duration"), Sign("tests", "summary", "tool"),
    ];

    private static readonly byte[][] Elements =
    [
        .. new[] { "testsuite", "testcase", "TestRun", "UnitTestResult", "test-run", "test-case", "test-results", "assemblies", "collection" }
            .Select(e => System.Text.Encoding.UTF8.GetBytes($"<{e}")),
    ];

    /// <summary>Go's events, whatever else is left of the file.</summary>
    private static readonly byte[][] Events =
    [
        .. new[] { "run", "pass", "fail", "build-fail" }.SelectMany(a => new[] { $"\"Action\":\"{a}\"", $"\"Action\": \"{a}\"" })
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    private static byte[][] Sign(params string[] names) => [.. names.Select(n => System.Text.Encoding.UTF8.GetBytes($"\"{n}\""))];

    /// <summary>Whether a text contains something that only results contain.</summary>
    public static bool Has(ReadOnlySpan<byte> text)
    {
        foreach (var sign in Signs)
            if (HasAll(text, sign))
                return true;
        return HasAny(text, Elements) || HasAny(text, Events);
    }

    private static bool HasAny(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
            if (text.IndexOf(word) >= 0)
                return true;
        return false;
    }

    private static bool HasAll(ReadOnlySpan<byte> text, byte[][] names)
    {
        foreach (var name in names)
            if (text.IndexOf(name) < 0)
                return false;
        return true;
    }

    /// <summary>Why a file that no format recognises is still a problem; null for a file of another kind.</summary>
    /// <param name="head">The beginning of the file.</param>
    /// <param name="whole">Whether that is the whole file.</param>
    public static string? WhyUnread(string source, ReadOnlyMemory<byte> head, bool whole)
    {
        var isUtf8 = true;
        var text = JsonText.Utf8(head, _ => isUtf8 = false);
        var (tap, json) = (HasEnd(source, ".tap"), HasEnd(source, ".json", ".jsonl", ".ndjson"));
        if ((tap || json) && text.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            return "the file is empty";
        if (tap)
            return "no line of TAP in it; is this a result file?";
        if ((json || HasEnd(source, ".txt", ".out")) && Has(text.Span))
            return "it looks like test results, but not like any format that is known; it is damaged, or of another tool";
        if (json && !isUtf8)
            return "not UTF-8, as JSON must be, and not like any format that is known; it is damaged";
        return json && !IsJson(text, whole) ? "not valid JSON; is this a result file?" : null;
    }

    private static bool HasEnd(string source, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
            if (source.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>One value, or several in sequence; comments and trailing commas are typical of settings files.</summary>
    private static bool IsJson(ReadOnlyMemory<byte> text, bool whole)
    {
        var options = JsonItem.Lenient with { MaxDepth = 1000 };
        var reader = new Utf8JsonReader(text.Span, whole, new JsonReaderState(options));
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
