namespace Whybot.Analysis.Upkeep;

/// <summary>A commit at which a flaky cause failed.</summary>
/// <param name="RunMinutes">How long its run took; null where none was timed.</param>
/// <param name="AgainMinutes">How long suites of it ran once more.</param>
/// <param name="Blocked">The run was no go.</param>
public sealed record FlakeFailure(string Sha, string Place, DateTimeOffset At, double? RunMinutes, double AgainMinutes, bool Blocked);

/// <summary>
/// What a flaky cause has cost: minutes of suites that ran once more for it, and of whole runs that it kept from passing and that are to be run anew.
/// Suites that ran again for several causes count for each of them.
/// </summary>
/// <param name="Issue">Where it is written down; null for nowhere.</param>
/// <param name="Failures">Newest first.</param>
public sealed record FlakeCost(string Cluster, string Title, int? Issue, IReadOnlyList<FlakeFailure> Failures)
{
    public double Minutes => Failures.Sum(f => f.AgainMinutes + (f.Blocked ? f.RunMinutes ?? 0 : 0));
    public int Blocked => Failures.Count(f => f.Blocked);

    /// <summary>The most expensive first; of equal ones, those that fail most.</summary>
    public static IReadOnlyList<FlakeCost> Rank(IEnumerable<FlakeCost> costs) =>
        [.. costs.Where(c => c.Failures.Count > 0).OrderByDescending(c => c.Minutes).ThenByDescending(c => c.Failures.Count).ThenBy(c => c.Cluster, StringComparer.Ordinal)];
}
