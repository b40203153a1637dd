using System.Text;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Planning;

/// <summary>Writes a plan as Markdown.</summary>
public static class PlanWriter
{
    public static string Write(Plan plan)
    {
        var suites = plan.Suites.ToList();
        var text = new StringBuilder($"## Plan: {Numbers.Count(suites.Count, "suite")} in {Numbers.Count(plan.Phases.Count, "phase")}, focus "
            + $"{Markdown.Code(plan.Focus.ToString())}\n\n");
        foreach (var line in plan.Context)
            text.Append($"- {Markdown.Of(line)}\n");
        foreach (var phase in plan.Phases)
        {
            text.Append($"\n### Phase {phase.Number}: {phase.Name}\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n");
            foreach (var suite in phase.Suites)
                text.Append($"| {Markdown.CellCode(suite.Suite.Name)} | {Markdown.CellCode(suite.Suite.Category)} | "
                    + $"{(suite.Seconds is { } seconds ? Numbers.Seconds(seconds) : "–")} | {Expected(suite)} | "
                    + $"{Markdown.Cell(Prose.Join("; ", suite.Because))} |\n");
            if (phase.Gates.Count > 0)
            {
                var gates = phase.Gates.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{Markdown.Code(g.Key)} {Numbers.Rate(g.Value)}");
                text.Append($"\nGates: {string.Join(", ", gates)}{(phase == plan.Phases[^1] ? "" : "; the next phase starts only if they are met")}.\n");
            }
        }
        if (plan.LeftOut.Count > 0)
            text.Append($"\nLeft out by the focus: "
                + $"{string.Join(", ", plan.LeftOut.Take(20).Select(s => Markdown.Code(s)))}"
                + $"{(plan.LeftOut.Count > 20 ? $" and {plan.LeftOut.Count - 20} more" : "")}.\n");
        return text.ToString();
    }

    private static string Expected(PlannedSuite suite) =>
        suite.Expected.Count == 0 ? "to pass"
            : $"to fail: {string.Join(", ", suite.Expected.Take(5).Select(e => $"#{e.Issue}{(e.Tests > 0 ? $" ({Numbers.Count(e.Tests, "test")})" : "")}"))}";
}
