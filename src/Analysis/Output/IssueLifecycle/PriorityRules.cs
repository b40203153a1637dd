using System.Globalization;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>A priority with the rule that gave it.</summary>
public sealed record Ranked(Priority Priority, Prose Because);

/// <summary>
/// The priority of an issue, by rules with hysteresis: raising it takes more than keeping it, so it does not flicker. P0: a P0 suite fails, or it kept the last
/// three runs of a place from passing. P1: a category with its own gate fails. P2: it fails often within three days, or in many tests. Otherwise P3.
/// </summary>
internal static class PriorityRules
{
    private const int BlockedRuns = 3;
    private const double OftenFrom = 0.3;
    private const double OftenUntil = 0.1;
    private const int WideFrom = 5;
    private const int LeastRuns = 3;
    private const int Quiet = 10;

    /// <param name="before">The previous priority; null for none.</param>
    public static Ranked Of(IReadOnlyList<TrackedCause> causes, RepositorySettings settings, Priority? before, DateTimeOffset now)
    {
        var on = On(causes, settings, now);
        // A failure that does not occur at the moment raises nothing, and an issue that may soon be closed does not need a new label first.
        if (before is not { } old)
            return on;
        if (causes.All(c => c.Clean > 0) && (on.Priority < old || causes.Min(c => c.Clean) < Quiet))
            return new Ranked(old, $"it has not failed since");
        return on.Priority > old && Keeps(causes, old, now) is { } because ? new Ranked(old, because) : on;
    }

    private static Ranked On(IReadOnlyList<TrackedCause> causes, RepositorySettings settings, DateTimeOffset now)
    {
        var failing = causes.Where(c => c.Clean == 0).ToList();
        var ruled = causes.Select(c => c.About.Priority).Min();
        if (ruled == Priority.P0)
            return new Ranked(Priority.P0, $"a suite of priority P0 fails");
        if (failing.FirstOrDefault(Blocks) is { } blocking)
            return new Ranked(Priority.P0, $"it failed in the last {BlockedRuns} runs of {blocking.Rows[0].Place}, and none of them was go");
        if (causes.SelectMany(c => c.About.Categories).FirstOrDefault(settings.Gates.ContainsKey) is { } gated)
            return Higher(ruled, new Ranked(Priority.P1, $"the category {gated} has a gate"));
        var (failed, ran) = Within(causes, now, 3);
        if (ran >= LeastRuns && (double)failed / ran >= OftenFrom)
            return Higher(ruled, new Ranked(Priority.P2, $"it failed in {failed} of {ran} runs within 3 days"));
        if (failing.Sum(c => c.About.Tests) is >= WideFrom and var tests)
            return Higher(ruled, new Ranked(Priority.P2, $"{tests} tests fail for it"));
        return Higher(ruled, new Ranked(Priority.P3, $"it failed in {failed} of {ran} runs within 3 days"));
    }

    /// <summary>Why it stays where it was although nothing would raise it there now; null if it does not stay.</summary>
    private static Prose? Keeps(IReadOnlyList<TrackedCause> causes, Priority before, DateTimeOffset now)
    {
        if (before is Priority.P0 or Priority.P1 && causes.Min(c => c.Clean) == 0)
            return Prose.Of($"it was {before.ToString():t}, and has not been clean since");
        var (failed, ran) = Within(causes, now, 7);
        return before == Priority.P2 && ran > 0 && (double)failed / ran >= OftenUntil ? Prose.Of($"it failed in {failed} of {ran} runs within 7 days") : null;
    }

    private static Ranked Higher(Priority? suites, Ranked ruled) =>
        suites is { } higher && higher < ruled.Priority ? new Ranked(higher, $"a suite of priority {higher.ToString():t} fails") : ruled;

    private static bool Blocks(TrackedCause cause) =>
        cause.Rows.Where(r => EnvironmentNames.Same(r.Place, cause.Rows[0].Place)).Take(BlockedRuns).ToList() is { Count: BlockedRuns } last
            && last.TrueForAll(r => r is { Cleared: false, Blocked: true });

    private static (int Failed, int Ran) Within(IReadOnlyList<TrackedCause> causes, DateTimeOffset now, int days)
    {
        var rows = causes.SelectMany(c => c.Rows).Where(r => r.At >= now.AddDays(-days)).GroupBy(r => r.Sha).ToList();
        return (rows.Count(g => g.Any(r => !r.Cleared)), rows.Count);
    }

    internal static string Percent(double rate) => (100 * rate).ToString(rate is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + "%";
}
