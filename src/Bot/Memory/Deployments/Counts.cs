using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Planning;

namespace Whybot.Memory.Deployments;

/// <summary>The results of a run's suites so far.</summary>
/// <param name="Ended">How many suite runs have ended and been counted.</param>
internal sealed record Counts(int Ended, IReadOnlyList<SuiteCount> Suites)
{
    public static Counts Read(string? json) => json is null ? new Counts(0, []) : JsonSerializer.Deserialize(json, CountsJson.Default.Counts)!;

    public string Write() => JsonSerializer.Serialize(this, CountsJson.Default.Counts);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Counts))]
internal sealed partial class CountsJson : JsonSerializerContext;
