using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>Fixed words, and the condition under which they are true of a cause.</summary>
internal sealed class Assertion(string words, Func<FindingFacts, ClusterFinding, bool> holds)
{
    public static readonly Assertion NothingSaysWhere = new("No probe, log or stack of the service says where.",
        (_, cause) => cause is { Fault: null, Suspect: null, Facts.Events.Count: 0 } && cause.Facts.Frames.All(f => f.Library));

    public static readonly Assertion NothingSaysWhereItArises = new("nothing says where it arises",
        (_, cause) => cause is { Fault: null, Suspect: null, Facts.Events.Count: 0 });

    public static readonly Assertion NoChangeCarriedIt = new("No change carried it here, so no check on a pull request could have seen it.",
        (facts, cause) => facts.Incident.Changes is not null && cause is { Suspect: null, Fault: not null });

    public static readonly Assertion SuitesRanAllTheSame = new("the suites ran all the same", (facts, _) => facts.Totals.Ran > 0);

    public static readonly Assertion NoChangeNamed = new("No change is named, so there is no pull request whose checks could be read.",
        (_, cause) => cause.Suspect is null);

    public static readonly Assertion NoPullKnown = new("No pull request is known for it.", (_, cause) => cause.Suspect is { Commit.Pull: null });

    public static readonly Assertion ChecksNotKnown = new("The checks of its pull request are not known.",
        (_, cause) => cause.Suspect is { Commit.Checks.Count: 0 });

    public static readonly Assertion NoNewIssueNeeded = new("no new issue is needed", (_, cause) => cause.Issues.Match is not null);

    public static readonly Assertion RevertNothing = new("Revert nothing for it: the same commit passes.", (_, cause) => cause.Again is { Failed: 0 });

    public static readonly Assertion NoComparison = new("Compare the deployed commit with the last green one (GitHub's compare answer is not in the folder).",
        (facts, _) => facts.Incident.Changes is null);

    public string Words => words;

    public bool Holds(FindingFacts facts, ClusterFinding cause) => holds(facts, cause);
}

/// <summary>Fixed words about a cause.</summary>
internal sealed record Asserted(Assertion Assertion, GroupFacts Cluster) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts) => Assertion.Holds(facts, facts.Finding(Cluster)) ? Prose.Of($"{Assertion.Words:t}") : null;
}
