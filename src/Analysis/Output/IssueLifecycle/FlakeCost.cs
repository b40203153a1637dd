using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>A commit at which a flaky cause failed.</summary>
/// <param name="RunMinutes">How long its run took; null if none was timed.</param>
/// <param name="AgainMinutes">How long its suites ran again.</param>
/// <param name="Blocked">The run's decision was no-go.</param>
public sealed record FlakeFailure(CommitSha Sha, string Place, DateTimeOffset At, double? RunMinutes, double AgainMinutes, bool Blocked);

/// <summary>
/// The cost of a flaky cause: minutes of suites that ran again because of it, and of whole runs that it kept from passing and that have to be repeated. Suites
/// that ran again because of several causes count for each of them.
/// </summary>
/// <param name="Issue">The issue about it; null for none.</param>
/// <param name="Failures">Newest first.</param>
public sealed record FlakeCost(ClusterId Cluster, string Title, int? Issue, IReadOnlyList<FlakeFailure> Failures)
{
    public double Minutes => Failures.Sum(f => f.AgainMinutes + (f.Blocked ? f.RunMinutes ?? 0 : 0));
    public int Blocked => Failures.Count(f => f.Blocked);

    /// <summary>The most expensive first; on a tie, the one that fails most.</summary>
    public static IReadOnlyList<FlakeCost> Rank(IEnumerable<FlakeCost> costs) =>
        [.. costs.Where(c => c.Failures.Count > 0).OrderByDescending(c => c.Minutes).ThenByDescending(c => c.Failures.Count)
            .ThenBy(c => c.Cluster.Value, StringComparer.Ordinal)];
}
