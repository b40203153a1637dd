using System.Text;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Filing;

/// <summary>An issue as a value, not sent yet.</summary>
/// <param name="Cluster">Id of the cluster; its marker in the body finds the issue again.</param>
public sealed record IssueDraft(string Cluster, string Title, IReadOnlyList<string> Labels, string Body);

/// <summary>Drafts one issue per new cause.</summary>
public static class IssueDrafter
{
    private const int MaxTests = 50;

    /// <summary>GitHub refuses longer bodies; what is cut is the least: the list of tests.</summary>
    private const int Limit = 60_000;

    public static IReadOnlyList<IssueDraft> Draft(Report report, RepositorySettings settings) =>
        [.. report.Clusters.Where(c => report.NewIssues.Any(n => n.Cluster == c.Id)).Select(c => new IssueDraft(c.Id, c.Title, Labels(c, settings), Body(c, report)))];

    /// <summary>The hidden line by which the bot finds the issue of a cluster.</summary>
    public static string Marker(string cluster) => $"<!-- whybot:cause {cluster} -->";

    private static List<string> Labels(ReportedCluster cluster, RepositorySettings settings)
    {
        var labels = new List<string>(settings.IssueLabels);
        if (cluster.Priority is { } priority && settings.PriorityLabels.TryGetValue(priority, out var label))
            labels.Add(label);
        return [.. labels.Distinct()];
    }

    private static string Body(ReportedCluster cluster, Report report)
    {
        var text = new StringBuilder();
        text.Append($"{Markdown.Of(cluster.RootCause)}\n\n");
        text.Append($"{Wording.Count(cluster.Tests.Count, "test")} in {string.Join(", ", cluster.Suites.Select(s => Markdown.Code(s)))}. {Markdown.Of(cluster.Verdict.Because)}.\n");
        if (cluster.Impact is { } impact)
            text.Append($"\n**At risk:** {Markdown.Code(impact)} ({Markdown.Code(cluster.Priority!)})\n");
        text.Append($"\n## Why\n\n{WhysMarkdown.Whys(cluster)}\n");
        text.Append($"{WhysMarkdown.Actions(cluster)}\n{WhysMarkdown.RuledOut(cluster)}\n");
        text.Append(Seen(report, cluster));
        text.Append($"\n## Failing tests\n\n{WhysMarkdown.Tests(cluster.Tests, MaxTests)}");
        if (text.Length > Limit)
            text.Length = LastLine(text);
        text.Append($"\n{Marker(cluster.Id)}\n");
        return text.ToString();
    }

    /// <summary>The end of the last whole line below the limit: no span is cut open.</summary>
    private static int LastLine(StringBuilder text)
    {
        var at = Limit;
        while (at > 0 && text[at - 1] != '\n')
            at--;
        return at;
    }

    private static string Seen(Report report, ReportedCluster cluster)
    {
        var where = report.Deployment.Environment is { } name ? Markdown.CellCode(name) : "–";
        var at = report.Deployment.CreatedAt is { } time ? time.ToString("yyyy-MM-dd HH:mm 'UTC'") : "–";
        var commit = report.Deployment.Sha is { } sha ? Markdown.CellCode(sha) : "–";
        return $"## Seen\n\n| Where | Deployed | Commit | Tests |\n|---|---|---|---|\n| {where} | {at} | {commit} | {cluster.Tests.Count} |\n";
    }
}
