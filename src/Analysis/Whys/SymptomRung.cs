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
        var headline = Headline.Of(main.Tests[0].Failure!);
        var suites = finding.Tests.Select(t => t.Suite).Distinct().Order(StringComparer.Ordinal).ToList();
        var others = finding.Tests.Count - main.Tests.Count;
        var more = others == 0 ? Prose.Empty
            : Prose.Of($" {(others == 1 ? "The other one belongs" : $"The other {others} belong"):t} with it: {Prose.Join("; ", finding.Cause.Because.DefaultIfEmpty(Prose.Of($"see below")))}.");
        var quiet = run.Passed.Count;
        Prose answer = $"{main.Tests.Count} of {finding.Tests.Count} tests that fail here say {headline:q}; none of the {quiet} that passed does.{more} They are in {Prose.List(suites)}.";
        return new WhyDraft(Rung.Symptom, Question, answer, WhyStatus.Established, Cite(finding.Facts), $"Read the results of {Prose.List(suites)}.");
    }

    /// <summary>One failing test of each group first, then one of each suite.</summary>
    private static List<Citation> Cite(GroupFacts facts) =>
    [
        .. facts.Groups.OrderByDescending(g => g.Tests.Count).Select(g => g.Tests[0]).Concat(facts.Main.Tests.DistinctBy(t => t.Suite)).Distinct()
            .Select(t => Citation.OfLines(t.Source, t.Failure!.Line, t.Failure.EndLine, Headline.Of(t.Failure))),
    ];
}
