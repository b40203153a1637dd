using System.Text.Json;

namespace Whybot.Analysis.Results.Formats;

/// <summary>CTRF, the common test report format: <c>results.tests[]</c> with name, status, duration in ms, suite, filePath, message, trace, retries, flaky.</summary>
internal sealed class CtrfFormat : IResultFormat
{
    public string Name => "CTRF";

    public bool Recognises(ResultHead head) => head.Has("results") && (head.Has("reportFormat") || head.Has("results/tool") || head.Has("results/summary", "results/tests"));

    public void Read(Stream stream, ResultReading reading)
    {
        var root = JsonItem.Read(JsonItem.Bytes(stream), out var broken);
        foreach (var test in root?["results"]?["tests"]?.Items ?? [])
            reading.Add(Case(test, reading));
        if (broken is not null)
            throw broken;
    }

    private static TestCase Case(JsonItem test, ResultReading reading)
    {
        var outcome = test.Text("status") switch { "passed" => TestOutcome.Passed, "failed" => TestOutcome.Failed, _ => TestOutcome.Skipped };
        var (message, trace) = (test.Text("message"), test.Text("trace") ?? "");
        var retries = (int)Math.Clamp(test.Number("retries") ?? 0, 0, 1000);
        return reading.Case(Suite(test["suite"]), test.Text("name") ?? "", outcome, test.Line, test.EndLine) with
        {
            File = test.Text("filePath"),
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = outcome == TestOutcome.Failed || test.Flag("flaky") || retries > 0 ? retries : 0,
            Failure = outcome == TestOutcome.Failed ? ResultReading.Failed(null, message, message is not null && !trace.Contains(message, StringComparison.Ordinal) ? $"{message}\n{trace}".Trim() : trace, test.Line, test.EndLine) : null,
        };
    }

    /// <summary>A name, or a list of names from the outermost in.</summary>
    private static string Suite(JsonItem? suite) =>
        suite?.Kind == JsonTokenType.StartArray ? string.Join(" > ", suite.Items.Select(i => i.Value)) : suite?.Value ?? "";
}
