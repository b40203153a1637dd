using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Builds the chain of whys and checks it against its evidence: a claim whose citations are not confirmed is dropped and becomes unknown.</summary>
internal sealed class WhyChain(RunView run, IEvidence evidence)
{
    public const int MaxCitations = 3;

    public IReadOnlyList<Why> Of(ClusterFinding finding)
    {
        var condition = ConditionStep.Of(finding, run);
        WhyDraft[] drafts =
        [
            SymptomStep.Of(finding),
            .. MechanismStep.IsEvident(finding) ? [condition with { Question = finding.Root.Question }] : new[] { MechanismStep.Of(finding), condition },
            ChangeStep.Of(finding, run),
            EscapeStep.Of(finding, run),
            SystemStep.Of(finding, run),
        ];
        return InOrder(drafts.Select((draft, i) => Checked(draft, i + 1)));
    }

    /// <summary>What the evidence answers, from symptom to system, and after it what it does not; numbered from 1.</summary>
    internal static IReadOnlyList<Why> InOrder(IEnumerable<Why> whys) =>
        [.. whys.OrderBy(w => w.Status == WhyStatus.Unknown).ThenBy(w => w.Rung).Select((why, i) => why with { Level = i + 1 })];

    private Why Checked(WhyDraft draft, int level)
    {
        var standing = CitationChecker.Check(draft.Citations.Take(3 * MaxCitations), evidence).Take(MaxCitations).ToList();
        return draft.Status == WhyStatus.Unknown || standing.Count == 0
            ? Why.Unknown(level, draft.Rung, draft.Question, draft.Next)
            : new Why(level, draft.Rung, draft.Question, draft.Answer, draft.Status, standing) { Onward = draft.Next };
    }
}
