using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Grouping;

/// <summary>
/// Whether one change broke two groups of tests that passed before. That is so more often than not: a range seldom holds two faults. What is known of the
/// changes speaks for it if it points to the same ones, and against it if it points to different ones.
/// </summary>
internal static class SharedChange
{
    /// <summary>A person looks at so many different failures at most.</summary>
    private const int MostLeaders = 20;

    /// <summary>How many times likelier one change must be than two. All odds here are set by hand.</summary>
    private const double JoinedFrom = 4;
    private const double OfSamePlace = 8;
    private const double OfAny = 3;

    /// <summary>For each group the one that it joins, which comes before it, and why; null for none.</summary>
    /// <param name="groups">Null for a group that is not new, or that something else explains.</param>
    /// <param name="commits">How many commits there are; of none, nothing can be said.</param>
    public static IReadOnlyList<(int Leader, Prose Because)?> Of(IReadOnlyList<(GroupFacts Facts, Ranking Ranking)?> groups, int commits)
    {
        var leaders = new List<int>();
        var joined = new List<(int, Prose)?>();
        for (var i = 0; i < groups.Count; i++)
        {
            joined.Add(null);
            if (commits == 0 || groups[i] is not { } group || group.Facts.Tests.Any(t => t.Scope != TestScope.Test))
                continue;
            var best = leaders.Select(l => (Leader: l, Odds: Odds(groups[l]!.Value, group, commits))).DefaultIfEmpty((Leader: -1, Odds: 0)).MaxBy(l => l.Odds);
            if (best.Odds >= JoinedFrom)
                joined[i] = (best.Leader, Because(groups[best.Leader]!.Value.Facts, group.Facts));
            else if (leaders.Count < MostLeaders)
                leaders.Add(i);
        }
        return joined;
    }

    private static double Odds((GroupFacts Facts, Ranking Ranking) one, (GroupFacts Facts, Ranking Ranking) other, int commits) =>
        (Place(one.Facts, other.Facts) is null && !SayTheSame(one.Facts, other.Facts) ? OfAny : OfSamePlace)
            * Agreement(one.Ranking.Shares, other.Ranking.Shares, commits);

    /// <summary>How many times likelier the evidence of both is if one change broke both than if each was broken by any: 1 if nothing is known.</summary>
    private static double Agreement(IReadOnlyDictionary<int, double> one, IReadOnlyDictionary<int, double> other, int commits)
    {
        if (commits < 2 || one.Count == 0 || other.Count == 0)
            return 1;
        var (rest, others) = ((1 - one.Values.Sum()) / commits, (1 - other.Values.Sum()) / commits);
        return commits * Enumerable.Range(0, commits).Sum(c => (one.GetValueOrDefault(c) + rest) * (other.GetValueOrDefault(c) + others));
    }

    private static bool SayTheSame(GroupFacts one, GroupFacts other) =>
        one.Groups.Select(g => g.Signature.Id).Intersect(other.Groups.Select(g => g.Signature.Id)).Any();

    private static Prose Because(GroupFacts one, GroupFacts other) => Place(one, other) is { } place
        ? Prose.Of($"they passed before, and are tests of the same {place}") : Prose.Of($"they passed before, and the same changes explain them best");

    private static string? Place(GroupFacts one, GroupFacts other) =>
        Shared(one, other, t => t.File ?? "") ? "file" : Shared(one, other, t => t.ClassName) ? "class" : null;

    private static bool Shared(GroupFacts one, GroupFacts other, Func<TestCase, string> of) =>
        one.Tests.Select(of).Where(p => p.Length > 0).Intersect(other.Tests.Select(of)).Any();
}
