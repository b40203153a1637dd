using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.GitHub.Models;

internal sealed record Repository(long Id, RepositoryName FullName, string DefaultBranch, bool Archived);

internal sealed record PullRequest(int Number, string State, string Title, GitReference Head, GitReference Base, User? User, bool Draft,
    string? NodeId = null, DateTimeOffset? MergedAt = null, CommitSha? MergeCommitSha = null);

/// <param name="Label"><c>owner:branch</c>.</param>
/// <param name="Repo">Null for a fork that was deleted.</param>
internal sealed record GitReference(string? Label, string Ref, CommitSha Sha, HeadRepository? Repo = null);

/// <param name="FullName"><c>owner/name</c>.</param>
internal sealed record HeadRepository(RepositoryName FullName);

/// <param name="Parents">The parents' ids.</param>
/// <param name="CommittedAt">Null if GitHub does not say.</param>
internal sealed record GitHubCommit(CommitSha Sha, IReadOnlyList<CommitSha> Parents, DateTimeOffset? CommittedAt);

/// <param name="Hash">The hash of the file's current content, not of a commit.</param>
/// <param name="Text">Null if GitHub leaves it out because it is large.</param>
internal sealed record BranchFile(string? Hash, string? Text);

/// <param name="Permission">admin, write, read, none.</param>
/// <param name="RoleName">admin, maintain, write, triage, read, or one of the organization's custom roles.</param>
/// <param name="Type">The account's type: User, Bot.</param>
internal sealed record CollaboratorPermission(string Permission, string RoleName, string? Type);
