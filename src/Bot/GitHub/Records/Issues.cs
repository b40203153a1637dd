namespace Whybot.GitHub.Records;

internal sealed record User(string Login, long Id, string Type);

/// <param name="PullRequest">Not null for a pull request, which GitHub lists among the issues.</param>
internal sealed record Issue(long Id, int Number, string Title, string? Body, string State, User? User, GitHubApp? PerformedViaGithubApp,
    IReadOnlyList<Label> Labels, PullRequestLink? PullRequest, string? StateReason = null, DateTimeOffset? ClosedAt = null, User? ClosedBy = null);

internal sealed record PullRequestLink(string? Url, DateTimeOffset? MergedAt = null);

/// <summary>A pull request that mentions an issue.</summary>
/// <param name="Team">Its author belongs to the repository's people, as far as GitHub says.</param>
internal sealed record LinkedPull(int Number, string State, string? Body, DateTimeOffset? MergedAt, bool Team);

/// <param name="CommitId">Of a <c>closed</c> event: the commit whose message closed the issue; null where a person or a pull request did.</param>
internal sealed record TimelineEvent(string? Event, TimelineSource? Source, string? CommitId = null);

/// <param name="Pulls">Pull requests of the same repository that mention the issue.</param>
/// <param name="ClosedBy">The commit whose message closed it last; null for none.</param>
internal sealed record IssueTimeline(IReadOnlyList<LinkedPull> Pulls, string? ClosedBy);

internal sealed record TimelineSource(TimelineIssue? Issue);

internal sealed record TimelineIssue(int Number, string State, string? Body, PullRequestLink? PullRequest, TimelineRepository? Repository, string? AuthorAssociation = null);

internal sealed record TimelineRepository(string FullName);

internal sealed record Label(string Name, string? Description = null);

internal sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels);

/// <summary>What is null stays as it is.</summary>
/// <param name="StateReason">completed, not_planned, duplicate, reopened.</param>
internal sealed record IssueUpdate(string? Title = null, string? Body = null, string? State = null, string? StateReason = null);

internal sealed record NewLabels(IReadOnlyList<string> Labels);

internal sealed record NewAssignees(IReadOnlyList<string> Assignees);

/// <param name="UpdatedAt">Equal to <paramref name="CreatedAt"/> unless it was edited.</param>
internal sealed record IssueComment(long Id, string? Body, User? User, GitHubApp? PerformedViaGithubApp, DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null);

internal sealed record NewComment(string Body);

/// <param name="Content">+1, -1, laugh, confused, heart, hooray, rocket, eyes.</param>
internal sealed record NewReaction(string Content);
