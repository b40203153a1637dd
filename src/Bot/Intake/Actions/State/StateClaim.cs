using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Intake.Actions.State;

/// <summary>What a run is doing on GitHub at the moment. Nobody else does it before the claim ends.</summary>
/// <param name="Run">The workflow run. Its attempts follow one another, so a later one goes on where an earlier one was killed.</param>
/// <param name="Effects">Keys of rows of the outbox.</param>
internal sealed record StateClaim(string Run, DateTimeOffset Until, IReadOnlyList<string> Effects);

/// <summary>The file <c>claims.json</c> of the state.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<StateClaim>))]
internal sealed partial class StateClaimJson : JsonSerializerContext
{
    public const string File = "claims.json";

    public static string Write(IEnumerable<StateClaim> claims) => JsonSerializer.Serialize([.. claims], Default.ListStateClaim);

    /// <returns>None where the file is not what this version writes: then all that is due is done, and each effect is looked for before it is made.</returns>
    public static IReadOnlyList<StateClaim> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.ListStateClaim) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
