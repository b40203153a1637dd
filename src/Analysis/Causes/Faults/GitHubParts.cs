using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>
/// Finds the parts of GitHub that may have stopped a job, by the words of its log, and whether GitHub reported an incident with one of them meanwhile. The
/// parts have the names of githubstatus.com.
/// </summary>
public static partial class GitHubParts
{
    private const string Actions = "Actions";

    /// <summary>Whether a line of a failed job's log may be GitHub's fault, so that its status page is worth asking.</summary>
    public static bool MayBeNamed(string line) => line.Length <= MostOfLine && (LostRunner().IsMatch(line) || (Named(line).Any() && Failing().IsMatch(line)));

    private const int MostOfLine = 2000;

    /// <summary>The newest incident with a part that the job's words name, while its log was written; a job without stamps is not compared.</summary>
    /// <param name="words">The line that says what stopped the job.</param>
    internal static PlatformIncident? During(Incident incident, IReadOnlyList<TestCase> jobs, string words)
    {
        if (incident.PlatformIncidents.Count == 0)
            return null;
        var parts = LostRunner().IsMatch(words) ? [Actions] : Named(words).Concat(jobs.SelectMany(j => OfStep(incident, j))).ToHashSet(StringComparer.Ordinal);
        var written = jobs.Select(j => incident.JobLogs.FirstOrDefault(l => l.Source == j.Source)?.Written).ToList();
        return incident.PlatformIncidents.Where(i => i.Components.Any(parts.Contains)
            && written.TrueForAll(w => w is { } during && i.Overlaps(during.First, during.Last))).MaxBy(i => i.Began);
    }

    private static IEnumerable<string> OfStep(Incident incident, TestCase job) =>
        incident.Jobs.FirstOrDefault(j => j.Source == job.Source)?.Step is not { } step ? [] : Checkout().IsMatch(step) ? ["Git Operations", "API Requests"]
            : Stored().IsMatch(step) ? [Actions] : [];

    private static IEnumerable<string> Named(string words)
    {
        if (Packages().IsMatch(words))
            yield return "Packages";
        if (Api().IsMatch(words))
            yield return "API Requests";
        if (Git().IsMatch(words))
            yield return "Git Operations";
        if (OfActions().IsMatch(words))
            yield return Actions;
    }

    [GeneratedRegex(@"lost communication with the server|not acquired by Runner|hosted runner encountered an error|received a shutdown signal"
        + @"|no enabled runners online|while awaiting a runner|Actions has encountered an internal error",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex LostRunner();

    [GeneratedRegex(@"\b50\d\b|internal server error|unavailable|bad gateway|timed? ?out|resolve|reset|refused|RPC failed|unable to access|disconnect",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failing();

    [GeneratedRegex(@"\bghcr\.io\b|\bpkg\.github\.com\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Packages();

    [GeneratedRegex(@"\b(?:api|uploads)\.github\.com\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Api();

    [GeneratedRegex(@"(?://|@|host:? '?)(?:codeload\.)?github\.com\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Git();

    /// <summary>Its caches, its artifacts, and the actions that a job is made of.</summary>
    [GeneratedRegex(@"\bactions\.githubusercontent\.com\b|\b(?:getCacheEntry|reserveCache|saveCache|(?:cache|artifact) service)\b|Failed to download action"
        + @"|Failed to (?:Create|Finalize|List)Artifact",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OfActions();

    [GeneratedRegex("^actions/checkout@", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Checkout();

    [GeneratedRegex("^actions/(?:cache|upload-artifact|download-artifact)[@/]", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Stored();
}
