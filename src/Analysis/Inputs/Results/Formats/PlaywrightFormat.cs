using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// Playwright's JSON: <c>suites[]</c>, nested, the outer ones for files, with <c>specs[]</c>; each spec has a test per project, and each test a result per
/// attempt. A test that failed and then passed is <c>flaky</c>: a pass. Errors of the run as a whole are in <c>errors[]</c>. After such an error, tests that
/// were not reached are <c>skipped</c>, although nobody skipped them: only <c>expectedStatus</c> shows this.
/// </summary>
internal sealed class PlaywrightFormat : IResultFormat
{
    public string Name => "Playwright JSON";

    public TestRunner Runner => TestRunner.Playwright;

    public bool Recognises(ResultHead head) =>
        head.Has("config/rootDir", "config/fullyParallel") || (head.Has("config", "stats/unexpected") && (head.Has("suites") || head.Has("errors")));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        foreach (var run in JsonSource.Documents(stream, reading))
        {
            var from = reading.Count;
            foreach (var file in run["suites"]?.Items ?? [])
                Suite(file, "", reading);
            var interrupted = PlaywrightErrors.Add(run, reading);
            if (run["stats"] is { } stats)
                Claims(stats, reading);
            if (run["errors"] is null && reading.Count == from && !run.Cut)
                reading.Problem(run.Line, "no test and no list of errors in the report");
            if (!interrupted && reading.Since(from).Any(c => c.Outcome == TestOutcome.NotRun) && !reading.Since(from).Any(c => c.Bad))
                reading.Problem(run.Line, "the run ended before all its tests had run");
        }
    }

    private static void Claims(JsonItem stats, ResultReading reading)
    {
        reading.Started(XmlResults.Time(stats.Text("startTime")));
        reading.Took(stats.Number("duration") / 1000);
        var unexpected = stats.Count("unexpected");
        var parts = new[] { stats.Count("expected"), stats.Count("flaky"), stats.Count("skipped"), unexpected };
        reading.ClaimOfTests(stats.Line, "the report's stats", parts.All(p => p is null) ? null : parts.Sum(p => p ?? 0), unexpected);
    }

    private static void Suite(JsonItem suite, string path, ResultReading reading)
    {
        foreach (var spec in suite["specs"]?.Items ?? [])
            foreach (var test in spec["tests"]?.Items ?? [])
                JsonStates.Add(reading, test, Case(spec, test, path, reading));
        foreach (var inner in suite["suites"]?.Items ?? [])
            Suite(inner, $"{path} {inner.Text("title")}".Trim(), reading);
    }

    private static TestCase Case(JsonItem spec, JsonItem test, string path, ResultReading reading)
    {
        var tries = test["results"]?.Items ?? [];
        var failed = tries.Where(t => t.Text("status") is "failed" or "timedOut" or "interrupted").ToList();
        var outcome = Outcome(test, tries, reading);
        var project = test.Text("projectName") is { Length: > 0 } name ? $"[{name}]" : "";
        return reading.Case(path, $"{spec.Text("title")}{project}", outcome, test.Line, test.EndLine) with
        {
            File = spec.Text("file"),
            Seconds = tries.Count == 0 ? null : tries.Sum(t => t.Number("duration") ?? 0) / 1000,
            FailedAttempts = outcome == TestOutcome.Failed ? Math.Max(0, tries.Count - 1) : outcome == TestOutcome.Passed ? failed.Count : 0,
            Failure = outcome == TestOutcome.Failed ? Failure(test, failed) : null,
        };
    }

    private static TestOutcome Outcome(JsonItem test, IReadOnlyList<JsonItem> tries, ResultReading reading)
    {
        var expected = test.Text("expectedStatus");
        return test.Text("status") switch
        {
            "unexpected" => TestOutcome.Failed,
            "flaky" => TestOutcome.Passed,
            "expected" when expected is "failed" or "timedOut" => TestOutcome.ExpectedFailure,
            "expected" => TestOutcome.Passed,
            // If the author skipped it, skipping is expected; otherwise the run never reached it, or a hook or a test before it failed.
            "skipped" when expected is null or "skipped" && !tries.Any(t => t.Text("status") == "interrupted") => TestOutcome.Skipped,
            "skipped" => TestOutcome.NotRun,
            var unknown => JsonStates.Unknown(reading, test, unknown),
        };
    }

    private static Failure Failure(JsonItem test, List<JsonItem> failed)
    {
        if (test.Text("expectedStatus") == "failed" && failed.Count == 0)
            return ResultReading.Failed(null, "Expected to fail, but passed.", "", test.Line, test.EndLine);
        // A result that timed out says nothing more than that.
        var last = failed.Count > 0 ? failed[^1] : test;
        var errors = (last["errors"]?.Items ?? []).Select(e => e.Text("stack") ?? e.Text("message") ?? "").ToList();
        var text = errors.Count > 0 ? string.Join("\n\n", errors) : last["error"]?.Text("stack") ?? last["error"]?.Text("message") ?? last.Text("status") ?? "";
        return ResultReading.Failed(null, last["error"]?.Text("message"), Ansi.Strip(text), last.Line, last.EndLine);
    }
}

/// <summary>Playwright's errors about the run as a whole: a file that could not be loaded, a global set-up that failed, a limit that was reached.</summary>
internal static class PlaywrightErrors
{
    private const string Run = "Playwright run";

    /// <returns>Whether one of them ended the run.</returns>
    public static bool Add(JsonItem report, ResultReading reading)
    {
        var (root, failures, timedOut, ended) = (report["config"]?.Text("rootDir"), reading.Failures, false, false);
        foreach (var error in report["errors"]?.Items ?? [])
        {
            var message = Ansi.Strip(error.Text("message") ?? error.Text("value") ?? "");
            var text = Ansi.Strip(error.Text("stack") ?? message);
            // Failed tests are the reason; the rest did not run.
            if (message.StartsWith("Testing stopped early after", StringComparison.Ordinal) && failures > 0)
            {
                reading.Problem(error.Line, message);
                ended = true;
                continue;
            }
            // The tear-down has no time left either: it is the same limit, not a second failure.
            var isLimit = message.StartsWith("Timed out waiting ", StringComparison.Ordinal);
            if (isLimit && timedOut)
                continue;
            (timedOut, ended) = (timedOut || isLimit, true);
            var file = error["location"]?.Text("file") ?? error["location"]?.Value;
            var name = file is null ? null : Below(root, file.Replace('\\', '/'));
            // The list of requiring modules is not part of what is missing.
            message = message.Split("\nRequire stack:", 2)[0];
            reading.Outside(name is null ? TestScope.Run : TestScope.Suite, name ?? Run, null, message, text, error.Line, error.EndLine);
        }
        return ended;
    }

    /// <returns>Null for a file that contains no tests: then the failure is not that of a test file, but of the run.</returns>
    private static string? Below(string? root, string file)
    {
        root = root?.Replace('\\', '/').TrimEnd('/') + "/";
        var below = root.Length > 1 && file.StartsWith(root, StringComparison.Ordinal) ? file[root.Length..] : RepositoryPaths.Relative(file);
        return PathKinds.IsTest(below) ? below : null;
    }
}
