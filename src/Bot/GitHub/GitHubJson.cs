using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.GitHub.Records;

namespace Whybot.GitHub;

/// <summary>GitHub's JSON: snake_case; unknown fields are left alone, what is null is not sent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkflowRun))]
[JsonSerializable(typeof(WorkflowRunsResponse))]
[JsonSerializable(typeof(WorkflowJobsResponse))]
[JsonSerializable(typeof(ListArtifactsResponse))]
[JsonSerializable(typeof(CreateWorkflowDispatch))]
[JsonSerializable(typeof(WorkflowDispatchResponse))]
[JsonSerializable(typeof(CheckRun))]
[JsonSerializable(typeof(CheckRunsResponse))]
[JsonSerializable(typeof(NewCheckRun))]
[JsonSerializable(typeof(CheckRunUpdate))]
[JsonSerializable(typeof(List<Issue>))]
[JsonSerializable(typeof(List<TimelineEvent>))]
[JsonSerializable(typeof(NewIssue))]
[JsonSerializable(typeof(IssueUpdate))]
[JsonSerializable(typeof(NewLabels))]
[JsonSerializable(typeof(NewAssignees))]
[JsonSerializable(typeof(List<IssueComment>))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(NewReaction))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(List<GitHubDeployment>))]
[JsonSerializable(typeof(List<GitHubDeploymentStatus>))]
[JsonSerializable(typeof(List<PullRequest>))]
[JsonSerializable(typeof(List<GitHubCommit>))]
[JsonSerializable(typeof(CompareResult))]
[JsonSerializable(typeof(RepositoryContent))]
[JsonSerializable(typeof(NewContent))]
[JsonSerializable(typeof(GitRef))]
[JsonSerializable(typeof(NewGitRef))]
[JsonSerializable(typeof(CollaboratorPermissionResponse))]
[JsonSerializable(typeof(GraphQuery))]
[JsonSerializable(typeof(GraphAnswer))]
[JsonSerializable(typeof(GitHubApp))]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(List<Installation>))]
[JsonSerializable(typeof(List<HookDelivery>))]
[JsonSerializable(typeof(HookConfig))]
[JsonSerializable(typeof(MiscellaneousRateLimit))]
internal sealed partial class GitHubJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
