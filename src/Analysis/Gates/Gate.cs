using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Gates;

public enum GateOutcome
{
    Passed,
    Failed,
    Inconclusive,
}

/// <summary>One category's pass rate, compared with the required rate.</summary>
/// <param name="Name">The category, or <c>overall</c>.</param>
/// <param name="Required">0 to 1.</param>
/// <param name="Actual">0 to 1; null if none of its tests ran.</param>
/// <param name="Reason">The rule that decided, in words.</param>
public sealed record Gate(string Name, double Required, double? Actual, RunTotals Totals, GateOutcome Outcome, Prose Reason);

/// <summary>The outcome of a run. <see cref="Decisions.Gates.DecisionTable"/> defines what each value means to the outside.</summary>
public enum Decision
{
    Go,
    NoGo,

    /// <summary>The evidence is not sufficient for go or no-go.</summary>
    Inconclusive,

    /// <summary>No suite ran, because of the environment.</summary>
    NotReady,

    /// <summary>The tested version is not the one that was to be tested: the run says nothing about it.</summary>
    Void,
}

/// <param name="Reason">The rule that decided, in words.</param>
public sealed record RunDecision(Decision Decision, Prose Reason);
