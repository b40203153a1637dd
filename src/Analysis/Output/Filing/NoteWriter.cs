using System.Text;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>Writes the bot's note for an issue that is not its own: this run's failures belong to it, and why the bot thinks so.</summary>
public static class NoteWriter
{
    private const int MaxTests = 15;

    /// <summary>The hidden line that the bot uses to find its note again.</summary>
    public const string Marker = "<!-- whybot:note -->";

    /// <summary>One note per issue, however many causes belong to it.</summary>
    public static IReadOnlyList<NoteDraft> Write(Report report) =>
        [.. report.Clusters.Where(c => c.Issue is { Own: false }).GroupBy(c => c.Issue!.Number).OrderBy(g => g.Key)
            .Select(g => new NoteDraft(g.Key, g.First().Id, Body(report, [.. g])))];

    private static string Body(Report report, IReadOnlyList<ReportedCluster> clusters)
    {
        var repository = Wording.Address(report);
        var at = report.Deployment.Sha?.Short is { } sha ? $" at {Markdown.Code(sha)}" : "";
        var text = new StringBuilder($"**Seen{Wording.Where(report)}{at}:** {Wording.Failing(clusters)} belong here.\n");
        foreach (var cluster in clusters)
        {
            text.Append($"\n{Markdown.Of(cluster.RootCause, repository)}\n\n");
            text.Append($"- Why here: {Markdown.Of(Prose.Join("; ", cluster.Issue!.Because.Take(3)))} (confidence {cluster.Issue.Confidence:0.00})\n");
            if (cluster.Suspects is [var suspect, ..])
                text.Append($"- Suspect: {Markdown.Code(suspect.Sha.Short)} {Markdown.Code(suspect.Path)}{(suspect.Established ? "" : " (likely)")}\n");
            text.Append("\n<details><summary>Why, with evidence</summary>\n\n");
            text.Append($"{WhysMarkdown.Whys(cluster, repository)}\n");
            text.Append($"{WhysMarkdown.Tests(cluster, MaxTests, repository, report.Deployment.Sha)}\n</details>\n");
        }
        return text.Append($"\n{Marker}\n").ToString();
    }
}
