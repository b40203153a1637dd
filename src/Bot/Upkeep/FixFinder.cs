using System.Text.RegularExpressions;
using Whybot.Analysis.Upkeep;
using Whybot.GitHub;
using Whybot.GitHub.Clients;

namespace Whybot.Upkeep;

/// <summary>
/// Finds the pull request that says it mends an issue (<c>Fixes #12</c>, as GitHub reads it), and the first run on a commit that holds it.
/// </summary>
internal sealed partial class FixFinder(IssuesClient issues, RepositoriesClient repositories)
{
    /// <summary>Of more runs the newest are looked at.</summary>
    private const int MostLooks = 100;

    public async Task<LinkedFix?> OfAsync(RepositoryRef repository, int issue, IReadOnlyList<KeptCause> causes, CancellationToken cancel)
    {
        var linked = (await issues.LinkedPullsAsync(repository, issue, cancel)).Where(p => Says(p.Body, issue) && (p.MergedAt is not null || p is { State: "open", Team: true })).ToList();
        // One that is merged counts; an open one is waited for only where nothing is merged, and never one of somebody from outside.
        if (linked.MaxBy(p => (p.MergedAt ?? DateTimeOffset.MinValue, p.Number)) is not { } pull)
            return null;
        if (pull.MergedAt is null || (await repositories.PullAsync(repository, pull.Number, cancel))?.MergeCommitSha is not { } merge)
            return new LinkedFix(pull.Number, Merged: false, null);
        // Deployments follow one another: the first that holds it is found by halving.
        var rows = causes.SelectMany(c => c.Rows).Where(r => r.Cleared && r.At >= pull.MergedAt).DistinctBy(r => r.Sha).OrderByDescending(r => r.At).Take(MostLooks).Reverse().ToList();
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await repositories.HoldsAsync(repository, merge, rows[middle].Sha, cancel))
                high = middle;
            else
                low = middle + 1;
        }
        return new LinkedFix(pull.Number, Merged: true, low < rows.Count ? rows[low].At : null);
    }

    private static bool Says(string? body, int issue) =>
        body is not null && Fixes().Matches(body.Length > MaxBody ? body[..MaxBody] : body).Any(m => m.Groups["issue"].Value == $"{issue}");

    private const int MaxBody = 70_000;

    /// <summary>GitHub's own closing words.</summary>
    [GeneratedRegex(@"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s{1,5}#(?<issue>\d{1,9})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fixes();
}
