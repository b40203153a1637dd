using System.Text.Json.Serialization;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>
/// GitHub's JSON shapes that are written by hand, each with the reason why Octokit's is not used (a test keeps the list): snake_case; unknown fields are
/// ignored; nulls are not sent.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArtifactsPage))]
[JsonSerializable(typeof(WorkflowDispatch))]
[JsonSerializable(typeof(WorkflowDispatched))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(List<Deployment>))]
[JsonSerializable(typeof(IssueChange))]
[JsonSerializable(typeof(AddedLabels))]
[JsonSerializable(typeof(List<TimelineEvent>))]
[JsonSerializable(typeof(AppItself))]
[JsonSerializable(typeof(Installation))]
[JsonSerializable(typeof(List<Installation>))]
[JsonSerializable(typeof(TokenScope))]
[JsonSerializable(typeof(GivenToken))]
[JsonSerializable(typeof(List<HookDelivery>))]
[JsonSerializable(typeof(HookConfig))]
[JsonSerializable(typeof(GraphQuery))]
[JsonSerializable(typeof(GraphAnswer))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;

/// <summary>Why a GitHub shape is written by hand.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HandWrittenAttribute(string why) : Attribute
{
    public string Why => why;
}
