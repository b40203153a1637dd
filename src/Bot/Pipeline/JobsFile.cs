using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Logs;

namespace Whybot.Pipeline;

/// <summary>
/// <c>jobs.json</c>: how the run's jobs ended, by whoever ran them: a list of <c>{name, log, conclusion, exitCode, signal, step, suites, again, mayFail, note}</c>.
/// Only <c>name</c> and <c>conclusion</c> are needed.
/// </summary>
internal static class JobsFile
{
    public const string Name = "jobs.json";

    /// <summary>A job that did not run says nothing.</summary>
    public static IReadOnlyList<JobEnd> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Where(j => j.Item.Text("conclusion") is not ("skipped" or "neutral")).Select(j => Job(j.Item))];
    }

    public static void Write(string folder, IReadOnlyList<JobRecord> jobs) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(jobs, JobsJson.Default.IReadOnlyListJobRecord));

    private static JobEnd Job(JsonElement job) =>
        new(job.Text("name") ?? "job", job.Flag("mayFail") == true ? JobState.Succeeded : StateOf(job.Text("conclusion")), job.Text("log") ?? Name)
        {
            ExitCode = job.Integer("exitCode"),
            Step = job.Text("step"),
            Suites = [.. job.Field("suites").Items().Select(s => s.Item.Words())],
            Again = job.Flag("again") ?? false,
        };

    private static JobState StateOf(string? conclusion) => conclusion switch
    {
        JobConclusions.Success => JobState.Succeeded,
        JobConclusions.Failure or JobConclusions.StartupFailure => JobState.Failed,
        JobConclusions.Killed => JobState.Killed,
        JobConclusions.TimedOut => JobState.TimedOut,
        JobConclusions.Cancelled => JobState.Cancelled,
        JobConclusions.Aborted => JobState.Aborted,
        JobConclusions.Lost => JobState.RunnerLost,
        _ => JobState.Unknown,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<JobRecord>))]
internal sealed partial class JobsJson : JsonSerializerContext;
