namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// mocha's JSON reporter: <c>stats</c>, <c>tests</c>, and which of them are in <c>pending</c>, <c>failures</c> and <c>passes</c>. A hook that fails is only in
/// <c>failures</c>, and the tests below it are not listed at all. Lists name tests by their titles, which several tests may share.
/// </summary>
internal sealed class MochaFormat : IResultFormat
{
    public string Name => "mocha JSON";

    public TestRunner Runner => TestRunner.Mocha;

    public bool Recognises(ResultHead head) => head.Has("stats") && (head.Has("tests") || head.Has("stats/passes", "stats/pending"));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        foreach (var root in JsonSource.Documents(stream, reading))
            Run(root, reading);
    }

    private static void Run(JsonItem root, ResultReading reading)
    {
        var (pending, failed, passes) = (Keys(root["pending"]), Keys(root["failures"]), Keys(root["passes"]));
        var (tests, from) = (root["tests"]?.Items ?? [], reading.Count);
        var withError = tests.Where(HasError).Select(Key).ToHashSet();
        foreach (var test in tests)
        {
            var outcome = HasError(test) || (failed.Contains(Key(test)) && !withError.Contains(Key(test))) ? TestOutcome.Failed
                : pending.Contains(Key(test)) && !(passes.Contains(Key(test)) && test["speed"] is not null) ? TestOutcome.Skipped : TestOutcome.Passed;
            JsonStates.Add(reading, test, Case(test, reading, outcome));
        }
        var known = tests.Select(Key).ToHashSet();
        foreach (var hook in (root["failures"]?.Items ?? []).Where(f => !known.Contains(Key(f))))
            reading.Add(Case(hook, reading, TestOutcome.Error) with { Scope = TestScope.Suite });
        if (root["stats"] is not { } stats)
            return;
        reading.Started(XmlResults.Time(stats.Text("start")));
        reading.Took(stats.Number("duration") / 1000);
        Claims(stats, [.. reading.Since(from)], reading);
    }

    /// <summary>Failures, including those of hooks. Tests that mocha did not run after a failed hook are not counted.</summary>
    private static void Claims(JsonItem stats, List<TestCase> read, ResultReading reading)
    {
        var (tests, failed, bad) = (stats.Count("tests"), stats.Count("failures"), read.Count(c => c.Bad));
        if (failed > bad)
            reading.Problem(stats.Line, $"stats counts {failed} failed, and {bad} were read");
        else if (tests > read.Count(c => c.Scope == TestScope.Test))
            reading.Problem(stats.Line, $"stats counts {tests} tests, and {read.Count(c => c.Scope == TestScope.Test)} were read");
    }

    private static Failure Failure(JsonItem? error, string stack, int line, int endLine) =>
        ResultReading.Failed(error?.Text("name") ?? error?.Text("code"), error?.Text("message"), stack.Length > 0 ? stack : error?.Text("message") ?? "",
            line, endLine);

    private static HashSet<(string?, string?)> Keys(JsonItem? tests) => [.. (tests?.Items ?? []).Select(Key)];

    private static (string?, string?) Key(JsonItem test) => (test.Text("file"), test.Text("fullTitle"));

    private static bool HasError(JsonItem test) => test["err"] is { } error && error.Names.Any();

    private static TestCase Case(JsonItem test, ResultReading reading, TestOutcome outcome)
    {
        var (title, full, error) = (test.Text("title") ?? "", test.Text("fullTitle") ?? "", test["err"]);
        var stack = error?.Text("stack") ?? "";
        var above = full.EndsWith(" " + title, StringComparison.Ordinal) ? full[..^(title.Length + 1)] : "";
        return reading.Case(above, title, outcome, test.Line, test.EndLine) with
        {
            File = test.Text("file")?.Replace('\\', '/'),
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = outcome == TestOutcome.Skipped ? 0 : JsonStates.Tries(test.Number("currentRetry")),
            Failure = outcome.IsFailure() ? Failure(error, stack, (error ?? test).Line, (error ?? test).EndLine) : null,
        };
    }
}
