using System.Text;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>What a merged pull request is told once, after it broke the branch.</summary>
/// <param name="Causes">Ids of the causes that its change established.</param>
public sealed record MergedPullDraft(int Pull, IReadOnlyList<ClusterId> Causes, string Body);

/// <summary>
/// Tells the merged pull request that broke a branch: only for a regression whose suspect is established, never for a flake or a likely suspect, because
/// wrong blame costs more than silence.
/// </summary>
internal static class MergedPullWriter
{
    private const int MostCauses = 3;

    /// <summary>One draft for each pull request to blame; none for a deployment, whose own comment says it, and none for a pull request's own checks.</summary>
    public static IReadOnlyList<MergedPullDraft> Write(Report report) =>
        report.Deployment is not { Environment: null, Pull: null, Branch: { } branch } ? []
            : [.. report.Clusters.Index().Where(c => IsCertain(c.Item)).GroupBy(c => c.Item.Suspects[0].Pull!.Value)
                .Select(g => new MergedPullDraft(g.Key, [.. g.Select(c => c.Item.Id)], Body(report, branch, [.. g])))];

    private static bool IsCertain(ReportedCluster cause) =>
        cause.Verdict.Kind == VerdictKind.Regression && cause.Suspects is [{ Established: true, Pull: not null }, ..];

    private static string Body(Report report, string branch, IReadOnlyList<(int Index, ReportedCluster Cause)> causes)
    {
        var repository = Wording.Address(report);
        var (_, worst) = causes[0];
        var sha = report.Deployment.Sha is { } commit ? Prose.Of($" at {LinkedText.Commit(commit)}") : Prose.Empty;
        var more = causes.Count > 1 ? $", and {Numbers.Count(causes.Count - 1, "more cause")}" : "";
        var sentence = Prose.Of($"This pull request broke {branch}{sha}: {worst.Brief}{more:t}");
        var text = new StringBuilder($"### {DecisionTable.Of(Decision.NoGo).Sign} {Markdown.Of(sentence, repository)}\n\n");
        if (worst.Actions.Where(a => a.Urgency == Urgency.Now).Select(a => Markdown.Of(a.What, repository)).ToList() is { Count: > 0 } now)
            text.Append($"**{Wording.Of(Urgency.Now)}:** {string.Join(' ', now)}\n\n");
        text.Append($"{string.Join(" · ", CommentWriter.Figures(report, repository))}{CommentWriter.PageMarker}\n");
        foreach (var (index, cause) in causes.Take(MostCauses))
            text.Append(CommentWriter.Detail(report, index, repository, above: cause == worst ? Urgency.Now : null));
        return text.Append($"\nI say this once. What happens next is in the checks of {Markdown.Code(branch)}.\n").ToString();
    }
}
