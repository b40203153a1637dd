using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// A predicate with its arguments (the record's own properties), used as a part of a sentence. It prints only what it evaluates to, so no sentence can say more
/// than the evidence. It is evaluated again over the finished report; if it is no longer true, its sentence is dropped.
/// </summary>
internal abstract record Claim : IClaim
{
    public Prose? Printed { get; init; }

    /// <returns>What may be printed; null if the evidence does not show it.</returns>
    public abstract Prose? Evaluate(ClaimFacts facts);

    /// <summary>The claim with what it evaluates to; null if it is not true.</summary>
    public Claim? Evaluated(ClaimFacts facts) => Evaluate(facts) is { } words ? this with { Printed = words } : null;
}
