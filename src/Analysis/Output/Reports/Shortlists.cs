using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The likeliest changes of a cause for which none can be named.</summary>
internal static class Shortlists
{
    /// <summary><c>#12 (`c4b6ed7c`) “Strip quotes”, about 60%: it changed the file that `UtilTest` is named after</c>.</summary>
    public static Prose Line(Suspect suspect, GroupFacts cluster) =>
        $"{new ChangeBy(suspect.Commit)} {new CommitTitle(suspect.Commit)}, {new Likelihood(suspect.Commit, cluster)}: {suspect.Because[0]}";
}
