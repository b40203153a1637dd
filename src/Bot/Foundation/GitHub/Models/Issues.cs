using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.GitHub.Models;

/// <param name="Type">User, Bot, Organization, Mannequin.</param>
internal sealed record User(string Login, string Type);

/// <param name="IsPull">Whether it is a pull request; GitHub lists those among the issues.</param>
/// <param name="ClosedBy">Null while it is open; lists leave it out.</param>
/// <param name="StateReason">completed, not_planned, duplicate, reopened; null if none.</param>
internal sealed record Issue(int Number, string Title, string? Body, string State, User? User, IReadOnlyList<Label> Labels, bool IsPull,
    string? StateReason = null,
    DateTimeOffset? ClosedAt = null, User? ClosedBy = null, DateTimeOffset? CreatedAt = null);

internal sealed record Label(string Name);

internal sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels);

/// <param name="UpdatedAt">Equal to <paramref name="CreatedAt"/> unless it was edited.</param>
/// <param name="Thread">The number of its issue or pull request; null if GitHub does not say.</param>
/// <param name="IsOfTeam">Whether its author owns the repository, belongs to its organization or works on it, as far as GitHub says.</param>
internal sealed record IssueComment(long Id, string? Body, User? User, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt, bool IsOfTeam = false,
    int? Thread = null);

/// <summary>A pull request that mentions an issue.</summary>
/// <param name="Team">Whether its author is on the repository's team, as far as GitHub says.</param>
internal sealed record LinkedPull(int Number, string State, string? Body, DateTimeOffset? MergedAt, bool Team);

/// <param name="Pulls">Pull requests of the same repository that mention the issue.</param>
/// <param name="ClosedBy">The commit whose message most recently closed it; null if none.</param>
internal sealed record IssueTimeline(IReadOnlyList<LinkedPull> Pulls, CommitSha? ClosedBy);
