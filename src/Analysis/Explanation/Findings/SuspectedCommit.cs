using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Explanation.Findings;

/// <summary>A change that may have done it, whose pull request and checks are worth asking for.</summary>
/// <param name="Named">It is said to have done it, so its checks say why it got so far; otherwise it is one of a list.</param>
public sealed record SuspectedCommit(CommitSha Sha, bool Named)
{
    /// <summary>Those of all causes, each once; named ones first.</summary>
    internal static IReadOnlyList<SuspectedCommit> Of(IReadOnlyList<ClusterFinding> causes) =>
    [
        .. causes.Select(c => c.Suspect).OfType<Suspect>().Select(s => new SuspectedCommit(s.Commit.Sha, true))
            .Concat(causes.Where(c => c.Suspect is null).SelectMany(c => c.Shortlist).Select(s => new SuspectedCommit(s.Commit.Sha, false)))
            .DistinctBy(s => s.Sha),
    ];
}
