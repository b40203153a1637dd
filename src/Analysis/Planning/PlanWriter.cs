using System.Text;
using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Planning;

/// <summary>Writes a plan as Markdown.</summary>
public static class PlanWriter
{
    public static string Write(Plan plan)
    {
        var suites = plan.Suites.ToList();
        var text = new StringBuilder($"## Plan: {Wording.Count(suites.Count, "suite")} in {Wording.Count(plan.Phases.Count, "phase")}, focus "
            + $"{Reports.Markdown.Code(plan.Focus.ToString())}\n\n");
        foreach (var line in plan.Context)
            text.Append($"- {Reports.Markdown.Of(line)}\n");
        foreach (var phase in plan.Phases)
        {
            text.Append($"\n### Phase {phase.Number}: {phase.Name}\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n");
            foreach (var suite in phase.Suites)
                text.Append($"| {Reports.Markdown.CellCode(suite.Suite.Name)} | {Reports.Markdown.CellCode(suite.Suite.Category)} | "
                    + $"{(suite.Seconds is { } seconds ? Wording.Seconds(seconds) : "–")} | {Expected(suite)} | "
                    + $"{Reports.Markdown.Cell(Prose.Join("; ", suite.Because))} |\n");
            if (phase.Gates.Count > 0)
                text.Append($"\nNext only if {string.Join(", ", phase.Gates.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{Reports.Markdown.Code(g.Key)} {Wording.Rate(g.Value)}"))}.\n");
        }
        if (plan.LeftOut.Count > 0)
            text.Append($"\nLeft out by the focus: "
                + $"{string.Join(", ", plan.LeftOut.Take(20).Select(s => Reports.Markdown.Code(s)))}{(plan.LeftOut.Count > 20 ? $" and {plan.LeftOut.Count - 20} more" : "")}.\n");
        return text.ToString();
    }

    private static string Expected(PlannedSuite suite) =>
        suite.Expected.Count == 0 ? "to pass"
            : $"to fail: {string.Join(", ", suite.Expected.Take(5).Select(e => $"#{e.Issue}{(e.Tests > 0 ? $" ({Wording.Count(e.Tests, "test")})" : "")}"))}";
}
