using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads how the jobs that fail now without a failing test, or with tests that only their logs name, ended in earlier runs:
/// <c>history/NN/jobs.json</c>, GitHub's answer with all attempts (<c>actions/runs/ID/jobs?filter=all</c>), and <c>history/NN/logs/*</c> of those that failed.
/// </summary>
internal sealed class JobHistory(RunFolder folder, IProgress<string> progress)
{
    private const string JobsName = "jobs.json";
    private const int MostRuns = 50;

    /// <summary>Of one job, no more failing logs are read.</summary>
    private const int MostLogs = 10;

    private readonly Dictionary<string, int> _read = new(StringComparer.Ordinal);

    /// <summary>In the form of GitHub's answer.</summary>
    public static void Write(string place, IReadOnlyList<PastJobRecord> jobs) => File.WriteAllBytes(Path.Combine(place, JobsName),
        JsonSerializer.SerializeToUtf8Bytes(new PastJobsRecord([.. jobs.Select(j => j with { Name = Secrets.Redact(j.Name) })]),
            PastJobsJson.Default.PastJobsRecord));

    /// <param name="failed">This run's failures of jobs, and of tests that were read from jobs' logs.</param>
    /// <param name="ends">How its jobs ended; they have the jobs' names.</param>
    /// <returns>Oldest first; each run's results are under the ids of the failures.</returns>
    public IReadOnlyList<HistoricRun> Read(IReadOnlyList<TestCase> failed, IReadOnlyList<JobEnd> ends)
    {
        if (failed.Count == 0)
            return [];
        var jobs = failed.GroupBy(f => (f.Source, f.Suite)).Select(g => new Job([.. NamesOf(g.Key.Source, g.Key.Suite, ends)], [.. g])).ToList();
        // The newest logs are read first, because they say most.
        return [.. folder.Folders("history").TakeLast(MostRuns).Reverse().Select(p => Run(p, jobs)).OfType<HistoricRun>().Reverse()];
    }

    /// <summary>A log of several jobs has them by name.</summary>
    private static IEnumerable<string> NamesOf(string source, string suite, IReadOnlyList<JobEnd> ends) =>
        ends.Where(e => e.Source == source).ToList() is [var only] ? [only.Name, suite] : [suite];

    private sealed record Job(IReadOnlyList<string> Names, IReadOnlyList<TestCase> Failures)
    {
        public string Source => Failures[0].Source;
    }

    private HistoricRun? Run(string path, IReadOnlyList<Job> jobs)
    {
        var recorded = Recorded($"{path}/{JobsName}");
        var logs = LogFiles.Sources(folder, $"{path}/logs");
        if (recorded.Count + logs.Count == 0)
            return null;
        using var about = folder.Json($"{path}/run.json");
        var ended = new Dictionary<string, PastOutcome>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            var attempts = PastJob.Named(recorded, job.Names);
            var alike = job.Failures.ToDictionary(f => f.Id, _ => (Citation?)null, StringComparer.Ordinal);
            var (failed, passed, conclusion) = (false, (Citation?)null, about?.RootElement.Text("conclusion"));
            foreach (var log in logs.Where(l => LogNames.LogKey(PassingLogs.WithoutRun(l)) == LogNames.LogKey(job.Source)))
            {
                var end = Search(log, attempts, job, alike);
                failed |= end.Failed;
                if (!failed && (end.Stated || conclusion is null or JobConclusions.Success))
                    passed ??= end.Passed;
            }
            foreach (var failure in job.Failures)
                if (PastJob.Outcome(failure, attempts, alike[failure.Id], failed, passed) is { } outcome
                    && (failure.Scope == TestScope.Job ? outcome : PastJob.OfTest(outcome)) is { } past)
                    ended[failure.Id] = past;
        }
        return ended.Count == 0 ? null : new HistoricRun(Path.GetFileName(path), new CommitSha(about?.RootElement.Text("sha") ?? ""),
            about?.RootElement.Time("deployedAt") ?? about?.RootElement.Time("createdAt"), ended)
        {
            Branch = about?.RootElement.Text("branch"),
        };
    }

    /// <param name="Passed">Its last line, if it does not show a failure.</param>
    /// <param name="Stated">The log itself says that the job ended well.</param>
    private sealed record LogEnd(bool Failed, Citation? Passed, bool Stated)
    {
        public static readonly LogEnd Unknown = new(false, null, false);
    }

    private LogEnd Search(string log, IReadOnlyList<PastJob> attempts, Job job, Dictionary<string, Citation?> alike)
    {
        var record = attempts.FirstOrDefault(a => a.Id is { } id && LogNames.NumberOf(log) == id);
        if (record is { Failed: false } || _read.GetValueOrDefault(job.Source) >= MostLogs)
            return LogEnd.Unknown;
        progress.Report(log);
        var (scanner, number) = (new LogScanner(log, []), 0);
        var searches = job.Failures.Where(f => f.Scope == TestScope.Job).Select(f => new AlikeLines(f)).ToList();
        var last = (Number: 0, Text: "");
        if (!PassingLogs.Read(folder, log, line =>
        {
            number++;
            scanner.Feed(line);
            if (!string.IsNullOrWhiteSpace(line))
                last = (number, line);
            foreach (var search in searches)
                search.Feed(number, line);
        }))
            return LogEnd.Unknown;
        if (record is null && scanner.Job?.End?.State is null or JobState.Succeeded or JobState.Unknown)
            return last.Number == 0 ? LogEnd.Unknown : new LogEnd(false, Citation.OfLines(log, last.Number, last.Number, JobLogScanner.Bare(last.Text).Trim()),
                scanner.Job?.End?.State == JobState.Succeeded);
        _read[job.Source] = _read.GetValueOrDefault(job.Source) + 1;
        foreach (var search in searches)
            alike[search.TestId] ??= search.Found(log);
        return new LogEnd(true, null, false);
    }

    /// <summary>GitHub's answer, or a list of such jobs.</summary>
    private IReadOnlyList<PastJob> Recorded(string path)
    {
        using var document = folder.Json(path);
        if (document is null)
            return [];
        var root = document.RootElement;
        var (jobs, at) = root.ValueKind == JsonValueKind.Array ? ((JsonElement?)root, "") : (root.Field("jobs"), "/jobs");
        return [.. jobs.Items().Select((j, i) => Recorded(j.Item, path, $"{at}/{i}")).OfType<(PastJob Job, int Attempt)>().OrderBy(j => j.Attempt)
            .Select(j => j.Job)];
    }

    private static (PastJob, int)? Recorded(JsonElement job, string path, string pointer) =>
        job.Text("name") is not { Length: > 0 } name || job.Text("conclusion") is not { Length: > 0 } conclusion ? null
            : (new PastJob(name, conclusion, job.Long("id"), Citation.OfJson(path, $"{pointer}/conclusion", conclusion)), job.Integer("run_attempt") ?? 1);
}

/// <param name="Jobs">As GitHub lists them.</param>
internal sealed record PastJobsRecord(IReadOnlyList<PastJobRecord> Jobs);

/// <param name="RunAttempt">From 1.</param>
internal sealed record PastJobRecord(long Id, string Name, string Conclusion, int RunAttempt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PastJobsRecord))]
internal sealed partial class PastJobsJson : JsonSerializerContext;
