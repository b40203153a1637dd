namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// The JSON of jest and vitest: <c>testResults[]</c> per file with <c>assertionResults[]</c>. A file that could not be loaded has no test, and a message: it
/// is an error.
/// </summary>
internal sealed class JestFormat : IResultFormat
{
    public string Name => "jest JSON";

    public bool Recognises(ResultHead head) => head.Has("testResults") || head.Has("numTotalTests", "numFailedTests");

    public void Read(Stream stream, ResultReading reading)
    {
        var root = JsonItem.Read(JsonItem.Bytes(stream), out var broken);
        foreach (var file in root?["testResults"]?.Items ?? [])
            File(file, reading);
        if (broken is not null)
            throw broken;
    }

    private static void File(JsonItem file, ResultReading reading)
    {
        var path = (file.Text("name") ?? file.Text("testFilePath"))?.Replace('\\', '/');
        var tests = file["assertionResults"]?.Items ?? file["testResults"]?.Items ?? [];
        foreach (var test in tests)
            reading.Add(Case(test, path, reading));
        if (tests.Count == 0 && file.Text("status") == "failed")
            reading.Add(reading.Case("", path ?? "", TestOutcome.Error, file.Line, file.EndLine) with { File = path, Failure = ResultReading.Failed(null, null, file.Text("message") ?? "", file.Line, file.EndLine) });
    }

    private static TestCase Case(JsonItem test, string? path, ResultReading reading)
    {
        var outcome = test.Text("status") switch { "failed" => TestOutcome.Failed, "passed" => TestOutcome.Passed, _ => TestOutcome.Skipped };
        var text = string.Join('\n', (test["failureMessages"]?.Items ?? []).Select(m => m.Value));
        return reading.Case(string.Join(" ", (test["ancestorTitles"]?.Items ?? []).Select(t => t.Value).Where(t => t is { Length: > 0 })), test.Text("title") ?? test.Text("fullName") ?? "", outcome, test.Line, test.EndLine) with
        {
            File = path,
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = (int)Math.Clamp((test.Number("invocations") ?? 1) - 1, 0, 1000),
            Failure = outcome == TestOutcome.Failed ? ResultReading.Failed(null, null, text, test["failureMessages"]?.Line ?? test.Line, test.EndLine) : null,
        };
    }
}
