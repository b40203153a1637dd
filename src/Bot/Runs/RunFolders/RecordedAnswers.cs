using System.Text.Json;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads GitHub's REST answers from a run's folder, by path: <c>github/repos/O/R/issues.json</c>, <c>issue-fields.json</c>, <c>compare/BASE...HEAD.json</c>,
/// <c>commits/SHA.json</c>, <c>commits/SHA/pulls.json</c>, <c>commits/SHA/check-runs.json</c>, <c>deployments.json</c>, <c>commits-by-path/PATH.json</c>.
/// GitHub's shapes stop here.
/// </summary>
internal sealed class RecordedAnswers(RunFolder folder, RepositoryName repository)
{
    /// <summary>The value of the project's field, by issue number.</summary>
    public const string ProjectFieldsFile = "issue-fields.json";

    private readonly string _root = $"github/repos/{repository}";

    /// <summary>The issues; pull requests, which GitHub lists among them, are left out.</summary>
    public IReadOnlyList<KnownIssue> Issues()
    {
        var source = $"{_root}/issues.json";
        using var document = folder.Json(source);
        using var fields = folder.Json($"{_root}/{ProjectFieldsFile}");
        return document is null ? [] : [.. Array(document).Where(i => i.Item.Field("pull_request") is null).Select(i => Issue(i.Item, source, i.Index))
            .OfType<KnownIssue>().Select(i => fields?.RootElement.Text($"{i.Number}") is { } field ? i with { Field = field } : i)];
    }

    /// <summary>The comparison that ends at the deployed commit: from one of the given bases, or else the only one there is.</summary>
    public ChangeSet? Changes(CommitSha head, IReadOnlyList<CommitSha> bases)
    {
        var found = folder.Files($"{_root}/compare", ".json").Select(f => (Source: f, Range: Path.GetFileNameWithoutExtension(f).Split("...")))
            .Where(c => c.Range.Length == 2 && c.Range[1] == head.Value).ToList();
        var chosen = bases.Select(b => found.FirstOrDefault(f => f.Range[0] == b.Value)).FirstOrDefault(f => f.Source is not null);
        if (chosen.Source is null && found.Count > 0)
            chosen = found[0];
        if (chosen.Source is null)
            return null;
        using var document = folder.Json(chosen.Source);
        if (document is null)
            return null;
        var root = document.RootElement;
        var commits = root.Field("commits").Items().Select(c => CommitSha.Of(c.Item.Text("sha"))).OfType<CommitSha>().Where(s => s.IsId)
            .Select(Commit).OfType<Commit>().ToList();
        if (commits.All(c => c.Files.Count == 0))
            commits = WithoutDetails(root, head, chosen.Source, commits);
        return new ChangeSet(new CommitSha(chosen.Range[0]), head, chosen.Source, commits, FileHistory());
    }

    /// <summary>How the environment got another deployment after this one; null if <c>deployments.json</c> does not say that it did.</summary>
    public string? Replaced(Analysis.Inputs.Deployment deployment)
    {
        if (deployment is not { Environment: { } environment, Sha: { } sha, CreatedAt: { } created })
            return null;
        using var document = folder.Json($"{_root}/deployments.json");
        if (document is null)
            return null;
        var newer = Array(document).Select(d => d.Item).FirstOrDefault(
            d => d.Text("environment")?.Equals(environment, StringComparison.OrdinalIgnoreCase) == true
            && d.Time("created_at") > created && d.Text("sha") is { } other && other != sha.Value && d.Text("state") is null or "success" or "in_progress"
            or "inactive");
        return newer.Text("sha") is { } by ? $"{environment} got {new CommitSha(by).Short} while {sha.Short} was tested" : null;
    }

    /// <summary>If no commit's own files are known, the comparison's files are used instead and assigned to the last commit.</summary>
    private static List<Commit> WithoutDetails(JsonElement compare, CommitSha head, string source, List<Commit> commits)
    {
        var files = Files(compare, source);
        var last = commits.Count > 0 ? commits[^1] : new Commit(head, "", null, null, source, [], null, []);
        return files.Count == 0 ? commits : [.. commits.Take(commits.Count - 1), last with { Files = files }];
    }

    private Commit? Commit(CommitSha sha)
    {
        var source = $"{_root}/commits/{sha}.json";
        using var document = folder.Json(source);
        if (document is null)
            return null;
        var root = document.RootElement;
        var about = root.Field("commit");
        var pull = Pull(sha);
        return new Commit(sha, about?.Text("message") ?? "", root.Field("author")?.Text("login") ?? about?.Field("author")?.Text("name"),
            about?.Field("author")?.Time("date"),
            source, Files(root, source), pull, pull is null ? Checks(sha) : Checks(pull.HeadSha) is { Count: > 0 } checks ? checks : Checks(sha));
    }

    private static List<ChangedFile> Files(JsonElement root, string source) =>
    [
        .. root.Field("files").Items().Where(f => f.Item.Text("filename") is not null).Select(f => new ChangedFile(
            f.Item.Text("filename")!, f.Item.Text("previous_filename"), f.Item.Text("status") ?? "modified", f.Item.Text("patch") ?? "", source,
                $"/files/{f.Index}")),
    ];

    /// <summary>The pull request that brought a commit; null if none is known.</summary>
    public PullRequest? Pull(CommitSha sha)
    {
        var source = $"{_root}/commits/{sha}/pulls.json";
        using var document = folder.Json(source);
        if (document is null)
            return null;
        foreach (var (item, index) in Array(document))
            if (item.Integer("number") is { } number)
                return new PullRequest(number, item.Text("title") ?? "", CommitSha.Of(item.Field("head")?.Text("sha")) is { IsId: true } head ? head : sha,
                    source, $"/{index}");
        return null;
    }

    /// <summary>The checks of a commit, except the bot's own.</summary>
    public IReadOnlyList<CheckRun> Checks(CommitSha sha)
    {
        var source = $"{_root}/commits/{sha}/check-runs.json";
        using var document = folder.Json(source);
        return document is null ? [] :
        [
            .. document.RootElement.Field("check_runs").Items().Where(c => c.Item.Text("name") is not null && !IsOwn(c.Item))
                .Select(c => new CheckRun(c.Item.Text("name")!, c.Item.Text("conclusion") ?? c.Item.Text("status") ?? "unknown", source,
                    $"/check_runs/{c.Index}")),
        ];
    }

    /// <summary>The finished checks of a commit and how they ended. A GitHub Actions job is one of them, under the job's own number.</summary>
    public IReadOnlyList<RecordedJob> Ended(CommitSha sha)
    {
        var source = $"{_root}/commits/{sha}/check-runs.json";
        using var document = sha.IsId ? folder.Json(source) : null;
        return document is null ? [] :
        [
            .. document.RootElement.Field("check_runs").Items().Where(c => c.Item.Text("name") is not null && c.Item.Text("conclusion") is not null
            && !IsOwn(c.Item))
                .Select(c => new RecordedJob(new JobRecord(c.Item.Text("name")!, c.Item.Text("conclusion")!), source,
                $"/check_runs/{c.Index}") { Id = c.Item.Long("id") }),
        ];
    }

    /// <summary>Whether a check is the bot's own: such a check could not have caught anything.</summary>
    private static bool IsOwn(JsonElement check) => check.Text("external_id")?.StartsWith(OwnCheckRuns.IdPrefix,
        StringComparison.Ordinal) == true;

    private Dictionary<string, IReadOnlyList<PastCommit>> FileHistory()
    {
        var history = new Dictionary<string, IReadOnlyList<PastCommit>>(StringComparer.Ordinal);
        foreach (var source in folder.Files($"{_root}/commits-by-path", ".json"))
        {
            using var document = folder.Json(source);
            if (document is not null)
                history[Path.GetFileName(source)[..^".json".Length].Replace("__", "/", StringComparison.Ordinal)] =
                    [.. Array(document).Where(c => c.Item.Text("sha") is not null)
                        .Select(c => new PastCommit(new(c.Item.Text("sha")!), c.Item.Field("commit")?.Field("author")?.Time("date"), source, $"/{c.Index}"))];
        }
        return history;
    }

    private static KnownIssue? Issue(JsonElement issue, string source, int index) =>
        // The bot's digest quotes other issues; it does not describe a failure itself.
        issue.Integer("number") is not { } number || issue.Text("body")?.Contains(DigestWriter.Marker, StringComparison.Ordinal) == true
            ? null
            : new KnownIssue(number, issue.Text("title") ?? "", issue.Text("body") ?? "", issue.Text("state") != "closed",
                [.. issue.Field("labels").Items().Select(l => l.Item.ValueKind == JsonValueKind.String ? l.Item.Words() : l.Item.Text("name"))
                    .OfType<string>()],
                issue.Time("updated_at"), issue.Time("closed_at"), source, $"/{index}")
            {
                NotPlanned = issue.Text("state_reason") == "not_planned",
                Type = issue.Field("type")?.Text("name"),
            };

    private static IEnumerable<(JsonElement Item, int Index)> Array(JsonDocument document) => ((JsonElement?)document.RootElement).Items();
}
