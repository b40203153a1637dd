namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// The JSON reporter of Dart and Flutter (protocol 0.1): one event per line, ending with <c>done</c>. Hidden tests load files and run <c>setUpAll</c>; they
/// only count if they fail, as failures of their file. A test that began but never ended was running when the run stopped.
/// </summary>
internal sealed class DartFormat : IResultFormat
{
    private sealed record Begun(string Name, long Suite, int Line, double At)
    {
        public string? Error { get; set; }
        public string Stack { get; set; } = "";
        public int ErrorLine { get; set; }
        public int Retries { get; set; }
    }

    private sealed class Run
    {
        public Dictionary<long, string> Suites { get; } = [];
        public Dictionary<long, Begun> Open { get; } = [];

        /// <summary>For each file, how many tests it claims to have.</summary>
        public Dictionary<long, (long Claimed, int Line)> Claims { get; } = [];
        public Dictionary<long, long> Ended { get; } = [];

        /// <summary>How many files the runner claims to have; null if it does not say.</summary>
        public long? Files { get; set; }
        public HashSet<long> Unloaded { get; } = [];
        public int LastLine { get; set; }

        /// <summary>An event has been read since the last end of a run.</summary>
        public bool Heard { get; set; }

        /// <summary>Every test of every file ended: some versions of Flutter leave <c>done</c> out.</summary>
        public bool IsWhole => Open.Count == 0 && Files <= Suites.Keys.Count(s => Claims.ContainsKey(s) || Unloaded.Contains(s)) && Short() is null;

        /// <summary>A file that has more tests than ended.</summary>
        public (long Suite, long Claimed, int Line)? Short()
        {
            foreach (var (suite, (claimed, line)) in Claims)
                if (claimed > Ended.GetValueOrDefault(suite))
                    return (suite, claimed, line);
            return null;
        }
    }

    public string Name => "Dart JSON";

    public TestRunner Runner => TestRunner.Dart;

    public bool Recognises(ResultHead head) =>
        head.Has("protocolVersion", "type") || (head.Has("type", "time") && (head.Has("suite") || head.Has("test") || head.Has("testID")));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        var run = new Run();
        var started = false;
        JsonLines.Each(stream, reading, (item, line) =>
        {
            (run.LastLine, run.Heard) = (line, true);
            if (item.Text("type") == "start" && started)
                (_, run) = (Unended(reading, run), new Run { LastLine = line, Heard = true });
            started = true;
            if (item.Text("type") == "done")
                run = Done(reading, run, item, line);
            else
                Take(reading, run, item, line);
        });
        if (run.Heard)
            Unended(reading, run);
    }

    private static void Take(ResultReading reading, Run run, JsonItem item, int line)
    {
        switch (item.Text("type"))
        {
            case "suite" when item["suite"] is { } suite:
                run.Suites[Id(suite, "id")] = (suite.Text("path") ?? "").Replace('\\', '/');
                break;
            case "allSuites":
                run.Files = item.Count("count");
                break;
            case "group" when item["group"] is { } group && group.Number("parentID") is null && group.Count("testCount") is { } tests:
                run.Claims[Id(group, "suiteID")] = (tests, line);
                break;
            case "testStart" when item["test"] is { } test:
                run.Open[Id(test, "id")] = new Begun(test.Text("name") ?? "", Id(test, "suiteID"), line, item.Number("time") ?? 0);
                break;
            case "print" when run.Open.TryGetValue(Id(item, "testID"), out var printing) && item.Text("message") == $"Retry: {printing.Name}":
                printing.Retries++;
                break;
            case "error" when run.Open.TryGetValue(Id(item, "testID"), out var failing):
                failing.Error ??= item.Text("error") ?? "";
                (failing.Stack, failing.ErrorLine) = failing.ErrorLine == 0 ? (item.Text("stackTrace") ?? "", line) : (failing.Stack, failing.ErrorLine);
                break;
            // Tests may fail after they have ended.
            case "error":
                var text = $"{item.Text("error")}\n{item.Text("stackTrace")}".Trim();
                reading.Outside(TestScope.Run, "error after a test had ended", null, item.Text("error"), text, line, line);
                break;
            case "testDone" when run.Open.Remove(Id(item, "testID"), out var done):
                Ended(reading, run, item, done, line);
                break;
        }
    }

    private static void Ended(ResultReading reading, Run run, JsonItem item, Begun done, int line)
    {
        var outcome = item.Flag("skipped") ? TestOutcome.Skipped : item.Text("result") switch
        {
            "success" => TestOutcome.Passed,
            "failure" => TestOutcome.Failed,
            "error" => TestOutcome.Error,
            var unknown => JsonStates.Unknown(reading, item, unknown),
        };
        var hidden = item.Flag("hidden");
        if (hidden && !outcome.IsFailure())
            return;
        if (!hidden)
            run.Ended[done.Suite] = run.Ended.GetValueOrDefault(done.Suite) + 1;
        var seconds = (item.Number("time") - done.At) / 1000;
        if (done.Name.StartsWith("loading ", StringComparison.Ordinal))
            run.Unloaded.Add(done.Suite);
        var isSuite = hidden || done.Name.StartsWith("loading ", StringComparison.Ordinal);
        reading.Add(Case(reading, run, done, outcome, line, seconds) with { Scope = isSuite ? TestScope.Suite : TestScope.Test });
    }

    /// <summary>The runner's own result: false is a failure, null is a run that was closed before its end.</summary>
    private static Run Done(ResultReading reading, Run run, JsonItem item, int line)
    {
        var left = Left(reading, run);
        var failed = item["success"] is { Kind: System.Text.Json.JsonTokenType.False };
        if (!failed && !item.Flag("success"))
            reading.Problem(line, $"the runner was closed before all tests had run{left}");
        else if (failed && reading.Failures == 0)
            reading.Problem(line, $"the runner says that the run failed, and no failure was read{left}");
        else if (left.Length > 0)
            reading.Problem(line, $"the run ended before all its tests had{left}");
        else if (run.Short() is var (suite, claimed, at))
            reading.Problem(at, $"{run.Suites.GetValueOrDefault(suite, "a file")} counts {claimed} tests, and {run.Ended.GetValueOrDefault(suite)} were read");
        return new Run { LastLine = line };
    }

    private static Run Unended(ResultReading reading, Run run)
    {
        if (run.IsWhole)
            return run;
        reading.Problem(run.LastLine, $"the events end here, without the runner's end of the run{Left(reading, run)}");
        return run;
    }

    /// <summary>Adds the tests that were running.</summary>
    /// <returns>The last of them, in words; empty if no test was running.</returns>
    private static string Left(ResultReading reading, Run run)
    {
        foreach (var left in run.Open.Values.Where(o => !o.Name.StartsWith("loading ", StringComparison.Ordinal)))
            reading.Add(Case(reading, run, left, left.Error is null ? TestOutcome.NotRun : TestOutcome.Error, left.Line, null));
        return run.Open.Values.LastOrDefault() is { } last ? $"; \"{ResultReading.Cut(ResultReading.Short(last.Name), 120)}\" was running" : "";
    }

    private static long Id(JsonItem item, string name) => (long)Math.Clamp(item.Number(name) ?? -1, -1, long.MaxValue / 2);

    private static TestCase Case(ResultReading reading, Run run, Begun test, TestOutcome outcome, int line, double? seconds)
    {
        var path = run.Suites.GetValueOrDefault(test.Suite, "");
        var said = test.Error ?? "";
        var at = test.ErrorLine == 0 ? line : test.ErrorLine;
        return reading.Case(path, test.Name, outcome, test.Line, line) with
        {
            File = path.Length > 0 ? path : null,
            Seconds = seconds,
            FailedAttempts = outcome.IsSkip() ? 0 : test.Retries,
            Failure = outcome.IsFailure() ? ResultReading.Failed(null, said, $"{said}\n{test.Stack}".Trim(), at, at) : null,
        };
    }
}
