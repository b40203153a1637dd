using System.Globalization;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Claims;

/// <summary><c>GitHub reported an incident with Actions from 2026-11-20 14:02 to 15:10 UTC (“Delays in starting jobs”)</c>.</summary>
internal sealed record IncidentReported(PlatformIncident Incident) : Claim
{
    private const string Minutes = "yyyy-MM-dd HH:mm";

    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (!facts.Incident.PlatformIncidents.Contains(Incident) || facts.Reread(Incident.Shown) is not { } standing)
            return null;
        var parts = Prose.Join(", ", Incident.Components.Select(c => Prose.Of($"{c}")));
        return Prose.Of($"GitHub reported an incident with {parts} {When():t} ({standing.Excerpt:q})");
    }

    private string When()
    {
        var began = Utc(Incident.Began, Minutes);
        return Incident.Ended is not { } ended ? $"since {began} UTC"
            : $"from {began} to {Utc(ended, ended.UtcDateTime.Date == Incident.Began.UtcDateTime.Date ? "HH:mm" : Minutes)} UTC";
    }

    private static string Utc(DateTimeOffset at, string format) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
