using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>How much a feature counts.</summary>
/// <param name="Weight">Log-likelihood ratio per unit of its value: e to this power is how many times likelier the change is to be the cause.</param>
/// <param name="Meaning">What the value is.</param>
internal sealed record FeatureWeight(Feature Feature, double Weight, string Meaning);

/// <summary>
/// The table of features. A change's score is the sum of its features' values times their weights; its probability is its share of e^score among all changes
/// of the range and the possibility that none of them is the cause, whose score is <paramref name="None"/>.
/// </summary>
/// <param name="Source">Where the weights come from.</param>
internal sealed record Weights(string Source, double None, IReadOnlyList<FeatureWeight> Features)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly double[] _byFeature = [.. Enum.GetValues<Feature>().Select(f => Features.Single(w => w.Feature == f).Weight)];

    public static Weights Fitted { get; } = Load();

    public double this[Feature feature] => _byFeature[(int)feature];

    public double Score(IReadOnlyList<double> values) => values.Select((v, i) => v * _byFeature[i]).Sum();

    /// <summary>The probability of each score, in order; what is missing to 1 is that none of them is the cause.</summary>
    public double[] Shares(IReadOnlyList<double> scores)
    {
        var most = scores.Append(None).Max();
        var odds = scores.Select(s => Math.Exp(s - most)).ToList();
        var sum = odds.Sum() + Math.Exp(None - most);
        return [.. odds.Select(o => o / sum)];
    }

    private static Weights Load()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Whybot.Analysis.Causes.Suspects.weights.json")!;
        return JsonSerializer.Deserialize<Weights>(stream, Json)!;
    }
}
