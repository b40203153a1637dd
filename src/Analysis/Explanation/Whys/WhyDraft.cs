using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>A why before its citations were re-read.</summary>
/// <param name="Next">What would continue the chain; used if the claim is dropped for lack of evidence.</param>
internal sealed record WhyDraft(WhyStep Rung, string Question, Prose Answer, WhyStatus Status, IReadOnlyList<Citation> Citations, Prose Next)
{
    public static WhyDraft Unknown(WhyStep step, string question, Prose next) => new(step, question, Prose.Empty, WhyStatus.Unknown, [], next);
}
