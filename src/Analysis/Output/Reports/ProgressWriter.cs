using System.Text;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The progress of a run.</summary>
/// <param name="Phase">Number of the current phase; 0 before the first.</param>
/// <param name="Counts">Counts of the finished suites.</param>
/// <param name="Ended">Names of the finished suites.</param>
/// <param name="Rechecking">How many tests are running again.</param>
public sealed record RunProgress(string Environment, CommitSha Sha, PlanFile Plan, int Phase, IReadOnlyList<SuiteCount> Counts, IReadOnlySet<string> Ended,
    int Rechecking = 0);

/// <summary>Describes a run in progress: its phases, and the counts so far.</summary>
public static class ProgressWriter
{
    /// <summary>One line, plain text.</summary>
    public static string Title(RunProgress run)
    {
        if (run.Rechecking > 0)
            return $"{Numbers.Count(run.Rechecking, "failed test")} once more; {Sum(run.Counts)}";
        return run.Phase == 0 ? "Ready; about to begin" : $"Phase {run.Phase} of {run.Plan.Phases.Count}: {Sum(run.Counts)}";
    }

    /// <summary>Markdown.</summary>
    public static string Summary(RunProgress run)
    {
        var text = new StringBuilder($"### ⏳ {Title(run)}\n\nThe suites of {Markdown.Code(run.Environment)} run against {Markdown.Code(run.Sha.Value)}. This "
            + $"page is edited as they end; the decision will stand here.\n\n");
        text.Append("| State | Phase | Suite | Passed | Failed | Skipped |\n|---|---|---|---|---|---|\n");
        var counts = run.Counts.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var phase in run.Plan.Phases)
            foreach (var suite in phase.Suites)
                text.Append($"| {Sign(run, phase, suite, counts)} | {phase.Number} {Markdown.CellCode(phase.Name)} | {Markdown.CellCode(suite.Name)} | "
                    + $"{Cells(counts.GetValueOrDefault(suite.Name))} |\n");
        return text.ToString();
    }

    private static string Sign(RunProgress run, PlannedPhase phase, PlannedPart suite, Dictionary<string, SuiteCount> counts)
    {
        if (run.Ended.Contains(suite.Name))
            return counts.GetValueOrDefault(suite.Name) switch { null or { Ran: 0 } => "❔", { Failed: > 0 } => "❌", _ => "✅" };
        return phase.Number == run.Phase ? "⏳" : "";
    }

    private static string Cells(SuiteCount? count) => count is null ? "– | – | –" : $"{count.Passed} | {count.Failed} | {count.Skipped}";

    private static string Sum(IReadOnlyList<SuiteCount> counts) =>
        counts.Count == 0 ? "nothing has ended yet" : $"{counts.Sum(c => c.Passed)} passed, {counts.Sum(c => c.Failed)} failed";
}
