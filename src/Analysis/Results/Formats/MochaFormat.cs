namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// mocha's JSON reporter: <c>stats</c>, <c>tests</c>, and which of them are in <c>pending</c> and <c>failures</c>. A hook that fails stands in
/// <c>failures</c> only.
/// </summary>
internal sealed class MochaFormat : IResultFormat
{
    public string Name => "mocha JSON";

    public bool Recognises(ResultHead head) => head.Has("stats") && (head.Has("tests") || head.Has("stats/passes", "stats/pending"));

    public void Read(Stream stream, ResultReading reading)
    {
        var root = JsonItem.Read(JsonItem.Bytes(stream), out var broken);
        var pending = Keys(root?["pending"]);
        var failed = Keys(root?["failures"]);
        var tests = root?["tests"]?.Items ?? [];
        foreach (var test in tests)
            reading.Add(Case(test, reading, pending.Contains(Key(test)) ? TestOutcome.Skipped : failed.Contains(Key(test)) || test["err"]?.Text("message") is not null ? TestOutcome.Failed : TestOutcome.Passed));
        var known = tests.Select(Key).ToHashSet();
        foreach (var hook in (root?["failures"]?.Items ?? []).Where(f => !known.Contains(Key(f))))
            reading.Add(Case(hook, reading, TestOutcome.Error));
        reading.Started(XmlResults.Time(root?["stats"]?.Text("start")));
        reading.Took(root?["stats"]?.Number("duration") / 1000);
        if (broken is not null)
            throw broken;
    }

    private static HashSet<(string?, string?)> Keys(JsonItem? tests) => [.. (tests?.Items ?? []).Select(Key)];

    private static (string?, string?) Key(JsonItem test) => (test.Text("file"), test.Text("fullTitle"));

    private static TestCase Case(JsonItem test, ResultReading reading, TestOutcome outcome)
    {
        var (title, full, error) = (test.Text("title") ?? "", test.Text("fullTitle") ?? "", test["err"]);
        var stack = error?.Text("stack") ?? "";
        return reading.Case(full.EndsWith(" " + title, StringComparison.Ordinal) ? full[..^(title.Length + 1)] : "", title, outcome, test.Line, test.EndLine) with
        {
            File = test.Text("file")?.Replace('\\', '/'),
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = (int)Math.Clamp(test.Number("currentRetry") ?? 0, 0, 1000),
            Failure = outcome is TestOutcome.Failed or TestOutcome.Error
                ? ResultReading.Failed(error?.Text("name") ?? error?.Text("code"), error?.Text("message"), stack.Length > 0 ? stack : error?.Text("message") ?? "", error?.Line ?? test.Line, error?.EndLine ?? test.EndLine) : null,
        };
    }
}
