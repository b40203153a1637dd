using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// A sentence about the run as a whole that one function derives from the evidence (the reason for a gate's result or for the decision, what is missing, what
/// became of an earlier cause). It stays true as long as the function, given the evidence, still produces exactly this sentence.
/// </summary>
/// <param name="From">Produces all sentences of this kind.</param>
internal sealed record Derived(Prose Said, Func<ClaimFacts, IEnumerable<Prose>> From) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => From(facts).Contains(Said) ? Said : null;
}
