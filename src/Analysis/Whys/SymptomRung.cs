using Whybot.Analysis.Clusters;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Whys;

/// <summary>What do the failing tests have in common that the passing ones do not?</summary>
internal static class SymptomRung
{
    private const string Question = "What do the failing tests have in common that the passing ones do not?";

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        var main = finding.Facts.Main;
        var suites = Prose.List(finding.Tests.Select(t => t.Suite).Distinct().Order(StringComparer.Ordinal));
        var variants = main.Select(t => t.Failure!.Message).Distinct().Skip(1).Any() ? " (or the same with other values)" : "";
        Prose answer = $"{Who(main.Count, finding.Tests.Count)} {Headline.Of(main[0].Failure!):q}{variants:t}; {Control(run)}.{Others(finding)} They are in {suites}.";
        return new WhyDraft(Rung.Symptom, Question, answer, WhyStatus.Established, Cite(finding.Facts), $"Read the results of {suites}.");
    }

    private static Prose Who(int main, int all) => (main, all) switch
    {
        (1, 1) => $"The failing test says",
        var (some, many) when some == many => $"All {many} failing tests say",
        (1, _) => $"1 of the {all} failing tests says",
        _ => $"{main} of the {all} failing tests say",
    };

    /// <summary>What the tests that passed say to it.</summary>
    private static Prose Control(RunView run) => (run.Passed.Count, run.Totals.Passed) switch
    {
        ( > 0 and var named, _) => $"none of the {named} that passed does",
        (_, > 0) => $"what those that passed print is not known",
        _ => $"no test passed",
    };

    private static Prose Others(ClusterFinding finding)
    {
        var others = finding.Tests.Count - finding.Facts.Main.Count;
        if (others == 0)
            return Prose.Empty;
        var because = Prose.Join("; ", finding.Cause.Because);
        return others == 1 ? Prose.Of($" The other one belongs with it: {because}.") : Prose.Of($" The other {others} belong with it: {because}.");
    }

    /// <summary>One failing test of each group first, then one of each suite.</summary>
    private static List<Citation> Cite(GroupFacts facts) =>
    [
        .. facts.Groups.OrderByDescending(g => g.Tests.Count).Select(g => g.Tests[0]).Concat(facts.Main.DistinctBy(t => t.Suite)).Distinct()
            .SelectMany(t => Headline.Telling(t.Failure!).Select(words => Citation.OfLines(t.Source, t.Failure!.Line, t.Failure.EndLine, words))),
    ];
}
