using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// A predicate with its arguments (the record's own properties), as a part of a sentence. It prints only what it evaluates to, so that no sentence can say
/// more than the evidence; and it is evaluated again over the finished report, where what no longer holds is dropped with its sentence.
/// </summary>
internal abstract record Claim : IClaim
{
    public Prose? Printed { get; init; }

    /// <returns>What may be printed; null where the evidence does not show it.</returns>
    public abstract Prose? Evaluate(ClaimFacts facts);

    /// <summary>The claim with what it evaluates to; null where it does not hold.</summary>
    public Claim? Evaluated(ClaimFacts facts) => Evaluate(facts) is { } words ? this with { Printed = words } : null;
}
