using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Results;
using Whybot.Analysis.Suspects;
using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Whys;

/// <summary>Why did it reach staging: which checks ran on that pull request, and did any run this test?</summary>
internal static class EscapeRung
{

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        var question = QuestionOf(run);
        if (finding.Suspect is { } suspect)
            return OfSuspect(suspect, finding, run);
        if (finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(Rung.Escape, question,
                $"It was here before: {before.Test.Name} failed alike in run {before.Run.Name}.", WhyStatus.Established,
                [.. finding.Past.FailedBefore.Reverse().Take(3).Select(f => Citation.OfLines(f.Outcome.Source, f.Outcome.Line, f.Outcome.Line, f.Test.Name))], $"Look at what was done after that run.");
        if (finding is { ChangesKnown: true, Fault: { Down: true, Probes: [var probe, ..] } fault })
            return new WhyDraft(Rung.Escape, question,
                $"No change carried it here, so no check on a pull request could have seen it. The probe of {fault.Name} saw it; the suites ran all the same.", WhyStatus.Likely,
                [probe.Citation], $"Let a failed probe hold the suites back.");
        return WhyDraft.Unknown(Rung.Escape, question, $"No change is named, so there is no pull request whose checks could be read.");
    }

    private static WhyDraft OfSuspect(Suspect suspect, ClusterFinding finding, RunView run)
    {
        var question = QuestionOf(run);
        var next = Prose.Of($"Read the checks of {suspect.Commit.ShortSha}.");
        if (suspect.Commit.Checks.Count == 0)
            return WhyDraft.Unknown(Rung.Escape, question, suspect.Commit.Pull is null
                ? Prose.Of($"No pull request is known for {suspect.Commit.ShortSha}. {next}")
                : Prose.Of($"The checks of its pull request are not known. {next}"));
        var suites = finding.Tests.Select(t => t.Suite).Distinct().Order(StringComparer.Ordinal).ToList();
        var checks = suspect.Commit.Checks;
        var ran = checks.Where(c => suites.Any(s => c.Name.Contains(s, StringComparison.OrdinalIgnoreCase))).ToList();
        var names = Prose.List(checks.Select(c => c.Name));
        Prose pull = suspect.Commit.Pull is { } p ? Prose.Of($"pull request #{p.Number}") : Prose.Of($"{suspect.Commit.ShortSha}");
        var citations = checks.Select(c => Citation.OfJson(c.Source, c.Pointer + "/name", c.Name)).Take(2).ToList();
        var failed = checks.FirstOrDefault(c => c.Conclusion is "failure" or "timed_out" or "cancelled" or "action_required");
        Prose answer;
        if (failed is not null)
        {
            answer = $"On {pull} the check {failed.Name} ended with {failed.Conclusion}, and it was merged all the same.";
            citations.Insert(0, Citation.OfJson(failed.Source, failed.Pointer + "/conclusion", failed.Conclusion));
        }
        else
            answer = ran.Count == 0
                ? Prose.Of($"On {pull} ran {names}; by their names none of them runs {Prose.List(suites)}.{Age(finding, run, suspect, citations)}")
                : Prose.Of($"On {pull} ran {names}, and {ran[0].Name} ended with {ran[0].Conclusion}: it did not see there what fails here.");
        return new WhyDraft(Rung.Escape, question, answer, WhyStatus.Likely, citations, next);
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
        citations.Add(Citation.OfJson(newest.Source, newest.Pointer + "/sha", newest.Sha));
        return last < changed
            ? Prose.Of($" The test ({file}) is older than the change: it could have been run before the merge.")
            : Prose.Of($" The test ({file}) changed after the code that it checks.");
    }
}
