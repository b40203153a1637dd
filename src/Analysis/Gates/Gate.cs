using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Gates;

public enum GateOutcome
{
    Passed,
    Failed,
    Inconclusive,
}

/// <summary>One category's pass rate against what it needs.</summary>
/// <param name="Name">The category, or <c>overall</c>.</param>
/// <param name="Required">0 to 1.</param>
/// <param name="Actual">0 to 1; null when no test of it ran.</param>
/// <param name="Reason">The rule that decided, in words.</param>
public sealed record Gate(string Name, double Required, double? Actual, RunTotals Totals, GateOutcome Outcome, Prose Reason);

/// <summary>What a run comes to. What each one means to the outside is in <see cref="Decisions.Gates.DecisionTable"/>.</summary>
public enum Decision
{
    Go,
    NoGo,

    /// <summary>The evidence is not enough for either.</summary>
    Inconclusive,

    /// <summary>No suite ran, because of the environment.</summary>
    NotReady,

    /// <summary>What was tested is not what was to be tested: nothing is said about it.</summary>
    Void,
}

/// <param name="Reason">The rule that made it, in words.</param>
public sealed record RunDecision(Decision Decision, Prose Reason);
