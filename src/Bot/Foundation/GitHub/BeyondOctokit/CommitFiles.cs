using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>
/// The files of a repository at a commit: their names and sizes in one request, and the texts of many of them in another. It is always asked for by its full
/// SHA, of the repository itself: GitHub keeps the commits of all forks together, and serves those of a pull request from the repository that it is for.
/// </summary>
internal sealed class CommitFiles(RawAnswers raw, GitHubSettings settings)
{
    private const int MostOfProblem = 200;

    /// <summary>Modes of files; others are symbolic links, submodules and folders (docs.github.com, "REST API endpoints for Git trees").</summary>
    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal) { "100644", "100755" };

    /// <summary>All files. GitHub lists at most 100,000 entries, and 7 MB.</summary>
    /// <returns>Null if it has no such commit.</returns>
    public async Task<CommitTree?> TreeAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel)
    {
        if (await raw.FindAsync(repository, $"git/trees/{sha}?recursive=1", cancel) is not { } body)
            return null;
        using var answer = RawAnswers.Parse(body);
        var files = answer.RootElement.Field("tree").Items().Select(e => e.Item).Where(e => e.Text("mode") is { } mode && Modes.Contains(mode))
            .Select(e => (Path: e.Text("path"), Size: e.Long("size"))).Where(e => e is { Path: not null, Size: not null });
        return new CommitTree([.. files.Select(e => new ListedFile(e.Path!, e.Size!.Value))],
            answer.RootElement.Field("truncated") is { ValueKind: JsonValueKind.True });
    }

    /// <param name="paths">As the repository has them: they are sent as variables, and are never part of the query.</param>
    public async Task<FileTexts> TextsAsync(RepositoryRef repository, CommitSha sha, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = repository.Owner, ["name"] = repository.Name };
        for (var i = 0; i < paths.Count; i++)
            variables[$"p{i}"] = $"{sha}:{paths[i]}";
        var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
            JsonSerializer.SerializeToUtf8Bytes(new GraphQuery(Query(paths.Count), variables), HandWrittenJson.Default.GraphQuery), cancel);
        using var answer = RawAnswers.Parse(sent.Body);
        var files = answer.RootElement.Field("data")?.Field("repository");
        var texts = paths.Select((p, i) => (Path: p, Blob: files?.Field($"f{i}")))
            .Where(f => f.Blob?.Text("text") is not null && f.Blob?.Field("isTruncated") is { ValueKind: JsonValueKind.False })
            .Select(f => (f.Path, f.Blob!.Value.Text("text")!)).ToList();
        var problems = answer.RootElement.Field("errors").Items().Select(e => e.Item.Text("message")).OfType<string>().Distinct().ToList();
        return new FileTexts(texts, problems.Count == 0 ? null : SafeText.OneLine(string.Join("; ", problems), MostOfProblem));
    }

    private static string Query(int files)
    {
        var all = Enumerable.Range(0, files).ToList();
        return $"query($owner: String!, $name: String!{string.Concat(all.Select(i => $", $p{i}: String!"))}) "
            + $"{{ repository(owner: $owner, name: $name) {{"
            + $"{string.Concat(all.Select(i => $" f{i}: object(expression: $p{i}) {{ ... on Blob {{ text isTruncated }} }}"))} }} }}";
    }
}

/// <param name="IsCut">There are more files than GitHub lists.</param>
internal sealed record CommitTree(IReadOnlyList<ListedFile> Files, bool IsCut);

/// <param name="Size">In bytes.</param>
internal sealed record ListedFile(string Path, long Size);

/// <param name="Texts">Of those that exist, are text, and are no larger than GraphQL returns (512 KB).</param>
/// <param name="Problem">Why some or all could not be read, in GitHub's words; null if there was no problem.</param>
internal sealed record FileTexts(IReadOnlyList<(string Path, string Text)> Texts, string? Problem);
