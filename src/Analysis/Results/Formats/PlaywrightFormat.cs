namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// Playwright's JSON: <c>suites[]</c>, the outer ones of a file, nested, with <c>specs[]</c>, of each a test per project, of that a result per attempt. What failed and
/// then passed is <c>flaky</c>: a pass.
/// </summary>
internal sealed class PlaywrightFormat : IResultFormat
{
    public string Name => "Playwright JSON";

    public bool Recognises(ResultHead head) => head.Has("config/rootDir") && head.Has("config/fullyParallel");

    public void Read(Stream stream, ResultReading reading)
    {
        var root = JsonItem.Read(JsonItem.Bytes(stream), out var broken);
        foreach (var file in root?["suites"]?.Items ?? [])
            Suite(file, "", reading);
        if (broken is not null)
            throw broken;
    }

    private static void Suite(JsonItem suite, string path, ResultReading reading)
    {
        foreach (var spec in suite["specs"]?.Items ?? [])
            foreach (var test in spec["tests"]?.Items ?? [])
                reading.Add(Case(spec, test, path, reading));
        foreach (var inner in suite["suites"]?.Items ?? [])
            Suite(inner, $"{path} {inner.Text("title")}".Trim(), reading);
    }

    private static TestCase Case(JsonItem spec, JsonItem test, string path, ResultReading reading)
    {
        var outcome = test.Text("status") switch { "unexpected" => TestOutcome.Failed, "skipped" => TestOutcome.Skipped, _ => TestOutcome.Passed };
        var attempts = test["results"]?.Items ?? [];
        var failed = attempts.Where(a => a.Text("status") is not ("passed" or "skipped")).ToList();
        var project = test.Text("projectName") is { Length: > 0 } name ? $"[{name}]" : "";
        return reading.Case(path, $"{spec.Text("title")}{project}", outcome, test.Line, test.EndLine) with
        {
            File = spec.Text("file"),
            Seconds = attempts.Count == 0 ? null : attempts.Sum(a => a.Number("duration") ?? 0) / 1000,
            FailedAttempts = outcome == TestOutcome.Failed ? Math.Max(0, failed.Count - 1) : test.Text("status") == "flaky" ? failed.Count : 0,
            Failure = outcome == TestOutcome.Failed ? Failure(failed.Count > 0 ? failed[^1] : test) : null,
        };
    }

    /// <summary>Of the last attempt; one that timed out says no more than that.</summary>
    private static Failure Failure(JsonItem attempt)
    {
        var errors = (attempt["errors"]?.Items ?? []).Select(e => e.Text("stack") ?? e.Text("message") ?? "").ToList();
        var text = errors.Count > 0 ? string.Join("\n\n", errors) : attempt["error"]?.Text("stack") ?? attempt["error"]?.Text("message") ?? attempt.Text("status") ?? "";
        return ResultReading.Failed(null, attempt["error"]?.Text("message"), Logs.Ansi.Strip(text), attempt.Line, attempt.EndLine);
    }
}
