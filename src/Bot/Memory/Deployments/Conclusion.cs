using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Inputs.History;

namespace Whybot.Memory.Deployments;

/// <summary>What is passed on to the next run.</summary>
/// <param name="Pulls">Pull requests that were told about a failure but not yet about its end.</param>
internal sealed record Conclusion(LastRun Run, IReadOnlyList<int> Pulls)
{
    /// <summary>The promotion's unmet conditions at the time of the conclusion; null if they were not kept.</summary>
    public IReadOnlyList<ActionCondition>? Unmet { get; init; }

    public static Conclusion? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, ConclusionJson.Default.Conclusion);

    public string Write() => JsonSerializer.Serialize(this, ConclusionJson.Default.Conclusion);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Conclusion))]
internal sealed partial class ConclusionJson : JsonSerializerContext;
