using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>What do the failing tests have in common that the passing ones do not?</summary>
internal static class SymptomStep
{
    private const string Question = "What do the failing tests have in common that the passing ones do not?";

    private const string JobQuestion = "What does the failing job say that a passing one does not?";

    public static WhyDraft Of(ClusterFinding finding)
    {
        var main = finding.Facts.Main;
        if (main[0].Scope == TestScope.Job)
            return OfJob(finding, main[0]);
        var suites = new SuitesOf(finding.Facts);
        var said = Headline.Of(main[0].Failure!);
        var silent = said == FailureMessages.Silent;
        Prose who = silent ? Prose.Of($"{new NoMessage(finding.Facts)}") : Prose.Of($"{new FailingTestsSay(finding.Facts, said)}; {new PassingTestsSay(said)}");
        Prose answer = $"{who}.{Others(finding)}{new InSuites(finding.Facts)}";
        return new WhyDraft(WhyStep.Symptom, Question, answer, WhyStatus.Established, Cite(finding.Facts), $"Read the results of {suites}.");
    }

    /// <summary>A job without a failing test speaks through its log.</summary>
    private static WhyDraft OfJob(ClusterFinding finding, TestCase job)
    {
        var said = Citation.OfLines(job.Source, job.Failure!.Line, job.Failure.EndLine, Headline.Of(job.Failure));
        Prose answer = $"{new JobLogSays(finding.Facts, said)}.{Others(finding)}";
        return new WhyDraft(WhyStep.Symptom, JobQuestion, answer, WhyStatus.Established, Cite(finding.Facts),
            $"Read the log of {new SuitesOf(finding.Facts)}.");
    }

    private static Prose Others(ClusterFinding finding) => finding.Tests.Count == finding.Facts.Main.Count ? Prose.Empty
        : Prose.Of($" {new OtherTests(finding.Facts)}: {Prose.Join("; ", finding.Cause.Because)}.");

    /// <summary>The test that was quoted first, then one of each group, then one of each suite.</summary>
    private static List<Citation> Cite(GroupFacts facts) =>
    [
        .. facts.Main.Take(1).Concat(facts.Groups.OrderByDescending(g => g.Tests.Count).Select(g => g.Tests[0]))
            .Concat(facts.Main.DistinctBy(t => t.Suite)).Distinct()
            .SelectMany(t => t.Failure!.Message == FailureMessages.Silent ? [Citation.OfLines(t.Source, t.Line, t.EndLine, t.Name)]
                : Headline.Telling(t.Failure!).Select(words => Citation.OfLines(t.Source, t.Failure!.Line, t.Failure.EndLine, words))),
    ];
}
