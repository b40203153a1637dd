using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Correlation;

/// <summary>How well an issue fits a cluster, with what speaks for and against it.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">Why the cluster belongs to the issue, in the program's own words; null where no rule says so.</param>
/// <param name="Because">In words, what speaks for it; then what speaks against it.</param>
internal sealed record IssueMatch(KnownIssue Issue, double Confidence, string? Rule, IReadOnlyList<Prose> Because, IReadOnlyList<Citation> Citations)
{
    /// <summary>The cluster belongs to the issue.</summary>
    public bool Holds => Rule is not null;

    /// <summary>The single points, the strongest first.</summary>
    public IReadOnlyList<MatchPoint> Points { get; init; } = [];

    /// <summary>How much it shares with the cluster beside the one that shares most, 0 to 1.</summary>
    public double Relevance { get; init; }

    /// <summary>It names tests that fail here.</summary>
    public bool NamesTests { get; init; }

    /// <summary>A person's rule or word says it, not a likeness.</summary>
    public bool BySomebody { get; init; }

    /// <summary>The bot filed the issue itself for this cause.</summary>
    public bool Own { get; init; }
}

/// <summary>A cluster's place among the known issues.</summary>
/// <param name="Match">The open issue that it belongs to; null for none.</param>
/// <param name="Related">Open issues that may be about it, best first; they are shown, and nothing follows from them.</param>
/// <param name="SeenBefore">Closed issues that fit, or look alike; shown, never matched.</param>
internal sealed record Correlated(IssueMatch? Match, IReadOnlyList<IssueMatch> Related, IReadOnlyList<IssueMatch> SeenBefore)
{
    /// <summary>All that share anything with it, best first.</summary>
    public IReadOnlyList<IssueMatch> Scored { get; init; } = [];

    public static readonly Correlated None = new(null, [], []);
}
