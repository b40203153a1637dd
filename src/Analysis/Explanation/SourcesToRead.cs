using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Explanation;

/// <summary>
/// Decides whether files of the repository would help to name the change that did it: only if none are known yet, there are several changes to choose between,
/// and a test fails for a cause that a change may explain.
/// </summary>
internal static class SourcesToRead
{
    /// <returns>Null if they would not.</returns>
    public static WantedSources? Of(RunView run, IReadOnlyList<JudgedCluster> judged)
    {
        if (run.Changes is not { } changes || run.Incident.Sources.Files.Count > 0)
            return null;
        var causes = judged.Where(IsOpen).Select(c => (c.Finding.Facts, c.Finding.Ranking)).ToList();
        return causes.Count == 0 ? null : WantedSources.Of(changes, causes);
    }

    /// <summary>An established change cannot be named better; of one that is only likelier than others the opposite may turn out.</summary>
    private static bool IsOpen(JudgedCluster cluster) =>
        cluster.Verdict.Kind is VerdictKind.Regression or VerdictKind.Inconclusive && cluster.Finding is { Fault: null, Trouble: null }
        && cluster.Finding.Ranking.Shares.Count > 1 && cluster.Finding.Suspect is not { Established: true }
        && cluster.Finding.Tests.Any(t => t.Scope is TestScope.Test or TestScope.Suite);
}
