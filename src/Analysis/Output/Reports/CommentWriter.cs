using System.Text;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Writes the comment of a run: the answer in the first two lines (<see cref="AnswerLines"/>), a line of figures and links, and everything else folded. It
/// always stays below GitHub's limit: details that no longer fit are left out and counted.
/// </summary>
public static class CommentWriter
{
    /// <summary>GitHub rejects longer bodies.</summary>
    public const int Limit = 65_536;
    private const int Budget = 60_000;
    private const int MaxCauses = 5;
    private const int MaxTests = 15;
    private const int MaxIssues = 10;
    private const int MaxRisks = 2;
    private const int MaxLogs = 2;

    /// <summary>The hidden line that the bot uses to find its own comment.</summary>
    public const string Marker = "<!-- whybot:run -->";

    /// <summary>Below what to do now: where the bot adds what it did after the run.</summary>
    public const string NewsMarker = "<!-- whybot:news -->";

    /// <summary>Behind the figures: where the bot adds a link to its page about the run, if people can open it.</summary>
    public const string PageMarker = "<!-- whybot:page -->";

    /// <summary>A deployment's comment is separate from the one about the pull request's own checks.</summary>
    public static string MarkerOf(string? environment) => environment is null ? Marker : $"<!-- whybot:run {EnvironmentNames.WordOf(environment)} -->";

    /// <summary>Placeholder for the number of an issue that will be filed; the code that files it inserts the number.</summary>
    public static string NewIssuePlaceholder(ClusterId cluster) => $"new<!-- {cluster} -->";

    public static string Write(Report report)
    {
        var repository = Wording.Address(report);
        var text = new StringBuilder();
        text.Append($"### {DecisionTable.Of(AnswerLines.Sign(report)).Sign} {Markdown.Of(AnswerLines.Sentence(report), repository)}\n\n");
        text.Append(ToDo(report, repository));
        text.Append($"{NewsMarker}\n\n");
        if (string.Join(" · ", Figures(report, repository)) is { Length: > 0 } figures)
            text.Append($"{figures}{PageMarker}\n");
        text.Append(Log(report));
        text.Append(AnswerLines.SaysUnread(report) ? "" : RunNotes.Unread(report));
        text.Append(report.Answers.Count == 0 ? ""
            : $"\n**Since the last {report.Deployment.Occasion}**\n\n{AnswersWriter.Write(report.Answers, citing: false)}");
        text.Append(RunNotes.Jobs(report));
        var left = Details(report, text, repository);
        text.Append(Folded("Services", report.Services.Count == 0 ? "" : ReadinessTable.Write(report.Services)));
        text.Append(report.Deployment.Environment is null ? "" : Gates(report));
        text.Append(Refuted(report));
        text.Append(RunNotes.Flaky(report));
        text.Append(RunNotes.PassedLater(report));
        text.Append(Warnings(report));
        if (left > 0)
            text.Append($"\n{Numbers.Count(left, "cause")} more did not fit; the report has them all.\n");
        text.Append($"\n{MarkerOf(report.Deployment.Environment)}\n");
        return text.ToString();
    }

    /// <summary>The few lines of the log that say why, if that is all there is to say: no test failed.</summary>
    private static string Log(Report report) =>
        report.Totals.BadTests == 0 && report.Clusters is [{ Evidence: [var block, ..] }, ..] ? $"\n{Markdown.Block(string.Join('\n', block.Telling))}\n" : "";

    private static string ToDo(Report report, RepositoryAddress? repository) => AnswerLines.ToDo(report) is not { } todo ? ""
        : $"**{Wording.Of(todo.Urgency)}:** {string.Join(' ', todo.What.Select(w => Markdown.Of(w, repository)))}\n";

    /// <summary>The line of figures and links below the answer.</summary>
    internal static IEnumerable<string> Figures(Report report, RepositoryAddress? repository)
    {
        if (Markdown.Of(AnswerLines.Reason(report), repository) is { Length: > 0 } reason)
            yield return reason;
        if (AnswerLines.Figures(report) is { Length: > 0 } figures)
            yield return figures;
        if (report.Clusters is [{ Issue: null } only] && Issue(only, report) is { } issue)
            yield return issue;
        foreach (var (priority, impact) in report.Clusters.Where(c => c.Impact is not null).Select(c => (c.Priority, c.Impact)).Distinct()
            .OrderBy(r => r.Priority).Take(MaxRisks))
            yield return $"at risk: {Markdown.Code(impact!)} ({Markdown.Code($"{priority}")})";
        foreach (var job in report.Jobs.Where(j => j is { EndedWell: false, Page: not null }).Take(MaxLogs))
            yield return Markdown.Link(new LinkedText(job.Name, job.Page!), repository);
        if (repository is not null && report is { Previous.Sha: { } before, Deployment.Sha: { } sha } && before != sha)
            yield return $"[changes]({repository.Url}/compare/{Uri.EscapeDataString(before.Value)}...{Uri.EscapeDataString(sha.Value)})";
    }

    /// <summary>The issue about a cause if there is one besides the open one that the brief names.</summary>
    private static string? Issue(ReportedCluster cluster, Report report) => cluster switch
    {
        { Issue: { } match } => $"issue #{match.Number}",
        { ClosedIssue: { } closed } => $"issue #{closed} (closed)",
        _ => report.NewIssues.Any(n => n.Cluster == cluster.Id) ? $"issue {NewIssuePlaceholder(cluster.Id)}" : null,
    };

    private static string Refuted(Report report)
    {
        if (report.Contradictions.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var contradiction in report.Contradictions.Take(MaxIssues))
            text.Append($"- #{contradiction.Issue}: {Markdown.Of(Prose.Join("; ", contradiction.Because))}\n");
        return Folded($"{Numbers.Count(report.Contradictions.Count, "open issue")} whose tests pass now", text.ToString());
    }

    /// <summary>Appends what fits, most serious first; returns how many causes did not fit.</summary>
    private static int Details(Report report, StringBuilder text, RepositoryAddress? repository)
    {
        var more = new StringBuilder();
        for (var i = 0; i < report.Clusters.Count; i++)
        {
            // What to do now about the worst cause is the comment's second line.
            var detail = Detail(report, i, repository, above: i == 0 ? Urgency.Now : null);
            if (text.Length + more.Length + detail.Length > Budget)
            {
                text.Append(More(more.ToString(), i - MaxCauses));
                return report.Clusters.Count - i;
            }
            (i < MaxCauses ? text : more).Append(detail);
        }
        text.Append(More(more.ToString(), report.Clusters.Count - MaxCauses));
        return 0;
    }

    /// <summary>Whether the chain of whys below says what the root cause says.</summary>
    private static bool IsInWhys(ReportedCluster cluster) =>
        $"{cluster.RootCause}" is var cause && OpenWhys.Answered(cluster.Whys).Any(w => cause.StartsWith($"{w.Answer}", StringComparison.Ordinal));

    private static string More(string causes, int count) => causes.Length == 0 ? "" : Folded($"{Numbers.Count(count, "more cause")}", causes.TrimStart('\n'));

    /// <summary>All about one cause, folded.</summary>
    /// <param name="at">Its position in the report.</param>
    /// <param name="above">How urgent the actions are that already stand above; null if none do.</param>
    internal static string Detail(Report report, int at, RepositoryAddress? repository, Urgency? above)
    {
        var cluster = report.Clusters[at];
        string[] parts =
        [
            IsInWhys(cluster) ? "" : Markdown.Of(cluster.RootCause, repository),
            $"*{Markdown.Of(cluster.Verdict.Because, repository)}*",
            WhysMarkdown.Evidence(cluster),
            WhysMarkdown.Shortlist(cluster, repository),
            WhysMarkdown.Whys(cluster, repository),
            WhysMarkdown.Actions(cluster, repository, above),
            WhysMarkdown.RuledOut(cluster, repository),
            WhysMarkdown.Related(cluster),
            $"**{Wording.Failing(cluster)}**\n\n{WhysMarkdown.Tests(cluster, MaxTests, repository, report.Deployment.Sha)}",
            WhysMarkdown.Reproduce(cluster),
        ];
        return Folded(report.Clusters.Count == 1 ? "Why, with evidence, and what to do" : Summary(report, at),
            string.Join("\n\n", parts.Where(p => p.Length > 0).Select(p => p.TrimEnd('\n'))));
    }

    /// <summary>One of several causes on one line: <c>2 · the field `total` is missing · regression · 3 tests · issue #12</c>.</summary>
    private static string Summary(Report report, int at)
    {
        var cluster = report.Clusters[at];
        var issue = Issue(cluster, report) is { } about ? $" · {about}" : "";
        return $"{at + 1} · {Markdown.Html(cluster.Brief)} · {cluster.Verdict.Kind.Word()} · {Wording.Count(cluster)}{issue}";
    }

    private static string Gates(Report report)
    {
        var text = new StringBuilder("| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n");
        foreach (var gate in report.Gates.Take(40))
            text.Append($"| {Markdown.CellCode(gate.Name, 60)} | {Numbers.Rate(gate.Required)} | {Numbers.Rate(gate.Actual)} | {Wording.Of(gate.Outcome)} | "
                + $"{Markdown.Cell(gate.Reason)} |\n");
        var met = report.Gates.Count(g => g.Outcome == GateOutcome.Passed);
        return Folded($"Gates: {met} of {report.Gates.Count} met", text.ToString());
    }

    private static string Warnings(Report report)
    {
        if (report.Warnings.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var warning in report.Warnings.Take(8))
            text.Append($"- {Markdown.Of(warning)}\n");
        if (report.Warnings.Count > 8)
            text.Append($"- and {report.Warnings.Count - 8} more\n");
        return Folded($"{Numbers.Count(report.Warnings.Count, "note")} on what was read", text.ToString());
    }

    /// <summary>A part that is read only by those who open it; nothing for an empty one.</summary>
    internal static string Folded(string summary, string body) => body.Length == 0 ? ""
        : $"\n<details><summary>{summary}</summary>\n\n{body.TrimEnd('\n')}\n\n</details>\n";
}
