using System.Text;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Writes the record of one run in the form of a careful engineer's worklog: readiness, plan, results against criteria, authenticity, five whys, impact,
/// remediation by urgency, prevention, what is protected and at risk. It is filled from data only: a section without data is left out.
/// </summary>
public static class WorklogWriter
{
    private const int MaxTests = 100;
    private const int MaxNamed = 400;

    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append($"# Worklog: {Wording.Of(report.Decision)}{In(report)}\n\n");
        text.Append(Summary(report));
        text.Append(Readiness(report));
        text.Append(Plan(report));
        text.Append(Results(report));
        text.Append(report.Answers.Count == 0 ? ""
            : $"## Since the last {report.Deployment.Occasion}\n\n{AnswersWriter.Write(report.Answers, citing: true)}\n");
        text.Append(Authenticity(report));
        text.Append(Whys(report));
        text.Append(Impact(report));
        text.Append(Remediation(report));
        text.Append(Protection(report));
        text.Append(Issues(report));
        text.Append(Sources(report));
        return text.ToString();
    }

    private static string In(Report report) => report.Deployment.Environment is { } name ? $" for {Markdown.Code(name)}" : "";

    private static string Summary(Report report)
    {
        var text = new StringBuilder("## Summary\n\n");
        Line(text, "Decision", $"**{Wording.Of(report.Decision)}**: {Markdown.Of(report.Reason)}");
        Line(text, "Repository", report.Deployment.Repository is { } repository ? Markdown.Code(repository.Value) : null);
        Line(text, "Environment", report.Deployment.Environment is { } environment ? Markdown.Code(environment) : null);
        Line(text, "Commit", report.Deployment.Sha is { } sha ? Markdown.Code(sha.Value) : null);
        Line(text, "Deployed", report.Deployment.CreatedAt?.ToString("yyyy-MM-dd HH:mm 'UTC'"));
        Line(text, "Tests", Wording.Passed(report));
        Line(text, "Causes", report.Clusters.Count == 0 ? null
            : string.Join(", ", report.Clusters.GroupBy(c => c.Verdict.Kind).Select(g => $"{g.Count()} {g.Key.Word()}")));
        return text.Append('\n').ToString();
    }

    private static string Readiness(Report report)
    {
        if (report.Services.Count == 0)
            return "";
        return $"## Readiness\n\n{ReadinessTable.Write(report.Services)}\n";
    }

    private static string Plan(Report report)
    {
        if (report.Plan is { } plan)
            return $"{plan.Markdown.TrimEnd()}\n\n{Table(report)}";
        return report.Suites.Count == 0 ? "" : $"## Plan\n\n{Table(report)}";
    }

    private static string Table(Report report)
    {
        var text = new StringBuilder("| Suite | Protects | Priority | Tests | Seconds |\n|---|---|---|---|---|\n");
        foreach (var suite in report.Suites)
            text.Append($"| {Markdown.CellCode(suite.Name)} | {Markdown.CellCode(suite.Category)} | "
                + $"{(suite.Priority is { } p ? Markdown.CellCode($"{p}") : "–")} | {suite.Totals.Tests} | "
                + $"{(suite.Seconds is { } s ? s.ToString("0.000") : "–")} |\n");
        return text.Append('\n').ToString();
    }

    private static string Results(Report report)
    {
        var text = new StringBuilder("## Results against criteria\n\n| Category | Needed | Passed | Failed | Skipped | Rate | Outcome | Why "
            + "|\n|---|---|---|---|---|---|---|---|\n");
        foreach (var gate in report.Gates)
            text.Append($"| {Markdown.CellCode(gate.Name)} | {Numbers.Rate(gate.Required)} | {gate.Totals.Passed} | "
                + $"{gate.Totals.Failed + gate.Totals.Errors} | {gate.Totals.Skipped} | {Numbers.Rate(gate.Actual)} | {Wording.Of(gate.Outcome)} | "
                + $"{Markdown.Cell(gate.Reason)} |\n");
        return text.Append('\n').ToString();
    }

    private static string Authenticity(Report report)
    {
        var timed = report.Suites.Where(s => s.Seconds is not null).ToList();
        if (timed.Count == 0)
            return "";
        var unproved = timed.Where(s => s.Unproved > 0).ToList();
        var text = new StringBuilder("## Authenticity\n\n");
        text.Append($"{Numbers.Count(timed.Count, "suite")} took {timed.Sum(s => s.Seconds ?? 0):0.000} s in all.");
        text.Append(unproved.Count == 0 && report.Previous is not null ? " No passing test that usually takes time took none.\n\n" : "\n\n");
        foreach (var suite in unproved)
            text.Append($"- {Markdown.Code(suite.Name)}: {suite.Unproved} of {suite.Totals.Passed} passes took 0.00 s and prove nothing\n");
        return unproved.Count == 0 ? text.ToString() : text.Append('\n').ToString();
    }

    private static string Whys(Report report)
    {
        if (report.Clusters.Count == 0)
            return "";
        var text = new StringBuilder("## Five whys\n\n");
        foreach (var (cluster, i) in report.Clusters.Take(ClusterAnalysis.MostExplained).Select((c, i) => (c, i)))
        {
            text.Append($"### Cause {i + 1}: {Markdown.Code(cluster.Title)}\n\n{Markdown.Of(cluster.RootCause)}\n\n");
            text.Append($"*{Markdown.Of(cluster.Verdict.Because)}*\n\n{WhysMarkdown.Whys(cluster, Wording.Address(report))}\n");
            var ruledOut = WhysMarkdown.RuledOut(cluster, Wording.Address(report));
            text.Append(ruledOut.Length > 0 ? ruledOut + "\n" : "");
            text.Append($"**{Wording.Failing(cluster)}**\n\n");
            text.Append($"{WhysMarkdown.Tests(cluster, MaxTests, Wording.Address(report), report.Deployment.Sha)}\n");
        }
        return text.Append(Others([.. report.Clusters.Skip(ClusterAnalysis.MostExplained)])).ToString();
    }

    /// <summary>The causes that were not asked why, a line each.</summary>
    private static string Others(IReadOnlyList<ReportedCluster> causes)
    {
        if (causes.Count == 0)
            return "";
        var text = new StringBuilder($"### {Numbers.Count(causes.Count, "more cause")}\n\n");
        foreach (var cause in causes.Take(MaxNamed))
            text.Append($"- {Markdown.Code(cause.Title)}: {cause.Verdict.Kind.Word()}, {Wording.Failing(cause)}\n");
        return text.Append(causes.Count > MaxNamed ? $"- and {causes.Count - MaxNamed} more\n\n" : "\n").ToString();
    }

    private static string Impact(Report report)
    {
        var risks = report.Clusters.Where(c => c.Impact is not null).Select(c => (Priority: $"{c.Priority}", c.Impact)).Distinct()
            .OrderBy(r => r.Priority, StringComparer.Ordinal).ToList();
        return risks.Count == 0 ? "" : $"## Impact\n\n{string.Concat(risks.Select(r => $"- {Markdown.Code(r.Priority)}: {Markdown.Code(r.Impact!)}\n"))}\n";
    }

    private static string Remediation(Report report)
    {
        var text = new StringBuilder();
        Section(Urgency.Now, "## Remediation now");
        Section(Urgency.Next, "## Remediation next");
        Section(Urgency.Prevent, "## Prevention");
        return text.ToString();

        void Section(Urgency urgency, string heading)
        {
            var items = report.Clusters.SelectMany((c, i) => c.Actions.Where(a => a.Urgency == urgency)
                .Select(a => $"- {Markdown.Of(a.What)} *(cause {i + 1}, {a.Rung.ToString().ToLowerInvariant()})*\n")).ToList();
            if (items.Count > 0)
                text.Append($"{heading}\n\n{string.Concat(items)}\n");
        }
    }

    /// <summary>A category is protected if its gate is met, and at risk if it is not.</summary>
    private static string Protection(Report report)
    {
        var gates = report.Gates.Where(g => g.Name != "overall").ToList();
        var safe = gates.Where(g => g.Outcome == GateOutcome.Passed).ToList();
        var risk = gates.Where(g => g.Outcome == GateOutcome.Failed).ToList();
        if (safe.Count + risk.Count == 0)
            return "";
        var text = new StringBuilder("## Protected and at risk\n\n");
        Line(text, "Protected", safe.Count == 0 ? null : string.Join(", ", safe.Select(g => Markdown.Code(g.Name))));
        Line(text, "At risk", risk.Count == 0 ? null : string.Join(", ", risk.Select(g => Markdown.Code(g.Name))));
        return text.Append('\n').ToString();
    }

    private static string Issues(Report report)
    {
        var text = new StringBuilder();
        foreach (var cluster in report.Clusters.Where(c => c.Issue is not null))
            text.Append($"- #{cluster.Issue!.Number} {Markdown.Code(cluster.Issue.Title)}: matched with confidence {cluster.Issue.Confidence:0.00}; "
                + $"{Markdown.Of(Prose.Join("; ", cluster.Issue.Because))}\n");
        foreach (var cluster in report.Clusters.Where(c => c.Related.Count > 0))
            text.Append($"- {Markdown.Code(cluster.Title, 80)}: {WhysMarkdown.Related(cluster)}");
        foreach (var issue in report.NewIssues)
            text.Append($"- new: {Markdown.Code(issue.Title)}\n");
        foreach (var contradiction in report.Contradictions)
            text.Append($"- #{contradiction.Issue} {Markdown.Code(contradiction.Title)} is contradicted: "
                + $"{Markdown.Of(Prose.Join("; ", contradiction.Because))} "
                + $"({string.Join("; ", contradiction.Citations.Select(c => Markdown.Code(c.Place)))})\n");
        return text.Length == 0 ? "" : $"## Issues\n\n{text}\n";
    }

    private static string Sources(Report report)
    {
        var text = new StringBuilder($"## What was read\n\n{report.Coverage}.\n\nSelf-check: claims: {report.SelfCheck.Claims}; citations: "
            + $"{report.SelfCheck.Citations}.\n");
        foreach (var warning in report.Warnings)
            text.Append($"- {Markdown.Of(warning)}\n");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append($"- **{name}:** {value}\n");
    }
}
