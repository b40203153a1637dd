using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Gates;

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

/// <param name="Reason">The rule that decided, in words.</param>
public sealed record RunDecision(Decision Decision, Prose Reason);
