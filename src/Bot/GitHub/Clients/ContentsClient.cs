using Octokit;
using BranchFile = Whybot.GitHub.Models.BranchFile;

namespace Whybot.GitHub.Clients;

/// <summary>Files of branches, and what it takes to write them: <c>contents: write</c>.</summary>
internal sealed class ContentsClient(GitHubApi api)
{
    /// <summary>A file of a branch; null when there is none, or no such branch.</summary>
    public async Task<BranchFile?> FindAsync(RepositoryRef repository, string path, string branch, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Content.GetAllContentsByRef(repository.Owner, repository.Name, UrlPart.Of(path), Uri.EscapeDataString(branch)), cancel)
            is [var file] ? new BranchFile(file.Sha, file is { Encoding: "base64", EncodedContent: not null } ? file.Content : null) : null;

    public async Task<bool> HasBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Git.Reference.Get(repository.Owner, repository.Name, $"heads/{UrlPart.Of(branch)}"), cancel) is not null;

    /// <summary>From the default branch's newest commit.</summary>
    public Task MakeBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel) => api.CallAsync(repository, async github =>
    {
        var about = await github.Repository.Get(repository.Owner, repository.Name);
        var head = await github.Git.Reference.Get(repository.Owner, repository.Name, $"heads/{UrlPart.Of(about.DefaultBranch)}");
        return await github.Git.Reference.Create(repository.Owner, repository.Name, new NewReference($"refs/heads/{branch}", head.Object.Sha));
    }, cancel);

    /// <param name="content">UTF-8 text.</param>
    /// <param name="sha">Of the file that it takes the place of; null for a new one.</param>
    public Task PutAsync(RepositoryRef repository, string path, string branch, string message, byte[] content, string? sha, CancellationToken cancel) =>
        api.CallAsync(repository, github => sha is null
            ? github.Repository.Content.CreateFile(repository.Owner, repository.Name, UrlPart.Of(path), new CreateFileRequest(message, Convert.ToBase64String(content), branch, false))
            : github.Repository.Content.UpdateFile(repository.Owner, repository.Name, UrlPart.Of(path),
                new UpdateFileRequest(message, Convert.ToBase64String(content), sha, branch, false)), cancel);
}
