using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.History;

namespace Whybot.Deployments;

/// <summary>What the run after this one is told.</summary>
/// <param name="Pulls">Pull requests that were told of a failure, and of its end not yet.</param>
internal sealed record Conclusion(LastRun Run, IReadOnlyList<int> Pulls)
{
    /// <summary>What a promotion lacked when it was concluded; null where that was not kept.</summary>
    public IReadOnlyList<ActionCondition>? Unmet { get; init; }

    public static Conclusion? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, DeploymentJson.Default.Conclusion);

    public string Write() => JsonSerializer.Serialize(this, DeploymentJson.Default.Conclusion);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Conclusion))]
[JsonSerializable(typeof(Counts))]
internal sealed partial class DeploymentJson : JsonSerializerContext;
