using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// <c>jobs.json</c>: how the run's jobs ended, according to whatever ran them: a list of <c>{name, log, conclusion, exitCode, signal, step, suites, again,
/// mayFail, note, page}</c>. Only <c>name</c> and <c>conclusion</c> are required.
/// </summary>
internal static partial class JobsFile
{
    public const string Name = "jobs.json";

    /// <summary>Empty if there is no such file. A broken file is a problem, since it is then unknown how some job ended.</summary>
    public static (IReadOnlyList<RecordedJob> Jobs, IReadOnlyList<InputProblem> Problems) Read(RunFolder folder)
    {
        var problems = new List<InputProblem>();
        void Problem(string reason, ReadExtent extent) => problems.Add(new InputProblem(Name, null, extent, reason));
        var jobs = new List<RecordedJob>();
        var before = folder.Warnings.Count;
        using var document = folder.Json(Name);
        if (document is null && folder.Warnings.Count > before)
            Problem("it cannot be read, so how the run's jobs ended is not known", ReadExtent.None);
        else if (document is not null && document.RootElement.ValueKind != JsonValueKind.Array)
            Problem("not a list of jobs, so how the run's jobs ended is not known", ReadExtent.None);
        if (document is null)
            return (jobs, problems);
        foreach (var (item, index) in ((JsonElement?)document.RootElement).Items())
            if (Job(item) is not { } job)
                Problem($"entry {index + 1} has no name or no conclusion", ReadExtent.Partial);
            else
            {
                if (!JobConclusions.All.Contains(job.Conclusion))
                    Problem($"it is not known how {job.Name} ended: its conclusion '{job.Conclusion}' is not one of {string.Join(", ", JobConclusions.All)}",
                        ReadExtent.Partial);
                jobs.Add(new RecordedJob(job, Name, $"/{index}") { OfRun = true });
            }
        return (jobs, problems);
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
            Page = item.Text("page") is { } page && OnGitHub().IsMatch(page) ? page : null,
        };

    /// <summary>No other address may become a link.</summary>
    [GeneratedRegex(@"\Aactions/runs/[0-9]{1,20}(/job/[0-9]{1,20})?\z", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OnGitHub();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<JobRecord>))]
internal sealed partial class JobsJson : JsonSerializerContext;
