namespace Whybot.GitHub.Models;

internal sealed record Repository(long Id, string FullName, string DefaultBranch, bool Archived);

internal sealed record PullRequest(int Number, string State, string Title, GitReference Head, GitReference Base, User? User, bool Draft,
    string? NodeId = null, DateTimeOffset? MergedAt = null, string? MergeCommitSha = null);

/// <param name="Label"><c>owner:branch</c>.</param>
/// <param name="Repo">Null for a fork that was deleted.</param>
internal sealed record GitReference(string? Label, string Ref, string Sha, HeadRepository? Repo = null);

/// <param name="FullName"><c>owner/name</c>.</param>
internal sealed record HeadRepository(string FullName);

/// <param name="Parents">Their ids.</param>
/// <param name="CommittedAt">Null where GitHub does not say so.</param>
internal sealed record GitHubCommit(string Sha, IReadOnlyList<string> Parents, DateTimeOffset? CommittedAt);

/// <param name="Sha">Of the file as it is there, not of a commit.</param>
/// <param name="Text">Null when GitHub does not send it along, since it is large.</param>
internal sealed record BranchFile(string? Sha, string? Text);

/// <param name="Permission">admin, write, read, none.</param>
/// <param name="RoleName">admin, maintain, write, triage, read, or a role of the organisation's own.</param>
/// <param name="Type">Of the account: User, Bot.</param>
internal sealed record CollaboratorPermission(string Permission, string RoleName, string? Type);
