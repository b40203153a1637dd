using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Why did it reach staging: which checks ran on that pull request, and did any run this test?</summary>
internal static class EscapeStep
{
    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        var question = QuestionOf(run);
        if (finding.Suspect is { } suspect)
            return OfSuspect(suspect, finding, run);
        if (finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(WhyStep.Escape, question,
                $"It was here before: {new FailedAlikeBefore(finding.Facts)}.", WhyStatus.Established,
                [.. finding.Past.FailedBefore.Reverse().Take(3).Select(f => f.Outcome.Cite(f.Test))],
                    $"Look at what was done after that run.");
        if (finding is { ChangesKnown: true, Fault: { Down: true, Probes: [var probe, ..] } fault })
            return new WhyDraft(WhyStep.Escape, question,
                $"{new Asserted(Assertion.NoChangeCarriedIt, finding.Facts)} The probe of {fault.Name} saw it; "
                    + $"{new Asserted(Assertion.SuitesRanAllTheSame, finding.Facts)}.", WhyStatus.Likely,
                [probe.Citation], $"Let a failed probe hold the suites back.");
        return WhyDraft.Unknown(WhyStep.Escape, question, $"{new Asserted(Assertion.NoChangeNamed, finding.Facts)}");
    }

    private static WhyDraft OfSuspect(Suspect suspect, ClusterFinding finding, RunView run)
    {
        var question = QuestionOf(run);
        var next = Prose.Of($"Read the checks of {suspect.Commit.Sha.Short}.");
        var checks = suspect.Commit.Checks;
        if (checks.Count == 0)
            return WhyDraft.Unknown(WhyStep.Escape, question,
                $"{new Asserted(suspect.Commit.Pull is null ? Assertion.NoPullKnown : Assertion.ChecksNotKnown, finding.Facts)} {next}");
        var citations = checks.Select(c => Citation.OfJson(c.Source, c.Pointer + "/name", c.Name)).Take(2).ToList();
        Prose answer = $"{new ChecksRan(suspect.Commit, finding.Facts)}";
        if (ChecksRan.Failed(checks) is { } failed)
            citations.Insert(0, Citation.OfJson(failed.Source, failed.Pointer + "/conclusion", failed.Conclusion));
        else
            answer = $"{answer}{Age(finding, run, suspect, citations)}";
        return new WhyDraft(WhyStep.Escape, question, answer, WhyStatus.Likely, citations, next);
    }

    private static string QuestionOf(RunView run) => run.Incident.Deployment switch
    {
        { Environment: { } } => "Why did it reach staging?",
        { Pull: { } } => "Why was it not seen earlier?",
        _ => "Why did it get this far?",
    };

    /// <summary>Is the test older than the code it checks?</summary>
    private static Prose Age(ClusterFinding finding, RunView run, Suspect suspect, List<Citation> citations)
    {
        var file = finding.Tests.Select(run.Suites.FileOf).FirstOrDefault(f => f is not null);
        if (file is null || run.Changes?.FileHistory.GetValueOrDefault(file) is not [{ Date: { } last } newest, ..] || suspect.Commit.Date is not { } changed)
            return Prose.Empty;
        citations.Add(Citation.OfJson(newest.Source, newest.Pointer + "/sha", newest.Sha.Value));
        return last < changed
            ? Prose.Of($" The test ({file}) is older than the change: it could have been run before the merge.")
            : Prose.Of($" The test ({file}) changed after the code that it checks.");
    }
}
