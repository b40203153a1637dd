using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Explanation.Findings;

/// <summary>The result of running tests again on the same commit.</summary>
/// <param name="Ran">How many of the cluster's tests ended.</param>
internal sealed record RanAgain(int Ran, int Failed)
{
    public static RanAgain? Of(IReadOnlyList<TestCase> tests, IReadOnlyList<ResultFile> again)
    {
        var ids = tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var ended = again.SelectMany(r => r.Cases).Where(c => ids.Contains(c.Id) && !c.Outcome.IsSkip()).DistinctBy(c => c.Id).ToList();
        return ended.Count == 0 ? null : new RanAgain(ended.Count, ended.Count(c => c.Bad));
    }
}

/// <summary>Everything found about one cluster before its verdict: the input of the rules and of the whys.</summary>
internal sealed record ClusterFinding
{
    public required Cause Cause { get; init; }

    /// <summary>The underlying kind of fault: the environment's or the logged error's if there is one, otherwise what the tests saw.</summary>
    public required Mechanism Root { get; init; }

    /// <summary>What stopped the job from outside, as its own log says; null if nothing did, or if a fault of the environment is known anyway.</summary>
    public JobTrouble? Trouble { get; init; }

    /// <summary>The changes that may have caused it, ranked; empty if none can be blamed.</summary>
    public required Ranking Ranking { get; init; }
    public required Correlated Issues { get; init; }
    public required PastOfCluster Past { get; init; }
    public bool RunIncomplete { get; init; }

    /// <summary>The word for earlier ones: <c>deployment</c> or <c>run</c>.</summary>
    public string Occasion { get; init; } = "deployment";

    /// <summary>The run tests a pull request, so the earlier runs are those of the branch that it will be merged into.</summary>
    public bool IsOfPull { get; init; }

    /// <summary>What people have decided about it.</summary>
    public Ruling Ruling { get; init; } = Ruling.None;

    /// <summary>How often it failed and then passed on the same commit.</summary>
    public int Flipped { get; init; }

    /// <summary>How its tests ended when they ran again on the same commit; null if none of them did.</summary>
    public RanAgain? Again { get; init; }

    /// <summary>False if GitHub's comparison is not known: then nothing may be said about what changed.</summary>
    public bool ChangesKnown { get; init; }

    public GroupFacts Facts => Cause.Facts;
    public EnvironmentFault? Fault => Cause.Fault;
    public IReadOnlyList<TestCase> Tests => Facts.Tests;

    /// <summary>The change that is named, and other linked files of the same commit.</summary>
    public IReadOnlyList<Suspect> Suspects => Ranking.Named;
    public Suspect? Suspect => Suspects.Count > 0 ? Suspects[0] : null;

    /// <summary>If none is named: few changes, one of which is likely the cause.</summary>
    public IReadOnlyList<Suspect> Shortlist => Ranking.Shortlist;
}
