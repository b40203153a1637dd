using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;

namespace Whybot.Features.IssueLifecycle;

/// <summary>
/// Finds the pull request that says it fixes an issue (<c>Fixes #12</c>, in GitHub's syntax), and the first run on a commit that contains it.
/// </summary>
internal sealed partial class FixFinder(IssuesClient issues, RepositoriesClient repositories)
{
    /// <summary>If there are more runs, only the newest are checked.</summary>
    private const int MostLooks = 100;

    /// <summary>If there are more failures since the closing, only the newest are checked.</summary>
    private const int MostSince = 10;

    public async Task<LinkedFix?> OfAsync(RepositoryRef repository, int issue, IReadOnlyList<TrackedCause> causes, CancellationToken cancel)
    {
        var linked = (await issues.TimelineAsync(repository, issue, cancel))
            .Pulls.Where(p => Says(p.Body, issue) && (p.MergedAt is not null || p is { State: "open", Team: true })).ToList();
        // A merged one counts. An open one is waited for only if none is merged, and never if it comes from an outsider.
        if (linked.MaxBy(p => (p.MergedAt ?? DateTimeOffset.MinValue, p.Number)) is not { } pull)
            return null;
        if (pull.MergedAt is null || (await repositories.PullAsync(repository, pull.Number, cancel))?.MergeCommitSha is not { } merge)
            return new LinkedFix(pull.Number, Merged: false, null);
        // Deployments follow one another, so the first that contains it is found by binary search.
        var rows = causes.SelectMany(c => c.Rows).Where(r => r.Cleared && r.At >= pull.MergedAt).DistinctBy(r => r.Sha).OrderByDescending(r => r.At)
            .Take(MostLooks).Reverse().ToList();
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await repositories.HoldsAsync(repository, merge, rows[middle].Sha.Value, cancel))
                high = middle;
            else
                low = middle + 1;
        }
        return new LinkedFix(pull.Number, Merged: true, low < rows.Count ? rows[low].At : null);
    }

    /// <summary>
    /// Of the commits at which a closed issue's causes have failed since, those that contain what closed it: the pull request or commit that fixes it; or, if
    /// the bot closed it according to its figures, the newest commit that was clean by then; otherwise, commits made after the closing. A commit without the
    /// fix fails as before, which does not contradict the closing.
    /// </summary>
    public async Task<IReadOnlySet<CommitSha>> HoldingAsync(RepositoryRef repository, TrackedIssue issue, CancellationToken cancel)
    {
        var holding = new HashSet<CommitSha>();
        var failed = IssueLifecycleRules.Since(issue).Select(r => r.Sha).Distinct().Take(MostSince).ToList();
        if (failed.Count == 0)
            return holding;
        var fix = await FixOfAsync(repository, issue.Number, cancel) ?? CleanAtClosing(issue);
        foreach (var sha in failed)
            if (fix is { } known ? await repositories.HoldsAsync(repository, known, sha.Value, cancel) : issue.ClosedByPerson
                || await IsNewerAsync(repository, sha, issue.ClosedAt!.Value, cancel))
            {
                holding.Add(sha);
                // The newest one decides.
                break;
            }
        return holding;
    }

    /// <summary>The commit that fixes an issue; null if none is known.</summary>
    private async Task<CommitSha?> FixOfAsync(RepositoryRef repository, int issue, CancellationToken cancel)
    {
        var timeline = await issues.TimelineAsync(repository, issue, cancel);
        if (timeline.ClosedBy is { } commit)
            return commit;
        return timeline.Pulls.Where(p => p.MergedAt is not null && Says(p.Body, issue)).MaxBy(p => (p.MergedAt, p.Number)) is { } pull
            ? (await repositories.PullAsync(repository, pull.Number, cancel))?.MergeCommitSha : null;
    }

    /// <summary>Null if people closed it, since they had their own reasons.</summary>
    private static CommitSha? CleanAtClosing(TrackedIssue issue) => issue.ClosedByPerson ? null
        : issue.Causes.SelectMany(c => c.Rows).Where(r => r.Cleared && r.At <= issue.ClosedAt!.Value.AddSeconds(1)).MaxBy(r => r.At)?.Sha;

    private async Task<bool> IsNewerAsync(RepositoryRef repository, CommitSha sha, DateTimeOffset closed, CancellationToken cancel)
    {
        try
        {
            return (await repositories.HeadAsync(repository, sha.Value, cancel))?.CommittedAt > closed;
        }
        catch (GitHubException unknown) when (unknown.Status == System.Net.HttpStatusCode.UnprocessableEntity)
        {
            // GitHub no longer has the commit.
            return false;
        }
    }

    private static bool Says(string? body, int issue) =>
        body is not null && Fixes().Matches(body.Length > MaxBody ? body[..MaxBody] : body).Any(m => m.Groups["issue"].Value == $"{issue}");

    private const int MaxBody = 70_000;

    /// <summary>GitHub's own closing keywords.</summary>
    [GeneratedRegex(@"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s{1,5}#(?<issue>\d{1,9})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Fixes();
}
