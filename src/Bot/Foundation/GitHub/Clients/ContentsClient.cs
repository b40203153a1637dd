using System.Net;
using Octokit;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;
using BranchFile = Whybot.Foundation.GitHub.Models.BranchFile;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Reads files of branches and, with <c>contents: write</c>, writes them.</summary>
internal sealed class ContentsClient(GitHubApi api, RawAnswers raw)
{
    /// <summary>A file of a branch; null if the file or the branch does not exist.</summary>
    public async Task<BranchFile?> FindAsync(RepositoryRef repository, string path, string branch, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Content.GetAllContentsByRef(repository.Owner, repository.Name, UrlPart.Of(path),
            Uri.EscapeDataString(branch)), cancel)
            is [var file] ? new BranchFile(file.Sha, file is { Encoding: "base64", EncodedContent: not null } ? file.Content : null) : null;

    public async Task<bool> HasBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        await HeadAsync(repository, branch, cancel) is not null;

    /// <summary>Creates a branch from the default branch's newest commit.</summary>
    /// <exception cref="GitHubException">The repository is empty.</exception>
    public async Task MakeBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel)
    {
        var about = await api.CallAsync(repository, github => github.Repository.Get(repository.Owner, repository.Name), cancel);
        var head = await HeadAsync(repository, about.DefaultBranch, cancel)
            ?? throw new GitHubException(about.DefaultBranch, HttpStatusCode.NotFound, "the default branch has no commit", null);
        await api.CallAsync(repository, github => github.Git.Reference.Create(repository.Owner, repository.Name,
            new NewReference($"refs/heads/{branch}", head)), cancel);
    }

    /// <summary>Octokit requests <c>git/refs/...</c>, which GitHub's API description no longer has.</summary>
    private async Task<string?> HeadAsync(RepositoryRef repository, string branch, CancellationToken cancel)
    {
        if (await raw.FindAsync(repository, $"git/ref/heads/{UrlPart.Of(branch)}", cancel) is not { } answer)
            return null;
        using var reference = RawAnswers.Parse(answer);
        return reference.RootElement.Field("object")?.Text("sha");
    }

    /// <param name="content">UTF-8 text.</param>
    /// <param name="hash">Hash of the file that is replaced; null for a new file.</param>
    public Task PutAsync(RepositoryRef repository, string path, string branch, string message, byte[] content, string? hash, CancellationToken cancel) =>
        api.CallAsync(repository, github => hash is null
            ? github.Repository.Content.CreateFile(repository.Owner, repository.Name, UrlPart.Of(path),
            new CreateFileRequest(message, Convert.ToBase64String(content), branch, false))
            : github.Repository.Content.UpdateFile(repository.Owner, repository.Name, UrlPart.Of(path),
                new UpdateFileRequest(message, Convert.ToBase64String(content), hash, branch, false)), cancel);
}
