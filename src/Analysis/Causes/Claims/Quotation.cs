using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>Words that are in the stored evidence, word for word, at the cited place.</summary>
internal sealed record Quotation(Citation Where) : Claim
{
    /// <summary>For a sentence that shows the words without quotation marks.</summary>
    public bool Bare { get; init; }

    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Reread(Where) is not { } standing ? null : Bare ? Prose.Of($"{standing.Excerpt}") : Prose.Of($"{standing.Excerpt:q}");
}
