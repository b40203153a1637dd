using System.Text;
using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>Files of branches, and what it takes to write them: <c>contents: write</c>.</summary>
internal sealed class ContentsClient(GitHubConnection connection)
{
    /// <summary>A file of a branch; null when there is none, or no such branch.</summary>
    public async Task<BranchFile?> FindAsync(RepositoryRef repository, string path, string branch, CancellationToken cancel) =>
        await connection.FindAsync(repository, $"contents/{Requests.Part(path)}?ref={Uri.EscapeDataString(branch)}", GitHubJson.Default.RepositoryContent, cancel) is { } file
            ? new BranchFile(file.Sha, file is { Encoding: "base64", Content: { } content } ? Encoding.UTF8.GetString(Convert.FromBase64String(content.ReplaceLineEndings(""))) : null)
            : null;

    public async Task<bool> HasBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        await connection.FindAsync(repository, $"git/ref/heads/{Requests.Part(branch)}", GitHubJson.Default.GitRef, cancel) is not null;

    /// <summary>From the default branch's newest commit.</summary>
    public async Task MakeBranchAsync(RepositoryRef repository, string branch, CancellationToken cancel)
    {
        var about = await connection.GetAsync(repository, "", GitHubJson.Default.Repository, cancel);
        var head = await connection.GetAsync(repository, $"git/ref/heads/{Requests.Part(about.DefaultBranch)}", GitHubJson.Default.GitRef, cancel);
        await connection.WriteAsync(HttpMethod.Post, repository, "git/refs", new NewGitRef($"refs/heads/{branch}", head.Object.Sha), GitHubJson.Default.NewGitRef, cancel);
    }

    /// <param name="sha">Of the file that it takes the place of; null for a new one.</param>
    public Task PutAsync(RepositoryRef repository, string path, string branch, string message, byte[] content, string? sha, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Put, repository, $"contents/{Requests.Part(path)}", new NewContent(message, Convert.ToBase64String(content), branch, sha),
            GitHubJson.Default.NewContent, cancel);
}

/// <param name="Sha">Of the file as it is there, not of a commit.</param>
/// <param name="Text">Null when GitHub does not send it along, since it is large.</param>
internal sealed record BranchFile(string? Sha, string? Text);
