using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// A sentence about the run as a whole that one function derives from the evidence (the reason for a gate's result or for the decision, what is missing, what
/// became of an earlier cause). It stays true as long as the function, given the evidence, still produces exactly this sentence.
/// </summary>
/// <param name="From">Produces all sentences of this kind.</param>
internal sealed record Derived(Prose Said, Func<ReportFacts, IEnumerable<Prose>> From) : Claim<ReportFacts>
{
    protected override Prose? Of(ReportFacts facts) => From(facts).Contains(Said) ? Said : null;
}
