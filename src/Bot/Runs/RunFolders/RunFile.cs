using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// <c>run.json</c>: what a run without a deployment is about, <c>{repository, sha, branch, pull, createdAt, filesIssues}</c>. The service writes it for a
/// commit's checks, and for earlier runs with <c>{conclusion, attempt, latest}</c> where those are known.
/// </summary>
/// <param name="FilesIssues">Whether new causes get an issue, which the service decides from the commit's origin; null if unspecified.</param>
internal sealed record RunFile(RepositoryName Repository, CommitSha Sha, string? Branch, int? Pull, DateTimeOffset? CreatedAt, bool? FilesIssues = null)
{
    private const string Name = "run.json";

    /// <summary>How an earlier run ended, in GitHub's words; null if it is not known as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Conclusion { get; init; }

    /// <summary>Of an earlier attempt of the run itself: which one, and the newest attempt in which the same jobs ran; null for anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Attempt { get; init; }

    /// <inheritdoc cref="Attempt"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Latest { get; init; }

    public static Deployment Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        if (document is null)
            return new Deployment(null, null, null, null);
        var root = document.RootElement;
        return new Deployment(RepositoryName.Of(root.Text("repository")), null, CommitSha.Of(root.Text("sha")), root.Time("createdAt"))
        {
            Branch = root.Text("branch"),
            Pull = root.Integer("pull"),
            FilesIssues = Flag(root, "filesIssues")
        };
    }

    /// <summary>The branch is masked, since it may be called anything, even a secret.</summary>
    public void Write(string folder) =>
        File.WriteAllBytes(Path.Combine(folder, Name),
            JsonSerializer.SerializeToUtf8Bytes(this with { Branch = Branch is null ? null : Secrets.Redact(Branch) }, RunFolderJson.Default.RunFile));

    private static bool? Flag(JsonElement root, string name) =>
        root.Field(name)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
}

/// <summary>
/// <c>ledger.json</c>: the causes for which the bot filed an issue, those that people have ruled about, and the rules that only suggest. It comes from
/// the store, because anybody could have put a marker into an issue's body.
/// </summary>
/// <param name="Doubted">Verdicts whose rule people have overruled too often.</param>
internal sealed record LedgerFile(IReadOnlyList<LedgerCause> Causes, IReadOnlyList<string> Doubted)
{
    private const string Name = "ledger.json";

    /// <summary>The rules of open issues that are in use.</summary>
    public IReadOnlyList<LedgerRule> Rules { get => field ?? []; init; }

    private static readonly LedgerFile Empty = new([], []);

    public IReadOnlyDictionary<ClusterId, int> Filed =>
        Causes.Where(c => c.Issue is not null).DistinctBy(c => c.Cluster).ToDictionary(c => c.Cluster, c => c.Issue!.Value);

    public IReadOnlyDictionary<ClusterId, Ruling> Rulings =>
        Causes.Where(c => c.Ruling is not null).DistinctBy(c => c.Cluster).ToDictionary(c => c.Cluster, c => c.Ruling!);

    /// <summary>
    /// See <see cref="Incident.Joined"/>. A signature that is a cause itself stays one; of several causes, the one that was filed last has it.
    /// </summary>
    /// <param name="last">The last run, whose causes may not have been filed; null if none is known.</param>
    public IReadOnlyDictionary<ClusterId, ClusterId> Joined(LastRun? last)
    {
        var causes = Causes.Select(c => c.Cluster).ToHashSet();
        return Causes.OrderByDescending(c => c.Issue ?? 0).SelectMany(c => c.Signatures.Select(s => (Signature: s, c.Cluster)))
            .Concat((last?.Causes ?? []).SelectMany(c => c.Signatures.Select(s => (Signature: s, c.Cluster))))
            .Where(j => !causes.Contains(j.Signature)).DistinctBy(j => j.Signature).ToDictionary(j => j.Signature, j => j.Cluster);
    }

    public static LedgerFile Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        try
        {
            return document?.Deserialize(RunFolderJson.Default.LedgerFile) ?? Empty;
        }
        catch (JsonException)
        {
            folder.Warnings.Add($"{Name}: not a ledger; it is left out");
            return Empty;
        }
    }

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Name),
        JsonSerializer.SerializeToUtf8Bytes(this, RunFolderJson.Default.LedgerFile));
}

/// <summary>A known-issue rule.</summary>
internal sealed record LedgerRule(int Issue, RuleBlock Block);

/// <param name="Issue">The issue that the bot filed for it, or that people assigned it to.</param>
/// <param name="Watched">What is known about it, if this run may show whether it is over; otherwise null.</param>
/// <param name="Flipped">How often it both failed and passed on the same commit.</param>
internal sealed record LedgerCause(ClusterId Cluster, int? Issue, Ruling? Ruling, PastCause? Watched, int Flipped = 0)
{
    /// <summary>Other signatures of its failures, wherever it was seen.</summary>
    public IReadOnlyList<ClusterId> Signatures { get => field ?? []; init; }
}

/// <summary><c>last-run.json</c>: what the last run of the environment concluded. It comes from the store.</summary>
internal static class LastRunFile
{
    private const string Name = "last-run.json";

    public static LastRun? Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        try
        {
            return document?.Deserialize(RunFolderJson.Default.LastRun);
        }
        catch (JsonException)
        {
            folder.Warnings.Add($"{Name}: not what a run concludes; it is left out");
            return null;
        }
    }

    public static void Write(string folder, LastRun last) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(last, RunFolderJson.Default.LastRun));
}

/// <summary><c>warnings.json</c>: what could not be fetched, in words.</summary>
internal static class WarningsFile
{
    private const string Name = "warnings.json";

    public static IReadOnlyList<string> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Select(w => w.Item.Words())];
    }

    public static void Write(string folder, IReadOnlyList<string> warnings) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(warnings, RunFolderJson.Default.IReadOnlyListString));

    /// <summary>Adds one to those that are there.</summary>
    public static void Add(string folder, string warning) => Write(folder, [.. Read(new RunFolder(folder)), Secrets.Redact(warning)]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(PriorityJson)])]
[JsonSerializable(typeof(RunFile))]
[JsonSerializable(typeof(LedgerFile))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(LastRun))]
internal sealed partial class RunFolderJson : JsonSerializerContext;
