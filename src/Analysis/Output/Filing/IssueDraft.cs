using System.Text;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>An issue as a value, not sent yet.</summary>
/// <param name="Cause">What it is about: a cluster's id, or a mass failure's id; its marker in the body finds the issue again.</param>
/// <param name="Covers">Ids of all clusters that it covers.</param>
public sealed record IssueDraft(string Cause, string Title, IReadOnlyList<string> Labels, string Body, IReadOnlyList<ClusterId> Covers);

/// <summary>
/// Drafts one issue per new cause. If many things are new at once (more than ten causes, or several of the environment's), one issue covers all of them: a
/// person who wakes up to this needs one place to look, not thirty.
/// </summary>
public static class IssueDrafter
{
    /// <summary>More new causes than this are treated as one mass failure.</summary>
    public const int MassFrom = 10;
    private const int MaxTests = 50;
    private const int MaxCauses = 40;

    /// <summary>How the body about one cause begins.</summary>
    internal const string Beginning = "What broke: ";

    /// <summary>What the first sentence of the body about many causes says of them.</summary>
    internal const string ManyWords = " that no open issue describes. They came at once: look for what they share before you take them one by one.";

    /// <summary>The head of the table of many causes.</summary>
    internal const string CausesHeader = "| Cause | Verdict | Failed | Suspect |\n|---|---|---|---|\n";

    /// <summary>The head of that table as earlier versions wrote it.</summary>
    internal const string EarlierCausesHeader = "| Cause | Verdict | Tests | Suspect |\n|---|---|---|---|\n";

    /// <summary>GitHub rejects longer bodies; the list of tests, the least important part, is cut.</summary>
    private const int Limit = 60_000;

    public static IReadOnlyList<IssueDraft> Draft(Report report, RepositorySettings settings)
    {
        if (EnvironmentIssue.Draft(report, settings) is { } down)
            return [down];
        var isNew = report.NewIssues.Select(n => n.Cluster).ToHashSet();
        var clusters = report.Clusters.Where(c => isNew.Contains(c.Id)).ToList();
        if (clusters.Count > MassFrom)
            return [Mass($"{clusters.Count} new causes at once", clusters, report, settings)];
        var environment = clusters.Where(c => c.Verdict.Kind == VerdictKind.Environment).ToList();
        if (environment.Count < 2)
            return [.. clusters.Select(c => One(c, report, settings))];
        return [Mass($"{environment[0].Title} and {environment.Count - 1} more causes in the environment", environment, report, settings),
            .. clusters.Except(environment).Select(c => One(c, report, settings))];
    }

    private static IssueDraft One(ReportedCluster cluster, Report report, RepositorySettings settings) =>
        new(cluster.IssueKey, cluster.Title, Labels(cluster.Priority, settings), Whole(Body(cluster, report), cluster.IssueKey,
            cluster.Signatures.Count == 0 ? [] : [cluster.Id, .. cluster.Signatures]), [cluster.Id]);

    private static IssueDraft Mass(string what, IReadOnlyList<ReportedCluster> clusters, Report report, RepositorySettings settings)
    {
        var cause = $"mass-{report.Deployment.Sha?.Short ?? clusters[0].Id.Value}";
        var priority = clusters.Select(c => c.Priority).Min();
        var text = new StringBuilder($"{Wording.Count(clusters)} fail, for {Numbers.Count(clusters.Count, "cause")}"
            + $"{ManyWords}\n\n");
        text.Append(CausesHeader);
        foreach (var cluster in clusters.Take(MaxCauses))
            text.Append($"| {Markdown.CellCode(cluster.Title, 120)} | {cluster.Verdict.Kind.Word()} | {cluster.Tests.Count} | "
                + $"{(cluster.Suspects is [var suspect, ..] ? Markdown.CellCode(suspect.Path, 80) : "none")} |\n");
        if (clusters.Count > MaxCauses)
            text.Append($"| and {clusters.Count - MaxCauses} more |  |  |  |\n");
        text.Append($"\n## The gravest of them\n\n{Body(clusters[0], report)}");
        return new IssueDraft(cause, SafeText.OneLine(what, 120), Labels(priority, settings), Whole(text.ToString(), cause, [.. clusters.Select(c => c.Id)]),
            [.. clusters.Select(c => c.Id)]);
    }

    internal static List<string> Labels(Priority? priority, RepositorySettings settings)
    {
        var labels = new List<string>(settings.IssueLabels);
        if (priority is { } known && settings.PriorityLabels.TryGetValue(known, out var label))
            labels.Add(label);
        return [.. labels.Distinct()];
    }

    private static string Body(ReportedCluster cluster, Report report)
    {
        var repository = Wording.Address(report);
        var text = new StringBuilder();
        text.Append($"{Beginning}{Markdown.Of(cluster.Brief, repository)}.\n\n");
        var now = cluster.Actions.Where(a => a.Urgency == Urgency.Now).Select(a => Markdown.Of(a.What, repository)).ToList();
        text.Append(now.Count == 0 ? "" : $"**Now:** {string.Join(' ', now)}\n\n");
        text.Append($"{Markdown.Of(cluster.RootCause, repository)}\n\n");
        text.Append($"{Wording.Count(cluster)} in "
            + $"{string.Join(", ", cluster.Suites.Select(s => Markdown.Code(s)))}{CommentWriter.PageMarker}\n\n*{Markdown.Of(cluster.Verdict.Because)}*\n");
        if (cluster.EarlierIssue is { } earlier)
            text.Append($"\n**Back:** #{earlier} was about the same and has been closed for longer than 30 days.\n");
        if (cluster.Impact is { } impact)
            text.Append($"\n**At risk:** {Markdown.Code(impact)} ({Markdown.Code($"{cluster.Priority}")})\n");
        if (cluster.Owners.Count > 0)
            text.Append($"\n**Owners:** {string.Join(", ", cluster.Owners.Select(o => Markdown.Code(o)))}\n");
        text.Append(cluster.Shortlist.Count == 0 ? "" : $"\n{WhysMarkdown.Shortlist(cluster, repository)}");
        text.Append($"\n{WhysMarkdown.Actions(cluster, repository, above: Urgency.Now)}");
        text.Append($"\n{OwnIssue.WhyHeading}\n{CommentWriter.Folded(cluster.RuledOut.Count > 0 ? "With evidence, and what was ruled out" : "With evidence",
            $"{WhysMarkdown.Evidence(cluster)}{WhysMarkdown.Whys(cluster, repository)}\n{WhysMarkdown.RuledOut(cluster, repository)}")}\n");
        var seen = new SeenRow(report.Deployment.CreatedAt, Place(report), report.Deployment.Sha ?? default, cluster.Tests.Count);
        text.Append($"{SeenTable.Heading}\n\n{SeenTable.Write([seen], SeenFacts.Of([SeenCause.Of(cluster)]))}\n");
        text.Append($"\n{OwnIssue.TestsHeading}\n\n{WhysMarkdown.Tests(cluster, MaxTests, repository, report.Deployment.Sha)}");
        text.Append($"\n{OwnIssue.SignatureWord}{Markdown.Code(cluster.Id.Value)}\n");
        return text.ToString();
    }

    /// <param name="covers">What the issue is about, beyond what its marker says: its causes, or the cause and its signatures; empty if that is all.</param>
    internal static string Whole(string body, string cause, IReadOnlyList<ClusterId> covers)
    {
        var text = new StringBuilder(body);
        if (text.Length > Limit)
            text.Length = LastLine(text);
        text.Append(covers.Count == 0 ? "\n" : $"\n{OwnIssue.Covers(covers)}\n");
        return text.Append($"{OwnIssue.Marker(cause)}\n").ToString();
    }

    /// <summary>The end of the last whole line below the limit, so no Markdown span is cut in the middle.</summary>
    private static int LastLine(StringBuilder text)
    {
        var at = Limit;
        while (at > 0 && text[at - 1] != '\n')
            at--;
        return at;
    }

    private static string Place(Report report) => report.Deployment switch
    {
        { Environment: { } environment } => environment,
        { Pull: { } pull } => $"pull request {pull}",
        { Branch: { } branch } => branch,
        _ => "–",
    };
}
