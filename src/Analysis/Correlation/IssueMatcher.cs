using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Signatures;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Correlation;

/// <summary>
/// Decides which open issue a cluster belongs to. Only what speaks of the cause can make a match: the error's own words, an address, a setting,
/// figures; the same test names alone never do, since one test can fail for many reasons. A wrong match costs more than ten missed ones.
/// </summary>
internal sealed class IssueMatcher(IReadOnlyList<IssueProfile> issues)
{
    public const double MatchFrom = 0.6;
    private const double SeenBeforeFrom = 0.35;
    private const double NearFrom = 0.2;
    private const int MostScored = 20;

    /// <summary>An issue of higher priority wins when it fits nearly as well.</summary>
    private const double PriorityMargin = 0.1;

    private readonly Commonness _commonness = new(issues);

    /// <param name="not">Issues that people have said it does not belong to.</param>
    /// <param name="onlySuggest">Whether a match is to be shown as the nearest miss, since people have overruled too many.</param>
    public Correlated Correlate(ClusterText cluster, IReadOnlyList<int> not, bool onlySuggest = false)
    {
        var all = issues.Select(i => Score(i, cluster)).Where(m => m.Points.Count > 0).ToList();
        var scored = all.Where(m => m.Confidence >= NearFrom).OrderByDescending(m => m.Confidence)
            .ThenBy(m => m.Issue.Number).ToList();
        var open = scored.Where(m => m.Issue.Open && !not.Contains(m.Issue.Number)).ToList();
        var holding = open.Where(m => m.Holds).ToList();
        var match = onlySuggest ? null : holding.Where(m => m.Confidence >= holding[0].Confidence - PriorityMargin).OrderBy(m => m.Issue.Priority)
            .ThenByDescending(m => m.Confidence).FirstOrDefault();
        return new Correlated(match, match is null ? open.FirstOrDefault() : null,
            [.. scored.Where(m => !m.Issue.Open && m.Confidence >= SeenBeforeFrom).Take(3)])
        {
            Scored = [.. all.OrderByDescending(m => m.Confidence).ThenBy(m => m.Issue.Number).Take(MostScored)],
        };
    }

    private IssueMatch Score(IssueProfile issue, ClusterText cluster)
    {
        var points = new List<MatchPoint>();
        points.AddRange(MatchPoints.Words(issue, cluster, _commonness));
        points.AddRange(MatchPoints.Names(issue, cluster, _commonness));
        points.AddRange(MatchPoints.Tests(issue, cluster));
        var circumstances = MatchPoints.Circumstances(issue, cluster).ToList();
        // Alone, the kind of fault says nothing: what shares nothing else is not asked for it.
        if (points.Count + circumstances.Count > 0)
            points.AddRange(MatchPoints.Kind(issue, cluster, points));
        points.AddRange(circumstances);
        points.AddRange(MatchPoints.Recency(issue, cluster));
        var confidence = Math.Clamp(points.Sum(p => p.Points), 0, 0.99);
        var citations = points.Where(p => p.Words is not null).Select(p => Citation.OfJson(issue.Issue.Source, issue.Pointer(p.Words!), p.Words!)).ToList();
        return new IssueMatch(issue.Issue, Math.Round(confidence, 2), points.Any(p => p.OfCause),
            [.. points.OrderByDescending(p => p.Points).Select(p => p.Because)], citations)
        {
            Points = [.. points.OrderByDescending(p => p.Points)],
        };
    }
}

/// <summary>One thing that speaks for (or, below zero, against) an issue.</summary>
/// <param name="OfCause">It speaks of the cause itself.</param>
/// <param name="Words">The issue's words that it rests on; null where it rests on none.</param>
internal sealed record MatchPoint(double Points, Prose Because, bool OfCause = false, string? Words = null);
