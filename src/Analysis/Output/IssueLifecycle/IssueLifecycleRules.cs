using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>What to do with an issue. Parts that are null or empty stay unchanged.</summary>
public sealed record IssueLifecycleDecision
{
    /// <summary>open or closed.</summary>
    public string? State { get; init; }

    /// <summary>The news for people; at most one comment.</summary>
    public IssueNews? News { get; init; }
    public IReadOnlyList<string> AddLabels { get; init; } = [];
    public IReadOnlyList<string> RemoveLabels { get; init; } = [];

    /// <summary>What people have been told after this.</summary>
    public required NotifiedState Told { get; init; }
}

/// <summary>A comment on one of the bot's own issues.</summary>
/// <param name="Key">Only one comment is written per key.</param>
public sealed record IssueNews(string Key, string Text);

/// <summary>
/// Decides what happens to an issue: it is closed by arithmetic and reopened if the failure is back; rules set its priority. Also decides which single change
/// to tell people about. Counters go into the table, never into a comment. Anything that a person has set is never changed back.
/// </summary>
public static class IssueLifecycleRules
{
    public static IssueLifecycleDecision Decide(TrackedIssue issue, RepositorySettings settings, DateTimeOffset now)
    {
        if (issue.Causes.Count == 0 || issue.Causes.All(c => c.LastFailure is null))
            return new IssueLifecycleDecision { Told = issue.Told };
        var decision = issue.Open ? Open(issue, settings, now) : Closed(issue, now);
        return issue.Muted ? decision with { News = null } : decision;
    }

    /// <summary>The same symptom now has another cause; reported once for each.</summary>
    /// <param name="causes">All causes of the run.</param>
    public static IssueNews Replaced(ReplacedCause replaced, IReadOnlyList<SeenCause> causes) =>
        new($"other:{replaced.By[0]}", IssueLifecycleWriter.Replaced([.. causes.Where(c => replaced.By.Contains(c.Cluster))]));

    private static IssueLifecycleDecision Closed(TrackedIssue issue, DateTimeOffset now)
    {
        if (issue.ClosedAt is not { } closed || issue.StateReason is "duplicate" or "not_planned"
            || Since(issue).FirstOrDefault(r => issue.HoldingFix.Contains(r.Sha)) is not { } last)
            return new IssueLifecycleDecision { Told = issue.Told };
        if (!issue.ClosedByPerson)
            return new IssueLifecycleDecision
            {
                State = "open",
                News = new IssueNews($"back:{last.Sha}", IssueLifecycleWriter.Back(issue, last)),
                Told = issue.Told with { Suggested = null, Tests = Most(issue), Places = Places(issue) },
            };
        if (issue.Told.Answered >= closed)
            return new IssueLifecycleDecision { Told = issue.Told };
        return new IssueLifecycleDecision
        {
            News = new IssueNews($"still:{closed.ToUnixTimeSeconds()}", IssueLifecycleWriter.StillFails(issue, last)),
            Told = issue.Told with { Answered = now }
        };
    }

    /// <summary>Runs that saw a closed issue's causes fail after it was closed, newest first.</summary>
    public static IEnumerable<SeenRow> Since(TrackedIssue issue) => issue.ClosedAt is not { } closed ? []
        // GitHub's times have a resolution of one second.
        : issue.Causes.SelectMany(c => c.Rows).Where(r => !r.Cleared && r.At > closed.AddSeconds(1)).OrderByDescending(r => r.At);

    private static IssueLifecycleDecision Open(TrackedIssue issue, RepositorySettings settings, DateTimeOffset now)
    {
        if (Ending(issue) is { } ending)
            return issue switch
            {
                { OnlySuggestClosing: false } => new IssueLifecycleDecision
                {
                    State = "closed",
                    News = new IssueNews($"closed:{ending.Sha}", IssueLifecycleWriter.Closed(ending.Figures)),
                    Told = issue.Told
                },
                { Told.Suggested: null } => new IssueLifecycleDecision
                {
                    News = new IssueNews($"closable:{ending.Sha}", IssueLifecycleWriter.Suggested(ending.Figures)),
                    Told = issue.Told with { Suggested = now }
                },
                _ => new IssueLifecycleDecision { Told = issue.Told },
            };
        var ranked = Rank(issue, settings, now);
        var worse = Worse(issue);
        var told = ranked.Told with
        {
            Tests = Math.Max(issue.Told.Tests, Most(issue)),
            Places = [.. issue.Told.Places.Union(Places(issue), EnvironmentNames.Comparer)],
            Suggested = null
        };
        return ranked with { News = worse ?? ranked.News, Told = told };
    }

    /// <summary>The figures that show it is over; null if it is not.</summary>
    private static (CommitSha Sha, string Figures)? Ending(TrackedIssue issue)
    {
        var figures = issue.Causes.Where(c => c.LastFailure is not null)
            .Select(c => (Cause: c, Rate: ClosingRule.RateOf(c), Clean: ClosingRule.CleanOf(c, issue.Fix))).ToList();
        if (issue.Fix is { Deployed: null } || figures.Exists(f => f.Clean < ClosingRule.Needed(f.Rate, issue.Fix is not null)))
            return null;
        // The cause that needed the most clean runs represents all.
        var (cause, rate, clean) = figures.MaxBy(f => ClosingRule.Needed(f.Rate, issue.Fix is not null));
        return (cause.Rows[0].Sha, IssueLifecycleWriter.Fixed(issue, cause, rate, clean));
    }

    private static IssueLifecycleDecision Rank(TrackedIssue issue, RepositorySettings settings, DateTimeOffset now)
    {
        var known = settings.PriorityLabels;
        var there = known.Where(l => issue.Labels.Contains(l.Value, StringComparer.OrdinalIgnoreCase)).Select(l => (Priority?)l.Key).Min();
        var first = issue.Told.Priority is null;
        var ranked = PriorityRules.Of(issue.Causes, settings, issue.Told.Priority ?? there, now);
        // If the bot's own label is gone or there is a different one, a person has decided.
        var persons = issue.Causes.Any(c => c.RuledPriority is not null) || (issue.Told.Priority is { } told && known.ContainsKey(told) && there != told)
            || (first && there is not null && there != issue.Causes.Select(c => c.About.Priority).Min());
        if (persons)
            return Advise(issue, ranked, there);
        if (ranked.Priority == issue.Told.Priority)
            return new IssueLifecycleDecision { Told = issue.Told };
        var label = known.GetValueOrDefault(ranked.Priority);
        return new IssueLifecycleDecision
        {
            AddLabels = label is not null && there != ranked.Priority ? [label] : [],
            RemoveLabels = there is { } other && other != ranked.Priority ? [known[other]] : [],
            // The initial priority is not news, and a lower priority is no reason to notify anyone.
            News = issue.Told.Priority is not { } before || ranked.Priority > before
                ? null : new IssueNews($"priority:{ranked.Priority}:{now.ToUnixTimeSeconds()}", IssueLifecycleWriter.Priority(before, ranked)),
            Told = issue.Told with { Priority = ranked.Priority, PriorityReason = ranked.Because.ToString() },
        };
    }

    /// <summary>A person's priority is kept; the bot's own opinion is given once.</summary>
    private static IssueLifecycleDecision Advise(TrackedIssue issue, Ranked ranked, Priority? there)
    {
        var before = issue.Told.Advised ?? there ?? ranked.Priority;
        var news = ranked.Priority < before ? new IssueNews($"advice:{ranked.Priority}", IssueLifecycleWriter.Advice(ranked, there))
            : null;
        return new IssueLifecycleDecision { News = news, Told = issue.Told with { Advised = news is null ? before : ranked.Priority } };
    }

    /// <summary>Twice as many tests as people know about, or a new place.</summary>
    private static IssueNews? Worse(TrackedIssue issue)
    {
        if (issue.Told.Tests == 0 || issue.Causes.All(c => c.Clean > 0))
            return null;
        var places = Places(issue).Except(issue.Told.Places, EnvironmentNames.Comparer).ToList();
        if (places.Count > 0 && issue.Told.Places.Count > 0)
            return new IssueNews($"place:{places[0]}", IssueLifecycleWriter.Elsewhere(places));
        var most = Most(issue);
        return most >= 2 * issue.Told.Tests && most >= issue.Told.Tests + 3
            ? new IssueNews($"worse:{most}", IssueLifecycleWriter.Worse(issue.Told.Tests, most)) : null;
    }

    private static int Most(TrackedIssue issue) => issue.Causes.SelectMany(c => c.Rows).GroupBy(r => r.Sha)
        .Select(g => g.Where(r => !r.Cleared).Sum(r => r.Tests)).DefaultIfEmpty(0).Max();

    private static List<string> Places(TrackedIssue issue) =>
        [.. issue.Causes.SelectMany(c => c.Rows).Where(r => !r.Cleared).Select(r => r.Place).Distinct(EnvironmentNames.Comparer)];
}
