using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Inputs.Plans;

/// <summary>A plan as it is stored: <c>plan.json</c> in a run's folder.</summary>
/// <param name="Whole">Whether the focus leaves no suite out.</param>
/// <param name="Markdown">The plan in words.</param>
public sealed record PlanFile(int Schema, string Focus, bool Whole, IReadOnlyList<PlannedPhase> Phases, string Markdown)
{
    /// <summary>Number of the last phase that started; null if the plan does not say how it went.</summary>
    public int? Reached { get; init; }

    /// <summary>Why no further phase started; null if all did.</summary>
    public string? Stopped { get; init; }

    /// <summary>Suites of phases that did not run.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> NotBegun => Stopped is null ? [] : [.. Phases.Where(p => p.Number > Reached).SelectMany(p => p.Suites).Select(s => s.Name)];

    [JsonIgnore]
    public IEnumerable<PlannedPart> Suites => Phases.SelectMany(p => p.Suites);

    /// <summary>Whether results of a suite are expected. If nothing is left out, suites that are not in the plan are expected too.</summary>
    public bool Expects(string suite) => Whole || Suites.Any(s => s.Name == suite);

    public bool ExpectsCategory(string category) => Whole || Suites.Any(s => s.Category == category);

    /// <param name="markdown">The plan in words.</param>
    public static PlanFile Of(Plan plan, string markdown) =>
        new(1, plan.Focus.ToString(), plan.LeftOut.Count == 0, [.. plan.Phases.Select(PlannedPhase.Of)], markdown);

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.PlanFile);

    /// <exception cref="JsonException">The text is not a valid plan.</exception>
    public static PlanFile FromJson(string json) => JsonSerializer.Deserialize(json, PlanJson.Default.PlanFile) ?? throw new JsonException("null");
}

/// <param name="Gates">Pass rates by category that are required before the next phase.</param>
public sealed record PlannedPhase(int Number, string Name, IReadOnlyList<PlannedPart> Suites, IReadOnlyDictionary<string, double> Gates)
{
    public static PlannedPhase Of(Phase phase) => new(phase.Number, phase.Name, [.. phase.Suites.Select(PlannedPart.Of)], phase.Gates);
}

/// <summary>A suite of a stored plan.</summary>
public sealed record PlannedPart(string Name, string Category, IReadOnlyList<string> Files, double? Seconds, IReadOnlyList<ExpectedFailure> Expected)
{
    public static PlannedPart Of(PlannedSuite planned) =>
        new(planned.Suite.Name, planned.Suite.Category, planned.Suite.Files, planned.Seconds, planned.Expected);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlanFile))]
internal sealed partial class PlanJson : JsonSerializerContext;
