using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;

namespace Whybot.Memory.Deployments;

/// <summary>A person has overridden the gate of a run.</summary>
public sealed record Acceptance(string By, string Reason, DateTimeOffset At)
{
    /// <summary>The promotion's unmet conditions, each with the reason; empty if there was nothing to promote.</summary>
    public IReadOnlyList<string> Overridden { get => field ?? []; init; }

    private string Line => $"**Accepted by {Markdown.Code(By)}** on {At:yyyy-MM-dd HH:mm} UTC: {Markdown.Code(Reason)}. The gate failed and was overridden "
        + $"by {Markdown.Code(By)}."
        + (Overridden.Count == 0 ? "" : $"\n\nOverridden for the promotion:\n\n{OverriddenLines}");

    /// <summary>A Markdown list.</summary>
    [JsonIgnore]
    public string OverriddenLines => string.Concat(Overridden.Select(o => $"- {Markdown.Code(o)}\n"));

    public static Acceptance? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, AcceptanceJson.Default.Acceptance);

    public string Write() => JsonSerializer.Serialize(this, AcceptanceJson.Default.Acceptance);

    public string Said(string text) => $"{Line}\n\n{text}";

    public CheckDraft Said(CheckDraft check) => check with { Title = SafeText.OneLine($"Accepted by {By}: {check.Title}", 120), Summary = Said(check.Summary) };

    /// <summary>Adds a line about the acceptance, if there is one.</summary>
    public static RunDrafts Said(Acceptance? acceptance, RunDrafts drafts) =>
        acceptance is null ? drafts : drafts with { Check = acceptance.Said(drafts.Check), Comment = acceptance.Said(drafts.Comment) };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Acceptance))]
internal sealed partial class AcceptanceJson : JsonSerializerContext;
