using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Correlation;

/// <summary>How well an issue fits a cluster, with what speaks for and against it.</summary>
/// <param name="Confidence">0 to 1; from <see cref="IssueMatcher.MatchFrom"/> on, with a reason about the cause, the cluster belongs to the issue.</param>
/// <param name="NamesCause">True when the issue speaks of the same cause, not only of the same tests or words.</param>
/// <param name="Because">In words, what speaks for it; then what speaks against it.</param>
internal sealed record IssueMatch(KnownIssue Issue, double Confidence, bool NamesCause, IReadOnlyList<Prose> Because, IReadOnlyList<Citation> Citations)
{
    /// <summary>The single points, the strongest first.</summary>
    public IReadOnlyList<MatchPoint> Points { get; init; } = [];

    /// <summary>The bot filed the issue itself for this cause.</summary>
    public bool Own { get; init; }

    public bool Holds => NamesCause && Confidence >= IssueMatcher.MatchFrom;
}

/// <summary>A cluster's place among the known issues.</summary>
/// <param name="Match">The open issue that it belongs to; null for none.</param>
/// <param name="Nearest">The open issue that comes nearest without being one; null for none.</param>
/// <param name="SeenBefore">Closed issues that look alike; shown, never matched.</param>
internal sealed record Correlated(IssueMatch? Match, IssueMatch? Nearest, IReadOnlyList<IssueMatch> SeenBefore)
{
    /// <summary>All that share anything with it, best first.</summary>
    public IReadOnlyList<IssueMatch> Scored { get; init; } = [];

    public static readonly Correlated None = new(null, null, []);
}
