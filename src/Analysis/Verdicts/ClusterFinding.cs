using Whybot.Analysis.Clusters;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Results;
using Whybot.Analysis.Suspects;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Verdicts;

/// <summary>All that was found about one cluster before its verdict: the input of the rules and of the whys.</summary>
internal sealed record ClusterFinding
{
    public required Cause Cause { get; init; }

    /// <summary>The kind of fault at the bottom: the environment's or the logged error's where there is one, else what the tests saw.</summary>
    public required Mechanism Root { get; init; }
    public required IReadOnlyList<Suspect> Suspects { get; init; }
    public required Correlated Issues { get; init; }
    public required PastOfCluster Past { get; init; }
    public bool RunIncomplete { get; init; }

    /// <summary>What earlier ones are called: <c>deployment</c> or <c>run</c>.</summary>
    public string Occasion { get; init; } = "deployment";

    /// <summary>False when GitHub's comparison is not known: nothing may then be said of what changed.</summary>
    public bool ChangesKnown { get; init; }

    public GroupFacts Facts => Cause.Facts;
    public EnvironmentFault? Fault => Cause.Fault;
    public IReadOnlyList<TestCase> Tests => Facts.Tests;
    public Suspect? Suspect => Suspects.Count > 0 ? Suspects[0] : null;
}
