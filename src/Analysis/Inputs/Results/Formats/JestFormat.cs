using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// The JSON of jest and vitest: <c>testResults[]</c> per file with <c>assertionResults[]</c>. A file that could not be loaded, or whose hook failed, says so in
/// its <c>message</c>. jest counts files as suites, vitest files and <c>describe</c> blocks; vitest's errors outside tests are not in its JSON at all.
/// </summary>
internal sealed class JestFormat : IResultFormat
{
    private const string DidNotRun = "● Test suite failed to run";

    public string Name => "jest JSON";

    public bool Recognises(ResultHead head) => head.Has("testResults") || head.Has("numTotalTests", "numFailedTests");

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        var (tests, failed) = (0L, 0L);
        JsonItem? last = null;
        foreach (var run in JsonSource.Documents(stream, reading))
        {
            var (from, isJest) = (reading.Count, IsJest(run));
            reading.Runner = isJest ? TestRunner.Jest : TestRunner.Vitest;
            foreach (var file in run["testResults"]?.Items ?? [])
                File(file, isJest, reading);
            foreach (var error in run["unhandledErrors"]?.Items ?? run["errors"]?.Items ?? [])
                Unhandled(error, reading);
            (tests, failed, last) = (tests + (run.Count("numTotalTests") ?? 0), failed + (run.Count("numFailedTests") ?? 0), run);
            JestClaims.Check(run, isJest, from, reading);
            reading.Started(run.Number("startTime") is { } start ? JsonStates.Time(start) : null);
        }
        if (last is not null)
            reading.ClaimOfTests(last.Line, "the report", tests, failed);
    }

    private static void Unhandled(JsonItem error, ResultReading reading) =>
        reading.Outside(TestScope.Run, "unhandled error", error.Text("name"), error.Text("message") ?? error.Value, error.Text("stack") ?? "",
            error.Line, error.EndLine);

    private static bool IsJest(JsonItem run) =>
        run["numRuntimeErrorTestSuites"] is not null || run["wasInterrupted"] is not null || run["openHandles"] is not null;

    private static void File(JsonItem file, bool isJest, ResultReading reading)
    {
        var path = (file.Text("name") ?? file.Text("testFilePath"))?.Replace('\\', '/');
        var tests = file["assertionResults"]?.Items ?? file["testResults"]?.Items ?? [];
        var from = reading.Count;
        foreach (var test in tests)
            JsonStates.Add(reading, test, Case(test, path, isJest, reading));
        var message = Ansi.Strip(file.Text("message") ?? file.Text("failureMessage") ?? "");
        var didNotRun = message.IndexOf(DidNotRun, StringComparison.Ordinal);
        var failed = file.Text("status") == "failed" || file["testExecError"] is { Kind: System.Text.Json.JsonTokenType.StartObject };
        if (didNotRun < 0 && (!failed || reading.Since(from).Any(c => c.Bad)))
            return;
        var said = didNotRun < 0 ? message : message[(didNotRun + DidNotRun.Length)..];
        var what = tests.Count == 0 ? "the file" : "a hook of the file";
        var text = said.Trim().Length > 0 ? said.Trim('\n') : $"{what} failed, and the report does not say why";
        reading.Outside(TestScope.Suite, path ?? "", null, Said(text), text, file["message"]?.Line ?? file.Line, file["message"]?.Line ?? file.EndLine);
    }

    /// <summary>From jest's advice on syntax that it cannot parse, only the error is used.</summary>
    private static string? Said(string text) => text.IndexOf("\n    Details:\n", StringComparison.Ordinal) is >= 0 and var at
        ? FailureMessages.Clean(null, text[(at + "\n    Details:\n".Length)..].Trim('\n')) is { Length: > 0 } details ? details : null
        : null;

    private static TestCase Case(JsonItem test, string? path, bool isJest, ResultReading reading)
    {
        var outcome = Outcome(test, isJest, reading);
        var messages = (test["failureMessages"]?.Items ?? []).Select(m => Ansi.Strip(m.Value ?? "")).ToList();
        var titles = (test["ancestorTitles"]?.Items ?? []).Select(t => t.Value).Where(t => t is { Length: > 0 });
        var text = string.Join('\n', messages.Distinct(StringComparer.Ordinal));
        return reading.Case(string.Join(" ", titles), test.Text("title") ?? test.Text("fullName") ?? "", outcome, test.Line, test.EndLine) with
        {
            File = path,
            Seconds = test.Number("duration") / 1000,
            FailedAttempts = FailedTries(test, outcome, messages),
            Failure = outcome.IsFailure() ? ResultReading.Failed(null, Message(messages), text, (test["failureMessages"] ?? test).Line, test.EndLine) : null,
        };
    }

    /// <summary>vitest loses the message of a test that timed out, and leaves an error name that it uses for nothing else.</summary>
    private static string? Message(List<string> messages) =>
        messages is [var first, ..] && first.StartsWith("Error: STACK_TRACE_ERROR", StringComparison.Ordinal) ? "the test timed out" : null;

    /// <summary>jest calls a skipped test pending; in vitest that is a test that the run did not reach.</summary>
    private static TestOutcome Outcome(JsonItem test, bool isJest, ResultReading reading) => test.Text("status") switch
    {
        "failed" => TestOutcome.Failed,
        "passed" when test.Flag("failing") => TestOutcome.ExpectedFailure,
        "passed" => TestOutcome.Passed,
        "pending" when !isJest && test["meta"] is not null => TestOutcome.NotRun,
        "pending" or "skipped" or "todo" => TestOutcome.Skipped,
        "disabled" => TestOutcome.Disabled,
        var unknown => JsonStates.Unknown(reading, test, unknown),
    };

    /// <summary>jest counts invocations; vitest keeps the message of each failed attempt, even if the test passed in the end.</summary>
    private static int FailedTries(JsonItem test, TestOutcome outcome, List<string> messages)
    {
        if (test["invocations"] is not null)
            return JsonStates.Tries(test.Number("invocations") - 1);
        if (test["retryReasons"]?.Items.Count is > 0 and var reasons)
            return reasons;
        // Several messages are several attempts only if they are all the same: soft assertions differ.
        var same = messages.Distinct(StringComparer.Ordinal).Count() == 1;
        return outcome == TestOutcome.Passed ? messages.Count : outcome == TestOutcome.Failed && same ? messages.Count - 1 : 0;
    }
}

/// <summary>What a jest or vitest report says about itself.</summary>
internal static class JestClaims
{
    public static void Check(JsonItem run, bool isJest, int from, ResultReading reading)
    {
        var read = reading.Since(from).ToList();
        var (suites, known) = (run.Count("numFailedTestSuites"), isJest ? FailedFiles(run, read) : FailedBlocks(run, read));
        if (run.Flag("wasInterrupted"))
            reading.Problem(run["wasInterrupted"]!.Line, "the run was interrupted");
        if (run.Count("numRuntimeErrorTestSuites") is { } broken && broken > read.Count(c => c.Scope == TestScope.Suite))
            reading.Problem(run.Line, $"the report counts {broken} test files that did not run, and {read.Count(c => c.Scope == TestScope.Suite)} were read");
        else if (suites > known)
            reading.Problem(run.Line,
                $"the report counts {suites} failed suites, and a failure in {known} of them was read: a hook may have failed that the report does not name");
        if (run["success"]?.Kind == System.Text.Json.JsonTokenType.False && !read.Exists(c => c.Bad))
            reading.Problem(run["success"]!.Line, run["snapshot"]?.Flag("failure") == true
                ? "the report says that the run failed for its snapshots, and no failed test was read"
                : "the report says that the run failed, and no failure was read");
    }

    private static int FailedFiles(JsonItem run, List<TestCase> read) =>
        Math.Max(read.Where(c => c.Bad).Select(c => c.File ?? c.Id).Distinct(StringComparer.Ordinal).Count(),
            run["testResults"]?.Items.Count(f => f.Text("status") == "failed") ?? 0);

    /// <summary>Files, and the blocks in them that contain a failed test: vitest counts all of these as failed.</summary>
    private static int FailedBlocks(JsonItem run, List<TestCase> read)
    {
        var failed = new HashSet<string>(read.Where(c => c.Scope == TestScope.Suite).Select(c => c.Id), StringComparer.Ordinal);
        foreach (var file in run["testResults"]?.Items ?? [])
            foreach (var test in (file["assertionResults"]?.Items ?? []).Where(t => t.Text("status") == "failed"))
            {
                var path = (file.Text("name") ?? "").Replace('\\', '/');
                failed.Add(path);
                foreach (var title in test["ancestorTitles"]?.Items ?? [])
                    failed.Add(path += $"\n{title.Value}");
            }
        return failed.Count;
    }
}
