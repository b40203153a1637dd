namespace Whybot.GitHub.Records;

internal sealed record Repository(long Id, string FullName, string DefaultBranch, bool Archived);

internal sealed record PullRequest(int Number, string State, string Title, GitReference Head, GitReference Base, User? User, bool? Draft,
    string? NodeId = null, DateTimeOffset? MergedAt = null, string? MergeCommitSha = null);

/// <param name="Label"><c>owner:branch</c>.</param>
/// <param name="Repo">Null for a fork that was deleted.</param>
internal sealed record GitReference(string? Label, string Ref, string Sha, HeadRepository? Repo = null);

internal sealed record GitHubCommit(string Sha, IReadOnlyList<GitHubCommitParent>? Parents, GitHubCommitText? Commit = null);

internal sealed record GitHubCommitText(GitHubCommitter? Committer);

internal sealed record GitHubCommitter(DateTimeOffset? Date);

internal sealed record GitHubCommitParent(string Sha);

internal sealed record CompareResult(string Status, int TotalCommits, CompareCommit? MergeBaseCommit, IReadOnlyList<CompareCommit> Commits);

internal sealed record CompareCommit(string Sha);

/// <summary>A request to GitHub's GraphQL interface.</summary>
internal sealed record GraphQuery(string Query, IReadOnlyDictionary<string, string> Variables);

internal sealed record GraphAnswer(GraphData? Data, IReadOnlyList<GraphError>? Errors);

internal sealed record GraphError(string? Message);

internal sealed record GraphData([property: System.Text.Json.Serialization.JsonPropertyName("revertPullRequest")] RevertPayload? Revert);

internal sealed record RevertPayload([property: System.Text.Json.Serialization.JsonPropertyName("revertPullRequest")] GraphPull? Pull);

internal sealed record GraphPull(int Number);

/// <param name="Content">Base64, with line ends in it.</param>
internal sealed record RepositoryContent(string Type, long Size, string? Encoding, string? Content, string? Sha = null);

/// <param name="Content">Base64.</param>
/// <param name="Sha">Of the file that it takes the place of; null for a new one.</param>
internal sealed record NewContent(string Message, string Content, string Branch, string? Sha);

internal sealed record GitRef(string Ref, GitRefObject Object);

internal sealed record GitRefObject(string Sha);

internal sealed record NewGitRef(string Ref, string Sha);

/// <param name="RoleName">admin, maintain, write, triage, read, or a role of the organisation's own.</param>
internal sealed record CollaboratorPermissionResponse(string Permission, string RoleName, User? User);
