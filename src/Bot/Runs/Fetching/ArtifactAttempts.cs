using System.Text.RegularExpressions;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Which attempt the artifacts of a run belong to. GitHub lists those of all attempts together and does not say which is whose. Within an attempt a name is
/// used once (<c>actions/upload-artifact</c> refuses a second one), so of equal names the newest is the last attempt's; some names say the attempt.
/// </summary>
/// <param name="Last">What the last attempt left, and what only earlier ones left: jobs that were not run again.</param>
/// <param name="Earlier">The newest of those that a later attempt has replaced.</param>
internal sealed partial record ArtifactAttempts(IReadOnlyList<Artifact> Last, IReadOnlyList<Artifact> Earlier)
{
    public static ArtifactAttempts Of(IReadOnlyList<Artifact> artifacts, WorkflowRun run)
    {
        if (run.RunAttempt < 2)
            return new ArtifactAttempts(artifacts, []);
        var byName = artifacts.GroupBy(a => Attempt().Replace(a.Name, ""), StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(a => NumberOf(a.Name)).ThenByDescending(a => a.Id).ToList()).ToList();
        return new ArtifactAttempts([.. byName.Select(g => g[0])], [.. byName.Where(g => g.Count > 1 && !g[1].Expired).Select(g => g[1])]);
    }

    private static int NumberOf(string name) => int.TryParse(Attempt().Match(name).Groups["number"].ValueSpan, out var number) ? number : 0;

    /// <summary>A bare number at the end may as well be a shard's.</summary>
    [GeneratedRegex(@"[-_. ]?attempt[-_. ]?(?<number>\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Attempt();
}
