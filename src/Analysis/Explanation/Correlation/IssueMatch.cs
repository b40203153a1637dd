using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>How well an issue fits a cluster, with the reasons for and against.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">Why the cluster belongs to the issue, in the program's own words; null if no rule applies.</param>
/// <param name="Because">In words, the reasons for it, then the reasons against it.</param>
internal sealed record IssueMatch(KnownIssue Issue, double Confidence, string? Rule, IReadOnlyList<Prose> Because, IReadOnlyList<Citation> Citations)
{
    /// <summary>The cluster belongs to the issue.</summary>
    public bool Holds => Rule is not null;

    /// <summary>The individual points, strongest first.</summary>
    public IReadOnlyList<MatchPoint> Points { get; init; } = [];

    /// <summary>How much it shares with the cluster, compared with the issue that shares most, 0 to 1.</summary>
    public double Relevance { get; init; }

    /// <summary>It names tests that fail here.</summary>
    public bool NamesTests { get; init; }

    /// <summary>It is based on a person's rule or statement, not on similarity.</summary>
    public bool BySomebody { get; init; }

    /// <summary>The bot itself filed the issue for this cause.</summary>
    public bool Own { get; init; }
}

/// <summary>A cluster's place among the known issues.</summary>
/// <param name="Match">The open issue that it belongs to; null for none.</param>
/// <param name="Related">Open issues that may be about it, best first; they are shown only, with no effect.</param>
/// <param name="SeenBefore">Closed issues that fit or look similar; shown, never matched.</param>
internal sealed record Correlated(IssueMatch? Match, IReadOnlyList<IssueMatch> Related, IReadOnlyList<IssueMatch> SeenBefore)
{
    /// <summary>All issues that share anything with it, best first.</summary>
    public IReadOnlyList<IssueMatch> Scored { get; init; } = [];

    public static readonly Correlated None = new(null, [], []);
}
