using System.Runtime.CompilerServices;
using Octokit;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using CollaboratorPermission = Whybot.Foundation.GitHub.Models.CollaboratorPermission;
using GitHubCommit = Whybot.Foundation.GitHub.Models.GitHubCommit;
using PullRequest = Whybot.Foundation.GitHub.Models.PullRequest;
using Repository = Whybot.Foundation.GitHub.Models.Repository;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>A repository: its files, commits, comparisons, pull requests and permissions.</summary>
internal sealed class RepositoriesClient(GitHubApi api, PullReverts reverts, IRepositoryNames names)
{
    /// <summary>For when only the relation of two commits matters, not the commits between them.</summary>
    private static readonly ApiOptions OneCommit = new() { PageSize = 1, PageCount = 1 };

    /// <summary>What GitHub says about it; its id and name are recorded.</summary>
    public async Task<Repository> GetAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var answer = OctokitShapes.Of(await api.CallAsync(repository, github => github.Repository.Get(repository.Owner, repository.Name), cancel));
        await names.LearnAsync(repository, new RepositoryId(answer.Id), answer.FullName, cancel);
        return answer;
    }

    /// <summary>A file of the default branch; null if it does not exist or is larger than <paramref name="most"/> bytes.</summary>
    public async Task<byte[]?> FileAsync(RepositoryRef repository, string path, long most, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Content.GetAllContents(repository.Owner, repository.Name, UrlPart.Of(path)),
            cancel) is [var file]
            && file.Type.StringValue == "file" && file is { Encoding: "base64", EncodedContent: { } content } && file.Size <= most
            ? Convert.FromBase64String(content.ReplaceLineEndings("")) : null;

    /// <summary>Pull requests that the commit belongs to; for commits that are only in a fork, GitHub lists none.</summary>
    public async Task<IReadOnlyList<PullRequest>> PullsOfAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel) =>
        [.. (await api.FindAsync(repository, github => github.Repository.Commit.PullRequests(repository.Owner, repository.Name, sha.Value,
            new ApiOptions { PageSize = 100, PageCount = 1 }),
            cancel) ?? []).Select(OctokitShapes.Of)];

    /// <summary>Pull requests from a branch, including a fork's, in any state; GitHub lists the newest first.</summary>
    public async Task<IReadOnlyList<PullRequest>> PullsFromAsync(RepositoryRef repository, string owner, string branch, CancellationToken cancel) =>
        [.. (await api.FindAsync(repository, github => github.PullRequest.GetAllForRepository(repository.Owner, repository.Name,
            new PullRequestRequest { Head = $"{owner}:{branch}", State = ItemStateFilter.All }, new ApiOptions { PageSize = 100, PageCount = 1 }), cancel)
                ?? [])
            .Select(OctokitShapes.Of)];

    /// <summary>Open pull requests, most recently changed first.</summary>
    /// <param name="pages">Maximum number of pages of 100.</param>
    public async IAsyncEnumerable<PullRequest> OpenPullsAsync(RepositoryRef repository, int pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in api.PagesAsync<List<Octokit.PullRequest>>(repository, "pulls?state=open&sort=updated&direction=desc&per_page=100", cancel,
            pages))
            foreach (var pull in page)
                yield return OctokitShapes.Of(pull);
    }

    public async Task<PullRequest?> PullAsync(RepositoryRef repository, int number, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.PullRequest.Get(repository.Owner, repository.Name, number), cancel) is { } pull
            ? OctokitShapes.Of(pull) : null;

    /// <summary>The pull request that reverts a given one, found by the branch that GitHub creates for it; null if none.</summary>
    public async Task<PullRequest?> RevertOfAsync(RepositoryRef repository, PullRequest pull, CancellationToken cancel) =>
        (await PullsFromAsync(repository, repository.Owner, $"revert-{pull.Number}-{pull.Head.Ref}", cancel)).FirstOrDefault(p => p.Number > pull.Number);

    /// <inheritdoc cref="PullReverts.OpenAsync"/>
    public Task<int> RevertAsync(RepositoryRef repository, string node, string body, CancellationToken cancel) =>
        reverts.OpenAsync(repository, node, body, cancel);

    /// <summary>Whether a branch or commit contains a commit. False if GitHub cannot compare them.</summary>
    /// <param name="holder">A branch or a commit's id.</param>
    public async Task<bool> HoldsAsync(RepositoryRef repository, CommitSha commit, string holder, CancellationToken cancel) =>
        commit.Value == holder || await CompareAsync(repository, commit.Value, holder, cancel) is { Status: "ahead" or "identical" };

    /// <summary>The newest commit that two commits have in common; null if GitHub cannot compare them.</summary>
    public async Task<CommitSha?> MergeBaseAsync(RepositoryRef repository, CommitSha one, CommitSha other, CancellationToken cancel) =>
        CommitSha.Find((await CompareAsync(repository, one.Value, other.Value, cancel))?.MergeBaseCommit?.Sha);

    /// <summary>The newest commit of a branch, or a commit by its id; null if there is none.</summary>
    public async Task<GitHubCommit?> HeadAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Commit.Get(repository.Owner, repository.Name, UrlPart.Of(branch)), cancel) is { } commit
            ? OctokitShapes.Of(commit) : null;

    /// <summary>A person's permission, fetched from GitHub every time; null if they are not a collaborator.</summary>
    public async Task<CollaboratorPermission?> PermissionAsync(RepositoryRef repository, string login, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Collaborator.ReviewPermission(repository.Owner, repository.Name, UrlPart.Of(login)),
            cancel) is { } has
            ? new CollaboratorPermission(has.Permission, has.RoleName, has.Collaborator?.Type?.ToString()) : null;

    private Task<CompareResult?> CompareAsync(RepositoryRef repository, string from, string to, CancellationToken cancel) =>
        api.FindAsync(repository, github => github.Repository.Commit.Compare(repository.Owner, repository.Name, from, UrlPart.Of(to), OneCommit), cancel);
}
