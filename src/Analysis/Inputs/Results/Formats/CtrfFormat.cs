namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// CTRF, the common test report format: <c>results.tests[]</c> with name, status, duration in ms, suite, filePath, message, trace, retries, flaky, and
/// <c>results.summary</c>, which counts them. If a reporter has no word for a state, it writes <c>other</c>, and its own word in <c>rawStatus</c>.
/// </summary>
internal sealed class CtrfFormat : IResultFormat
{
    private const string Other = "other";

    public string Name => "CTRF";

    public bool Recognises(ResultHead head) =>
        head.Has("results") && (head.Has("reportFormat") || head.Has("results/tool") || head.Has("results/summary", "results/tests"));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        var (tests, failed) = (0L, 0L);
        JsonItem? told = null;
        foreach (var results in JsonSource.Documents(stream, reading).Select(d => d["results"]))
        {
            // Its reporter writes how many retries a test may have, not how many it had.
            var mayRetry = results?["tool"]?.Text("name") == "vitest";
            foreach (var test in results?["tests"]?.Items ?? [])
                JsonStates.Add(reading, test, Case(test, mayRetry, reading));
            if (results?["summary"] is not { } summary)
                continue;
            told = summary;
            tests += summary.Count("tests") ?? 0;
            failed += summary.Count("failed") ?? 0;
            reading.Started(summary.Number("start") is { } start ? JsonStates.Time(start) : null);
        }
        if (told is not null)
            reading.ClaimOfTests(told.Line, "the summary", tests, failed);
    }

    private static TestCase Case(JsonItem test, bool mayRetry, ResultReading reading)
    {
        var outcome = Outcome(test, reading);
        var (message, trace) = (test.Text("message"), test.Text("trace") ?? "");
        var text = message is not null && !trace.Contains(message, StringComparison.Ordinal) ? $"{message}\n{trace}".Trim() : trace;
        return reading.Case(Suite(test["suite"]), test.Text("name") ?? "", outcome, test.Line, test.EndLine) with
        {
            File = test.Text("filePath")?.Replace('\\', '/'),
            Variant = test.Text("browser"),
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = FailedTries(test, outcome, mayRetry),
            Failure = outcome.IsFailure() ? ResultReading.Failed(null, message, text, test.Line, test.EndLine) : null,
        };
    }

    private static TestOutcome Outcome(JsonItem test, ResultReading reading) => test.Text("status")?.ToLowerInvariant() switch
    {
        "passed" => TestOutcome.Passed,
        "failed" => TestOutcome.Failed,
        "skipped" or "pending" => TestOutcome.Skipped,
        Other => Raw(test.Text("rawStatus")),
        var unknown => JsonStates.Unknown(reading, test, unknown),
    };

    /// <summary>The runner's own word for it.</summary>
    private static TestOutcome Raw(string? status) => status?.ToLowerInvariant() switch
    {
        "passed" or "pass" or "success" => TestOutcome.Passed,
        "failed" or "fail" or "failure" => TestOutcome.Failed,
        "error" or "errored" or "broken" or "timedout" or "timed out" or "timeout" or "crashed" or "fatal" or "aborted" => TestOutcome.Error,
        "interrupted" or "cancelled" or "canceled" or "notrun" or "not run" or "queued" or "running" => TestOutcome.NotRun,
        "disabled" => TestOutcome.Disabled,
        "xfail" or "xfailed" or "expected failure" => TestOutcome.ExpectedFailure,
        "xpass" or "xpassed" => TestOutcome.UnexpectedPass,
        _ => TestOutcome.Skipped,
    };

    /// <summary>Failed attempts listed before the final one; if none are listed, the retries give their number.</summary>
    private static int FailedTries(JsonItem test, TestOutcome outcome, bool mayRetry)
    {
        var retries = JsonStates.Tries(test.Number("retries"));
        if (test["retryAttempts"]?.Items is { Count: > 0 } tries)
        {
            var failed = tries.Count(t => t.Text("status")?.ToLowerInvariant() is "failed" or "broken" or Other);
            // Some reporters list the last attempt too.
            return Math.Max(0, failed - (outcome.IsFailure() && retries > 0 && tries.Count > retries ? 1 : 0));
        }
        return outcome.IsFailure() || test.Flag("flaky") || (outcome.IsPass() && test["flaky"] is null && !mayRetry) ? retries : 0;
    }

    /// <summary>A name, or a list of names from the outermost in.</summary>
    private static string Suite(JsonItem? suite) =>
        suite?.Kind == System.Text.Json.JsonTokenType.StartArray ? string.Join(" > ", suite.Items.Select(i => i.Value)) : suite?.Value ?? "";
}
