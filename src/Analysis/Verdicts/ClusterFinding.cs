using Whybot.Analysis.Clusters;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Results;
using Whybot.Analysis.Suspects;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Verdicts;

/// <summary>What came of running tests once more on the same commit.</summary>
/// <param name="Ran">Of the cluster's tests, those that ended.</param>
internal sealed record RanAgain(int Ran, int Failed)
{
    public static RanAgain? Of(IReadOnlyList<TestCase> tests, IReadOnlyList<ResultFile> again)
    {
        var ids = tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var ended = again.SelectMany(r => r.Cases).Where(c => ids.Contains(c.Id) && !c.Outcome.IsSkip()).DistinctBy(c => c.Id).ToList();
        return ended.Count == 0 ? null : new RanAgain(ended.Count, ended.Count(c => c.Bad));
    }
}

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

    /// <summary>What people have ruled about it.</summary>
    public Ruling Ruling { get; init; } = Ruling.None;

    /// <summary>How often it failed and then passed on one and the same commit.</summary>
    public int Flipped { get; init; }

    /// <summary>How its tests ended when they ran once more on the same commit; null when none of them did.</summary>
    public RanAgain? Again { get; init; }

    /// <summary>False when GitHub's comparison is not known: nothing may then be said of what changed.</summary>
    public bool ChangesKnown { get; init; }

    public GroupFacts Facts => Cause.Facts;
    public EnvironmentFault? Fault => Cause.Fault;
    public IReadOnlyList<TestCase> Tests => Facts.Tests;
    public Suspect? Suspect => Suspects.Count > 0 ? Suspects[0] : null;
}
