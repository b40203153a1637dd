using System.Net;
using System.Text.Json;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>
/// A branch that is always a single commit without parents, so that it never grows. It is replaced by compare-and-swap: a write fails if somebody else has
/// written since it was read. Only GraphQL's <c>updateRefs</c> can do that.
/// </summary>
internal sealed class RootlessBranches(RawAnswers raw, GitHubSettings settings)
{
    /// <summary>Stands for a branch that does not exist (GitHub's GraphQL reference, "updateRefs").</summary>
    private const string Nothing = "0000000000000000000000000000000000000000";

    private const string Query = """
        query($owner: String!, $name: String!, $ref: String!) {
          repository(owner: $owner, name: $name) {
            id isPrivate
            ref(qualifiedName: $ref) { target { oid ... on Commit { tree { entries { name oid object { ... on Blob { text } } } } } } }
          }
        }
        """;

    private const string Mutation = """
        mutation($id: ID!, $ref: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
          updateRefs(input: {repositoryId: $id, refUpdates: [{name: $ref, beforeOid: $before, afterOid: $after, force: true}]}) { clientMutationId }
        }
        """;

    /// <exception cref="GitHubException">The repository does not exist, or the token may not read it.</exception>
    public async Task<BranchTip> TipAsync(RepositoryRef repository, string branch, CancellationToken cancel)
    {
        using var answer = await GraphAsync(repository, Query, new()
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
            .ToDictionary(e => e.Text("name")!, e => new BranchBlob(e.Text("oid")!, e.Field("object")?.Text("text")), StringComparer.Ordinal);
        return new BranchTip(id, about.Value.Field("isPrivate") is { ValueKind: JsonValueKind.True }, target?.Text("oid"),
            files ?? new Dictionary<string, BranchBlob>(StringComparer.Ordinal));
    }

    public async Task<byte[]> ReadAsync(RepositoryRef repository, BranchBlob blob, CancellationToken cancel)
    {
        using var answer = RawAnswers.Parse((await raw.SendAsync(HttpMethod.Get, $"repos/{repository.FullName}/git/blobs/{UrlPart.Of(blob.Hash)}",
            Caller.For(repository), null, cancel)).Body);
        try
        {
            return answer.RootElement.Text("content") is { } content ? Convert.FromBase64String(content.ReplaceLineEndings("")) : [];
        }
        catch (FormatException broken)
        {
            throw new GitHubUnreachableException(blob.Hash, $"the answer cannot be read: {broken.Message}", broken);
        }
    }

    /// <summary>Stores a commit; no branch leads to it yet.</summary>
    /// <param name="binary">A file's content; GitHub takes up to 40 MB.</param>
    /// <param name="texts">Further files, by name.</param>
    /// <returns>The commit's SHA.</returns>
    public async Task<string> StoreAsync(RepositoryRef repository, string message, string name, byte[] binary, IReadOnlyDictionary<string, string> texts,
        CancellationToken cancel)
    {
        var blob = await MakeAsync(repository, "blobs", JsonSerializer.SerializeToUtf8Bytes(new NewBlob(Convert.ToBase64String(binary), "base64"),
            HandWrittenJson.Default.NewBlob), cancel);
        var tree = await MakeAsync(repository, "trees", JsonSerializer.SerializeToUtf8Bytes(new NewFileTree(
            [new NewFile(name, "100644", "blob", blob), .. texts.Select(t => new NewFile(t.Key, "100644", "blob", Content: t.Value))]),
            HandWrittenJson.Default.NewFileTree), cancel);
        return await MakeAsync(repository, "commits", JsonSerializer.SerializeToUtf8Bytes(new NewRootCommit(message, tree, []),
            HandWrittenJson.Default.NewRootCommit), cancel);
    }

    /// <summary>Lets the branch lead to a commit, if it still is as it was read.</summary>
    /// <returns>False if it is not; nothing has changed then.</returns>
    /// <exception cref="GitHubException">The token may not write branches, or a rule of the repository forbids it.</exception>
    public async Task<bool> MoveAsync(RepositoryRef repository, string branch, BranchTip tip, string commit, CancellationToken cancel)
    {
        Exception refused;
        try
        {
            using var answer = await GraphAsync(repository, Mutation, new()
            {
                ["id"] = tip.Repository,
                ["ref"] = Qualified(branch),
                ["before"] = tip.Commit ?? Nothing,
                ["after"] = commit,
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
        var now = (await TipAsync(repository, branch, cancel)).Commit;
        return now == commit || (now == tip.Commit ? throw refused : false);
    }

    private async Task<string> MakeAsync(RepositoryRef repository, string kind, byte[] body, CancellationToken cancel)
    {
        var answer = await raw.SendAsync(HttpMethod.Post, $"repos/{repository.FullName}/git/{kind}", Caller.For(repository) with { Reads = true }, body,
            cancel);
        return RawAnswers.Read(answer.Body, HandWrittenJson.Default.GitObject).Hash;
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
internal sealed record BranchTip(string Repository, bool IsPrivate, string? Commit, IReadOnlyDictionary<string, BranchBlob> Files);

/// <param name="Text">Null if it is binary.</param>
internal sealed record BranchBlob(string Hash, string? Text);
