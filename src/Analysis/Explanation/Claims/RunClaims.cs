using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// A sentence about the run as a whole that one function makes from the evidence (why a gate or the decision came out so, what is missing, what became of an
/// earlier cause): it holds while that function, over the evidence, still says exactly this.
/// </summary>
/// <param name="From">Makes all sentences of its kind.</param>
internal sealed record Derived(Prose Said, Func<ClaimFacts, IEnumerable<Prose>> From) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => From(facts).Contains(Said) ? Said : null;
}
