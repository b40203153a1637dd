using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Logs;

namespace Whybot.Pipeline;

/// <summary>How one job ended, as whoever ran it says.</summary>
/// <param name="Log">Its log, relative to the run's folder; null where it was not kept.</param>
/// <param name="Conclusion">success, failure, cancelled, timed_out, skipped, neutral (it failed, and may), startup_failure, killed, aborted, lost.</param>
/// <param name="Signal">The signal's number, where one ended it.</param>
/// <param name="Step">The step that ended it.</param>
/// <param name="Suites">What it ran, as the settings call it; empty where that is not known.</param>
/// <param name="Again">It ran failed tests once more.</param>
/// <param name="Note">In words.</param>
internal sealed record JobRecord(string Name, string? Log, string Conclusion, int? ExitCode, int? Signal, string? Step, IReadOnlyList<string> Suites, bool Again, string? Note)
{
    public static JobRecord Of(string name, string conclusion, IReadOnlyList<string> suites, string? note = null) => new(name, null, conclusion, null, null, null, suites, false, note);

    /// <summary>It ended as it should, or did not have to run.</summary>
    [JsonIgnore]
    public bool EndedWell => Conclusion is "success" or "skipped" or "neutral";
}

/// <summary><c>jobs.json</c>: how the jobs of a run ended, a list of <see cref="JobRecord"/>.</summary>
internal static class JobsFile
{
    public const string Name = "jobs.json";

    public static byte[] Bytes(IReadOnlyList<JobRecord> jobs) => JsonSerializer.SerializeToUtf8Bytes(jobs, JobsJson.Default.IReadOnlyListJobRecord);

    /// <summary>What <see cref="Bytes"/> wrote.</summary>
    public static IReadOnlyList<JobRecord> Of(byte[] bytes) => JsonSerializer.Deserialize(bytes, JobsJson.Default.IReadOnlyListJobRecord) ?? [];

    public static void Write(string folder, IReadOnlyList<JobRecord> jobs)
    {
        if (jobs.Count > 0)
            File.WriteAllBytes(Path.Combine(folder, Name), Bytes(jobs));
    }

    /// <summary>Of a run's folder; a job that did not have to run says nothing.</summary>
    public static IReadOnlyList<JobEnd> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Where(j => j.Item.Text("conclusion") != "skipped").Select(j => Job(j.Item))];
    }

    private static JobEnd Job(JsonElement job) =>
        new(job.Text("name") ?? "job", StateOf(job.Text("conclusion")), job.Text("log") ?? Name)
        {
            ExitCode = job.Integer("exitCode"),
            Step = job.Text("step"),
            Suites = [.. job.Field("suites").Items().Select(s => s.Item.Words())],
            Again = job.Flag("again") ?? false,
        };

    private static JobState StateOf(string? conclusion) => conclusion switch
    {
        "success" or "neutral" => JobState.Succeeded,
        "failure" => JobState.Failed,
        "killed" => JobState.Killed,
        "timed_out" => JobState.TimedOut,
        "cancelled" => JobState.Cancelled,
        "aborted" or "startup_failure" => JobState.Aborted,
        "lost" => JobState.RunnerLost,
        _ => JobState.Unknown,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<JobRecord>))]
internal sealed partial class JobsJson : JsonSerializerContext;
