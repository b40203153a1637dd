using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>What kind of fault produces that message?</summary>
internal static class MechanismStep
{
    /// <summary>Whether the step would only repeat the message; the next one then answers its question.</summary>
    public static bool IsEvident(ClusterFinding finding) => finding.Root.Evident && finding.Root == finding.Facts.Symptom && finding.Fault is null;

    public static WhyDraft Of(ClusterFinding finding)
    {
        var (root, symptom) = (finding.Root, finding.Facts.Symptom);
        if (root == Mechanism.Unknown)
            return WhyDraft.Unknown(WhyStep.Mechanism, root.Question, $"{new KindOfFault(finding.Facts, root, KindPart.Next)}");
        var deeper = Deeper(finding);
        var words = finding.Facts.Said(Speaker.Test).Where(s => root.Matches(s.Words)).ToList();
        var seenByTests = finding.Facts.Groups.Select(g => g.Tests[0])
            .Select(t => Citation.OfLines(t.Source, t.Failure!.Line, t.Failure.EndLine, Headline.Of(t.Failure)));
        var citations = deeper.Concat(words.Select(s => s.Citation)).Concat(seenByTests).ToList();
        Prose seen = root == symptom || symptom == Mechanism.Unknown
            ? Prose.Empty : $" What the tests themselves see ({new KindOfFault(finding.Facts, symptom, KindPart.Id)}) follows from it.";
        Prose answer = $"{new KindOfFault(finding.Facts, root, KindPart.Explanation)}{seen}";
        return new WhyDraft(WhyStep.Mechanism, root.Question, answer, deeper.Count > 0 || root == symptom ? WhyStatus.Established : WhyStatus.Likely, citations,
            $"{new KindOfFault(finding.Facts, root, KindPart.Next)}");
    }

    /// <summary>What probes and the platform's log say about it.</summary>
    private static List<Citation> Deeper(ClusterFinding finding) =>
        finding.Fault is { } fault
            ? [.. fault.Citations]
            : [.. finding.Facts.Events.Where(e => finding.Root.Matches(e.Words)).Select(e => e.Citation)];
}
