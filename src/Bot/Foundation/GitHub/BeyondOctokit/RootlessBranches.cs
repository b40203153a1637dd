using System.Net;
using System.Text;
using System.Text.Json;
using Octokit;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>
/// A branch that is always a single commit without parents, so that it never grows. It is replaced by compare-and-swap: a write fails if somebody else has
/// written since it was read. Only GraphQL's <c>updateRefs</c> can do that.
/// </summary>
internal sealed class RootlessBranches(GitHubApi api, RawAnswers raw, GitHubSettings settings)
{
    /// <summary>Stands for a branch that does not exist (GitHub's GraphQL reference, "updateRefs").</summary>
    private static readonly CommitSha Nothing = new("0000000000000000000000000000000000000000");

    private static string Query(IReadOnlyList<string> beside) => $$"""
        query($owner: String!, $name: String!, $ref: String!) {
          repository(owner: $owner, name: $name) {
            id isPrivate
            ref(qualifiedName: $ref) { target { oid ... on Commit { tree { entries { name oid object { ... on Blob { text isTruncated } } } } } } }
            {{DefaultBranchTexts.Fields(beside)}}
          }
        }
        """;

    private const string Mutation = """
        mutation($id: ID!, $ref: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
          updateRefs(input: {repositoryId: $id, refUpdates: [{name: $ref, beforeOid: $before, afterOid: $after, force: true}]}) { clientMutationId }
        }
        """;

    /// <param name="beside">Files of the default branch that are read by the same request; paths written by the program, not taken from anywhere.</param>
    /// <exception cref="GitHubException">The repository does not exist, or the token may not read it.</exception>
    public async Task<BranchTip> TipAsync(RepositoryRef repository, string branch, IReadOnlyList<string> beside, CancellationToken cancel)
    {
        using var answer = await GraphAsync(repository, Query(beside), new()
        {
            ["owner"] = repository.Owner,
            ["name"] = repository.Name,
            ["ref"] = Qualified(branch),
        }, cancel);
        var about = answer.RootElement.Field("data")?.Field("repository");
        if (about?.Text("id") is not { } id)
            throw Refused(answer, $"{repository.FullName} cannot be read");
        var target = about.Value.Field("ref")?.Field("target");
        var files = target?.Field("tree")?.Field("entries").Items().Select(e => e.Item)
            .Where(e => e.Text("name") is not null && e.Text("oid") is not null)
            .ToDictionary(e => e.Text("name")!, e => new BranchBlob(e.Text("oid")!, WholeText(e.Field("object"))), StringComparer.Ordinal);
        return new BranchTip(id, about.Value.Field("isPrivate") is { ValueKind: JsonValueKind.True }, CommitSha.Find(target?.Text("oid")),
            files ?? new Dictionary<string, BranchBlob>(StringComparer.Ordinal))
        {
            Beside = DefaultBranchTexts.Of(about, beside),
        };
    }

    /// <param name="blob">From <see cref="BranchTip.Files"/>.</param>
    public async Task<string> ReadAsync(RepositoryRef repository, BranchBlob blob, CancellationToken cancel) =>
        blob.Text ?? Encoding.UTF8.GetString(Convert.FromBase64String((await api.CallAsync(repository,
            github => github.Git.Blob.Get(repository.Owner, repository.Name, blob.Hash), cancel)).Content.ReplaceLineEndings("")));

    private static string? WholeText(JsonElement? blob) => blob?.Field("isTruncated") is { ValueKind: JsonValueKind.True } ? null : blob?.Text("text");

    /// <summary>Stores a commit; no branch leads to it yet.</summary>
    /// <param name="files">Texts by name; GitHub takes up to 40 MB.</param>
    public async Task<CommitSha> StoreAsync(RepositoryRef repository, string message, IReadOnlyDictionary<string, string> files, CancellationToken cancel)
    {
        var entries = new NewTree();
        foreach (var (file, content) in files)
            entries.Tree.Add(new NewTreeItem { Path = file, Mode = Octokit.FileMode.File, Type = TreeType.Blob, Content = content });
        var caller = Caller.For(repository) with { Reads = true };
        var tree = await api.CallAsync(caller, github => github.Git.Tree.Create(repository.Owner, repository.Name, entries), cancel);
        return CommitSha.Parse((await api.CallAsync(caller, github => github.Git.Commit.Create(repository.Owner, repository.Name,
            new NewCommit(message, tree.Sha)), cancel)).Sha);
    }

    /// <summary>Lets the branch lead to a commit, if it still is as it was read.</summary>
    /// <returns>False if it is not; nothing has changed then.</returns>
    /// <exception cref="GitHubException">The token may not write branches, or a rule of the repository forbids it.</exception>
    public async Task<bool> MoveAsync(RepositoryRef repository, string branch, BranchTip tip, CommitSha commit, CancellationToken cancel)
    {
        Exception refused;
        try
        {
            using var answer = await GraphAsync(repository, Mutation, new()
            {
                ["id"] = tip.Repository,
                ["ref"] = Qualified(branch),
                ["before"] = (tip.Commit ?? Nothing).Value,
                ["after"] = commit.Value,
            }, cancel);
            if (answer.RootElement.Field("errors") is null)
                return true;
            refused = Refused(answer, $"{branch} cannot be written");
        }
        catch (GitHubUnreachableException lost)
        {
            refused = lost;
        }
        // GitHub's words for a lost race are documented nowhere, and an answer may be lost: what the branch is now decides.
        var now = (await TipAsync(repository, branch, [], cancel)).Commit;
        return now == commit || (now == tip.Commit ? throw refused : false);
    }

    private async Task<JsonDocument> GraphAsync(RepositoryRef repository, string query, Dictionary<string, string> variables, CancellationToken cancel)
    {
        var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
            JsonSerializer.SerializeToUtf8Bytes(new GraphQuery(query, variables), HandWrittenJson.Default.GraphQuery), cancel);
        return RawAnswers.Parse(sent.Body);
    }

    private static GitHubException Refused(JsonDocument answer, string what)
    {
        var errors = answer.RootElement.Field("errors").Items().Select(e => e.Item).ToList();
        var words = string.Join("; ", errors.Select(e => e.Text("message")).OfType<string>());
        var forbidden = errors.Any(e => e.Text("type") == "FORBIDDEN");
        return new GitHubException(what, forbidden ? HttpStatusCode.Forbidden : HttpStatusCode.UnprocessableEntity,
            words.Length == 0 ? "GitHub gives no reason" : SafeText.OneLine(words, 300), forbidden ? "contents=write" : null);
    }

    private static string Qualified(string branch) => $"refs/heads/{branch}";
}

/// <summary>What a branch is at the moment.</summary>
/// <param name="Repository">The repository's node id.</param>
/// <param name="IsPrivate">Whether only members can read the branch.</param>
/// <param name="Commit">Null if the branch does not exist.</param>
/// <param name="Files">The files at its top, by name.</param>
internal sealed record BranchTip(string Repository, bool IsPrivate, CommitSha? Commit, IReadOnlyDictionary<string, BranchBlob> Files)
{
    /// <summary>The files of the default branch that were asked for, as <see cref="DefaultBranchTexts.Of"/> tells them.</summary>
    public IReadOnlyDictionary<string, string?> Beside { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

/// <param name="Text">Null if it is binary, or too large for this answer.</param>
internal sealed record BranchBlob(string Hash, string? Text);
