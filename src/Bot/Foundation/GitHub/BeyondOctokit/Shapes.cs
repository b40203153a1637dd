using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

[HandWritten("Octokit's size is an Int32: one artifact of more than 2 GB fails the whole list")]
internal sealed record ArtifactsPage(IReadOnlyList<Artifact> Artifacts);

[HandWritten("Octokit's dispatch does not ask for the run's id")]
internal sealed record WorkflowDispatch(string Ref, IReadOnlyDictionary<string, string> Inputs, bool? ReturnRunDetails = null);

/// <param name="WorkflowRunId">The run that was started.</param>
[HandWritten("Octokit's dispatch returns nothing")]
internal sealed record WorkflowDispatched(long WorkflowRunId);

/// <param name="Sha">The deployed commit.</param>
[HandWritten("Octokit fails on a payload that is a text or holds more than texts; GitHub takes any JSON")]
internal sealed record Deployment(long Id, CommitSha Sha, string Environment, DateTimeOffset CreatedAt);

/// <summary>Fields that are null stay unchanged.</summary>
/// <param name="StateReason">completed, not_planned, duplicate, reopened.</param>
[HandWritten("Octokit's IssueUpdate has no 'duplicate', and takes the milestone away with every change")]
internal sealed record IssueChange(string? Title = null, string? Body = null, string? State = null, string? StateReason = null);

[HandWritten("Octokit sends a bare list, which GitHub's description does not have")]
internal sealed record AddedLabels(IReadOnlyList<string> Labels);

/// <param name="CommitId">For a <c>closed</c> event, the commit whose message closed the issue; null if a person or a pull request did.</param>
[HandWritten("Octokit's Issue has no author_association, and its timeline fails on ids that are no numbers")]
internal sealed record TimelineEvent(string? Event, TimelineSource? Source, string? CommitId = null);

[HandWritten("part of TimelineEvent")]
internal sealed record TimelineSource(TimelineIssue? Issue);

[HandWritten("part of TimelineEvent")]
internal sealed record TimelineIssue(int Number, string State, string? Body, TimelinePull? PullRequest, TimelineRepository? Repository,
    string? AuthorAssociation = null);

[HandWritten("part of TimelineEvent")]
internal sealed record TimelinePull(DateTimeOffset? MergedAt = null);

[HandWritten("part of TimelineEvent")]
internal sealed record TimelineRepository(RepositoryName FullName);

[HandWritten("Octokit fails on an installation of an enterprise, and leaves out permissions that it does not know")]
internal sealed record Installation(long Id, InstallationAccount? Account, IReadOnlyDictionary<string, string> Permissions, IReadOnlyList<string> Events,
    DateTimeOffset? SuspendedAt);

[HandWritten("Octokit leaves out permissions that it does not know")]
internal sealed record AppItself(long Id, string Slug, IReadOnlyDictionary<string, string>? Permissions, IReadOnlyList<string>? Events);

[HandWritten("part of Installation")]
internal sealed record InstallationAccount(string? Login);

/// <summary>What a token is narrowed to; null means no narrowing.</summary>
[HandWritten("Octokit asks for tokens of the whole installation only")]
internal sealed record TokenScope(IReadOnlyList<long>? RepositoryIds, IReadOnlyList<string>? Repositories, IReadOnlyDictionary<string, string>? Permissions);

[HandWritten("the answer to TokenScope, which Octokit does not send")]
internal sealed record GivenToken(string Token);

/// <summary>A delivery of the App's webhook, as GitHub remembers it.</summary>
/// <param name="Status">OK, or what went wrong.</param>
[HandWritten("Octokit has no hook deliveries")]
internal sealed record HookDelivery(long Id, string Guid, DateTimeOffset DeliveredAt, bool Redelivery, string Status, int StatusCode, string Event);

/// <param name="InsecureSsl">"0" or "1"; GitHub sometimes writes it as a number.</param>
[HandWritten("Octokit has no hook configuration of an App")]
internal sealed record HookConfig(string? Url, string? ContentType, JsonElement InsecureSsl, string? Secret);

/// <summary>A request to GitHub's GraphQL API.</summary>
[HandWritten("Octokit is REST only, and only GraphQL can revert a pull request")]
internal sealed record GraphQuery(string Query, IReadOnlyDictionary<string, string> Variables);

[HandWritten("part of the answer to GraphQuery")]
internal sealed record GraphAnswer(GraphData? Data, IReadOnlyList<GraphError>? Errors);

[HandWritten("part of the answer to GraphQuery")]
internal sealed record GraphError(string? Message);

[HandWritten("part of the answer to GraphQuery")]
internal sealed record GraphData([property: JsonPropertyName("revertPullRequest")] RevertPayload? Revert);

[HandWritten("part of the answer to GraphQuery")]
internal sealed record RevertPayload([property: JsonPropertyName("revertPullRequest")] GraphPull? Pull);

[HandWritten("part of the answer to GraphQuery")]
internal sealed record GraphPull(int Number);
