using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>What claims about a cause are evaluated against: the evidence, and what was found for each cause.</summary>
/// <param name="findings">Those of all causes.</param>
/// <param name="words">All words that claims will search for in tests.</param>
internal abstract class FindingFacts(RunView run, IReadOnlyList<ClusterFinding> findings, IEvidence evidence, IReadOnlyList<string> words)
    : ClaimFacts(run.Incident, run.Suites, evidence, words)
{
    private readonly Dictionary<GroupFacts, ClusterFinding> _findings = ByCluster(findings);

    public RunView Run => run;

    public ClusterFinding Finding(GroupFacts cluster) => _findings[cluster];

    public override EnvironmentFault? Fault(GroupFacts cluster) => Finding(cluster).Fault;

    private static Dictionary<GroupFacts, ClusterFinding> ByCluster(IReadOnlyList<ClusterFinding> findings)
    {
        var byCluster = new Dictionary<GroupFacts, ClusterFinding>(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings)
            byCluster[finding.Facts] = finding;
        return byCluster;
    }
}
