using System.Text;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Writes the comment of a run: the decision first, the causes in a table, the whys collapsed. It always stays below GitHub's limit: details that no longer fit
/// are left out and counted.
/// </summary>
public static class CommentWriter
{
    /// <summary>GitHub rejects longer bodies.</summary>
    public const int Limit = 65_536;
    private const int Budget = 60_000;
    private const int MaxRows = 10;
    private const int MaxTests = 15;

    /// <summary>The hidden line that the bot uses to find its own comment.</summary>
    public const string Marker = "<!-- whybot:run -->";

    /// <summary>A deployment's comment is separate from the one about the pull request's own checks.</summary>
    public static string MarkerOf(string? environment) => environment is null ? Marker : $"<!-- whybot:run {EnvironmentNames.WordOf(environment)} -->";

    /// <summary>Placeholder for the number of an issue that will be filed; the code that files it inserts the number.</summary>
    public static string NewIssuePlaceholder(string cluster) => $"new<!-- {cluster} -->";

    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append($"### {Sign(report)} {Wording.Headline(report)}{Wording.Where(report)}{At(report)}\n\n");
        text.Append(report is { Decision: Decision.Go, Totals.Ran: 0 } ? $"**{Markdown.Of(report.Reason)}**\n" : $"{Reason(report)}{Wording.Passed(report)}\n");
        text.Append(RunNotes.Unread(report));
        text.Append(report.Totals.Ran == 0 && report.Services.Count > 0 ? $"\n{ReadinessTable.Write(report.Services)}" : "");
        text.Append(Causes(report));
        text.Append(report.Answers.Count == 0 ? ""
            : $"\n**Since the last {report.Deployment.Occasion}**\n\n{AnswersWriter.Write(report.Answers, citing: false)}");
        text.Append(Risk(report));
        text.Append(Refuted(report));
        var left = Details(report, text);
        text.Append(report.Deployment.Environment is null ? "" : Gates(report));
        text.Append(RunNotes.Flaky(report));
        text.Append(RunNotes.Jobs(report));
        text.Append(Warnings(report));
        if (left > 0)
            text.Append($"\n{Numbers.Count(left, "cause")} more did not fit; the report has them all.\n");
        text.Append($"\n{MarkerOf(report.Deployment.Environment)}\n");
        return text.ToString();
    }

    /// <summary>A failing test makes the check red, even if the gates accept it.</summary>
    private static string Sign(Report report) =>
        DecisionTable.Of(report.Deployment.Environment is null && report.Totals.Bad > 0 ? Decision.NoGo : report.Decision).Sign;

    private static string At(Report report) => report.Deployment.ShortSha is { } sha ? $" at {Markdown.Code(sha)}" : "";

    /// <summary>The rule that decided. Checks of a commit have no gates to name, unless they could not be judged.</summary>
    private static string Reason(Report report) =>
        report.Deployment.Environment is null && (report.Decision == Decision.Go || report.Totals.BadTests > 0) ? "" : $"**{Markdown.Of(report.Reason)}** · ";

    private static string Causes(Report report)
    {
        if (report.Clusters.Count == 0)
            return "";
        var text = new StringBuilder("\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n");
        foreach (var (cluster, i) in report.Clusters.Take(MaxRows).Select((c, i) => (c, i)))
        {
            var issue = cluster.Issue is { } match ? $"#{match.Number}" : cluster.ClosedIssue is { } closed ? $"#{closed} (was closed)"
                : report.NewIssues.Any(n => n.Cluster == cluster.Id) ? NewIssuePlaceholder(cluster.Id) : "–";
            text.Append($"| {i + 1} | {Markdown.CellCode(cluster.Title, 120)} | {cluster.Verdict.Kind.Word()} | {cluster.Tests.Count} | {issue} | "
                + $"{Suspect(cluster)} |\n");
        }
        if (report.Clusters.Count > MaxRows)
            text.Append($"|  | and {report.Clusters.Count - MaxRows} more |  |  |  |  |\n");
        return text.ToString();
    }

    private static string Suspect(ReportedCluster cluster)
    {
        if (cluster.Suspects is not [var suspect, ..])
            return "none";
        var pull = suspect.Pull is { } number ? $" #{number}" : "";
        return $"{Markdown.CellCode(suspect.ShortSha)}{pull} {Markdown.CellCode(suspect.Path, 80)}{(suspect.Established ? "" : " (likely)")}";
    }

    private static string Risk(Report report)
    {
        var risks = report.Clusters.Where(c => c.Impact is not null).Select(c => (c.Priority, c.Impact)).Distinct()
            .OrderBy(r => r.Priority, StringComparer.Ordinal).Take(3).ToList();
        return risks.Count == 0 ? "" : $"\n**At risk:** {string.Join("; ", risks.Select(r => $"{Markdown.Code(r.Impact!)} ({Markdown.Code(r.Priority!)})"))}\n";
    }

    private static string Refuted(Report report)
    {
        if (report.Contradictions.Count == 0)
            return "";
        var text = new StringBuilder("\n**Open issues whose tests pass now**\n\n");
        foreach (var contradiction in report.Contradictions.Take(MaxRows))
            text.Append($"- #{contradiction.Issue}: {Markdown.Of(Prose.Join("; ", contradiction.Because))}\n");
        return text.ToString();
    }

    /// <summary>Appends what fits, most serious first; returns how many causes did not fit.</summary>
    private static int Details(Report report, StringBuilder text)
    {
        for (var i = 0; i < report.Clusters.Count; i++)
        {
            var details = Detail(report.Clusters[i], i + 1);
            if (text.Length + details.Length > Budget)
                return report.Clusters.Count - i;
            text.Append(details);
        }
        return 0;
    }

    private static string Detail(ReportedCluster cluster, int number) =>
        $"""

        <details><summary>{number} · Why, with evidence, and what to do</summary>

        {Markdown.Of(cluster.RootCause)}

        *{Markdown.Of(cluster.Verdict.Because)}*

        {WhysMarkdown.Whys(cluster)}
        {WhysMarkdown.Actions(cluster)}
        {WhysMarkdown.RuledOut(cluster)}
        {WhysMarkdown.Related(cluster)}
        **{Numbers.Count(cluster.Tests.Count, "failing test")}**

        {WhysMarkdown.Tests(cluster.Tests, MaxTests)}
        </details>

        """;

    private static string Gates(Report report)
    {
        var text = new StringBuilder("\n<details><summary>Gates</summary>\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n");
        foreach (var gate in report.Gates.Take(40))
            text.Append($"| {Markdown.CellCode(gate.Name, 60)} | {Numbers.Rate(gate.Required)} | {Numbers.Rate(gate.Actual)} | {Wording.Of(gate.Outcome)} | "
                + $"{Markdown.Cell(gate.Reason)} |\n");
        return text.Append("\n</details>\n").ToString();
    }

    private static string Warnings(Report report)
    {
        if (report.Warnings.Count == 0)
            return "";
        var text = new StringBuilder("\n**Notes**\n\n");
        foreach (var warning in report.Warnings.Take(8))
            text.Append($"- {Markdown.Of(warning)}\n");
        if (report.Warnings.Count > 8)
            text.Append($"- and {report.Warnings.Count - 8} more warnings\n");
        return text.ToString();
    }
}
