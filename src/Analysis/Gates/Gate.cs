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

public enum Decision
{
    Go,
    NoGo,
    Inconclusive,
}

/// <param name="Reason">The rule that made it, in words.</param>
public sealed record RunDecision(Decision Decision, Prose Reason);
