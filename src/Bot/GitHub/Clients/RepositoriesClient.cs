using System.Runtime.CompilerServices;
using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>A repository: its files, commits, comparisons, pull requests and who may do what.</summary>
internal sealed class RepositoriesClient(GitHubConnection connection)
{
    private const string RevertMutation =
        "mutation($id: ID!, $body: String!) { revertPullRequest(input: {pullRequestId: $id, body: $body, draft: true}) { revertPullRequest { number } } }";

    public Task<Repository> GetAsync(RepositoryRef repository, CancellationToken cancel) =>
        connection.GetAsync(repository, "", GitHubJson.Default.Repository, cancel);

    /// <summary>A file of the default branch; null when there is none, or it is larger than <paramref name="most"/> bytes.</summary>
    public async Task<byte[]?> FileAsync(RepositoryRef repository, string path, long most, CancellationToken cancel)
    {
        var file = await connection.FindAsync(repository, $"contents/{Requests.Part(path)}", GitHubJson.Default.RepositoryContent, cancel);
        return file is { Type: "file", Encoding: "base64", Content: { } content } && file.Size <= most ? Convert.FromBase64String(content.ReplaceLineEndings("")) : null;
    }

    /// <summary>Pull requests that the commit belongs to; of commits that lie only in a fork GitHub lists none.</summary>
    public async Task<IReadOnlyList<PullRequest>> PullsOfAsync(RepositoryRef repository, string sha, CancellationToken cancel) =>
        await connection.FindAsync(repository, $"commits/{sha}/pulls?per_page=100", GitHubJson.Default.ListPullRequest, cancel) ?? [];

    /// <summary>Pull requests from a branch, of a fork too, whatever their state; GitHub lists the newest first.</summary>
    public async Task<IReadOnlyList<PullRequest>> PullsFromAsync(RepositoryRef repository, string owner, string branch, CancellationToken cancel) =>
        await connection.FindAsync(repository, $"pulls?head={Uri.EscapeDataString($"{owner}:{branch}")}&state=all&per_page=100",
            GitHubJson.Default.ListPullRequest, cancel) ?? [];

    /// <summary>Open pull requests, those that changed last first.</summary>
    /// <param name="pages">Of 100 each.</param>
    public async IAsyncEnumerable<PullRequest> OpenPullsAsync(RepositoryRef repository, int pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in connection.PagesAsync(repository, "pulls?state=open&sort=updated&direction=desc&per_page=100",
            GitHubJson.Default.ListPullRequest, cancel, pages))
            foreach (var pull in page)
                yield return pull;
    }

    public Task<PullRequest?> PullAsync(RepositoryRef repository, int number, CancellationToken cancel) =>
        connection.FindAsync(repository, $"pulls/{number}", GitHubJson.Default.PullRequest, cancel);

    /// <summary>The pull request that reverts one, by the branch that GitHub makes for it; null for none.</summary>
    public async Task<PullRequest?> RevertOfAsync(RepositoryRef repository, PullRequest pull, CancellationToken cancel)
    {
        var branch = $"{repository.FullName.Split('/')[0]}:revert-{pull.Number}-{pull.Head.Ref}";
        var found = await connection.FindAsync(repository, $"pulls?state=all&head={Uri.EscapeDataString(branch)}", GitHubJson.Default.ListPullRequest, cancel);
        return found?.FirstOrDefault(p => p.Number > pull.Number);
    }

    /// <summary>Opens a draft pull request that reverts one; only GraphQL can.</summary>
    /// <param name="node">The pull request's node id.</param>
    /// <returns>The new one's number.</returns>
    /// <exception cref="GitHubException">GitHub says why it cannot be reverted.</exception>
    public async Task<int> RevertAsync(RepositoryRef repository, string node, string body, CancellationToken cancel)
    {
        var query = new GraphQuery(RevertMutation, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = node, ["body"] = body });
        var answer = Requests.Read(await connection.SendAsync(new GitHubRequest(HttpMethod.Post, connection.GraphPath, repository.Installation, GitHubJson.Write(query, GitHubJson.Default.GraphQuery)), cancel),
            GitHubJson.Default.GraphAnswer);
        return answer.Data?.Revert?.Pull?.Number
            ?? throw new GitHubException("revertPullRequest", System.Net.HttpStatusCode.UnprocessableEntity, string.Join("; ", (answer.Errors ?? []).Select(e => e.Message)), null);
    }

    /// <summary>Whether a branch or commit holds a commit. What GitHub cannot compare is not held.</summary>
    /// <param name="holder">A branch, or a commit's id.</param>
    public async Task<bool> HoldsAsync(RepositoryRef repository, string commit, string holder, CancellationToken cancel) =>
        commit == holder || await connection.FindAsync(repository, $"compare/{commit}...{Requests.Part(holder)}?per_page=1",
            GitHubJson.Default.CompareResult, cancel) is { Status: "ahead" or "identical" };

    /// <summary>The newest commit of a branch, or a commit by its id; null when there is none.</summary>
    public Task<GitHubCommit?> HeadAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        connection.FindAsync(repository, $"commits/{Requests.Part(branch)}", GitHubJson.Default.GitHubCommit, cancel);

    /// <summary>What a person may do, asked anew; null when they are no collaborator.</summary>
    public Task<CollaboratorPermissionResponse?> PermissionAsync(RepositoryRef repository, string login, CancellationToken cancel) =>
        connection.FindAsync(repository, $"collaborators/{Requests.Part(login)}/permission", GitHubJson.Default.CollaboratorPermissionResponse, cancel);

    /// <summary>An answer as GitHub gave it, for the run's folder; null when there is none.</summary>
    public async Task<byte[]?> RawAsync(RepositoryRef repository, string path, CancellationToken cancel) =>
        (await connection.FindAsync(Requests.Request(HttpMethod.Get, repository, path), cancel))?.Body;
}
