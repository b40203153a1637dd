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

    /// <summary>None where there is no such file; an entry without a name or a conclusion is left out, with a warning.</summary>
    public static IReadOnlyList<JobRecord> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        if (document is null)
            return [];
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            folder.Warnings.Add($"{Name}: not a list of jobs; it is left out");
            return [];
        }
        var jobs = new List<JobRecord>();
        foreach (var (item, index) in ((JsonElement?)document.RootElement).Items())
            if (Job(item) is { } job)
                jobs.Add(job);
            else
                folder.Warnings.Add($"{Name}#/{index}: a job needs a name and a conclusion; it is left out");
        return jobs;
    }

    public static void Write(string folder, IReadOnlyList<JobRecord> jobs) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(jobs, JobsJson.Default.IReadOnlyListJobRecord));

    private static JobRecord? Job(JsonElement item) =>
        item.Text("name") is not { Length: > 0 } name || item.Text("conclusion") is not { Length: > 0 } conclusion ? null : new JobRecord(name, conclusion)
        {
            Log = item.Text("log"),
            ExitCode = item.Integer("exitCode"),
            Signal = item.Text("signal") ?? item.Integer("signal")?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Step = item.Text("step"),
            Suites = [.. item.Field("suites").Items().Where(s => s.Item.ValueKind == JsonValueKind.String).Select(s => s.Item.Words())],
            Again = item.Flag("again") == true,
            MayFail = item.Flag("mayFail") == true,
            Note = item.Text("note"),
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<JobRecord>))]
internal sealed partial class JobsJson : JsonSerializerContext;
