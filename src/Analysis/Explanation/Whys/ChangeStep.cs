using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Which change introduced it? Or does nothing in the diff explain it?</summary>
internal static class ChangeStep
{
    private const string Question = "Which change brought it?";

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        if (finding.Suspect is { } suspect)
        {
            Prose answer = $"{suspect.Commit.Sha.Short} {new CommitTitle(suspect.Commit)}{new PullOf(suspect.Commit)} changed {suspect.File.Path}: "
                + $"{Prose.Join("; ", suspect.Because.Take(2))}.";
            return new WhyDraft(WhyStep.Change, Question, answer, suspect.Established ? WhyStatus.Established : WhyStatus.Likely, suspect.Citations,
                Compare(finding, run));
        }
        if (finding.Shortlist is { Count: > 0 } shortlist)
            return new WhyDraft(WhyStep.Change, Question,
                $"Probably {Either([.. shortlist.Select(s => OneOf(s, finding))])}.", WhyStatus.Likely,
                [.. shortlist.SelectMany(s => s.Citations.Take(1))], Compare(finding, run));
        if (finding.Past.PassedHere is [.., var attempt])
            return new WhyDraft(WhyStep.Change, Question, $"None: {new CameAndWent(finding.Facts)}.", WhyStatus.Established,
                [attempt.Outcome.Cite(finding.Tests[0])], $"Look for what differs between the attempts.");
        if (finding.Past.AlreadyFailing && finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(WhyStep.Change, Question, $"{new NoChangeSince(finding.Facts)}.",
                WhyStatus.Established,
                [before.Outcome.Cite(before.Test)], Compare(finding, run));
        if (run.Changes is not { Commits.Count: > 0 } changes)
            return finding.Trouble is null ? WhyDraft.Unknown(WhyStep.Change, Question, Compare(finding, run))
                : WhyDraft.Unknown(WhyStep.Change, Question, Again(finding));
        var files = changes.Files.Select(f => f.File).ToList();
        var places = files.Take(3).Select(f => Citation.OfJson(f.Source, f.Pointer + "/filename", f.Path)).ToList();
        if (finding.Fault is { } fault && !fault.OwnError)
            return new WhyDraft(WhyStep.Change, Question,
                $"The diff does not explain it: {new ChangedFilesTouch(finding.Facts)}. The environment differs.",
                WhyStatus.Likely, [.. places, .. fault.Citations.Take(1)], Compare(finding, run));
        if (finding.Trouble is { } trouble)
            return new WhyDraft(WhyStep.Change, Question, $"The diff does not explain it: {new ChangedFilesTouch(finding.Facts)}.",
                WhyStatus.Likely, [.. places, trouble.Said], Again(finding));
        return WhyDraft.Unknown(WhyStep.Change, Question,
            $"Of the changes, {new ChangedFilesTouch(finding.Facts)}. {Compare(finding, run)}");
    }

    private static Prose Either(IReadOnlyList<Prose> changes) => changes.Count == 1 ? changes[0]
        : Prose.Of($"{Prose.Join(", ", changes.SkipLast(1))} or {changes[^1]}");

    private static Prose OneOf(Suspect suspect, ClusterFinding finding) =>
        $"{suspect.Commit.Sha.Short}{new PullOf(suspect.Commit)} ({new Likelihood(suspect.Commit, finding.Facts)})";

    private static Prose Again(ClusterFinding finding) => finding.Trouble is { Kind: { Transient: Transience.UntilFixed } kind }
        ? Prose.Of($"{new KindOfFault(finding.Facts, kind, KindPart.Next)}") : Prose.Of($"Run the job again on the same commit.");

    private static Prose Compare(ClusterFinding finding, RunView run) => run.Changes is { } changes
        ? Prose.Of($"Bisect between {changes.Base.Value} and {changes.Head.Value}.")
        : Prose.Of($"{new Asserted(Assertion.NoComparison, finding.Facts)}");
}
