using System.Text.Json;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads what GitHub's status page answered when the run was examined: <c>github/status/incidents.json</c>, a Statuspage list of incidents.</summary>
internal static class StatusFile
{
    public const string Name = "github/status/incidents.json";
    private const int Most = 50;

    public static IReadOnlyList<PlatformIncident> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? []
            : [.. document.RootElement.Field("incidents").Items().Take(Most).Select(i => Incident(i.Item, $"/incidents/{i.Index}")).OfType<PlatformIncident>()];
    }

    /// <summary>Null for one that impairs nothing, or that does not say what it is about or when it began.</summary>
    private static PlatformIncident? Incident(JsonElement incident, string pointer)
    {
        var components = incident.Field("components").Items().Select(c => c.Item.Text("name")).OfType<string>().Distinct().ToList();
        return incident.Text("name") is { Length: > 0 } name && incident.Text("impact") is not ("none" or "maintenance") && components.Count > 0
            && (incident.Time("started_at") ?? incident.Time("created_at")) is { } began
                ? new PlatformIncident(components, began, incident.Time("resolved_at"), Citation.OfJson(Name, $"{pointer}/name", name)) : null;
    }
}
