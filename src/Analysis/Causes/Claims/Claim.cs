using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Claims;

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

/// <summary>A claim about something that is only known at a later stage: a finding, or the report as a whole.</summary>
/// <typeparam name="TFacts">What is known at that stage.</typeparam>
internal abstract record Claim<TFacts> : Claim
    where TFacts : ClaimFacts
{
    public sealed override Prose? Evaluate(ClaimFacts facts) => Of((TFacts)facts);

    /// <inheritdoc cref="Claim.Evaluate"/>
    protected abstract Prose? Of(TFacts facts);
}
