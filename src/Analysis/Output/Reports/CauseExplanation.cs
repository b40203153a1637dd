using System.Text;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>What is stored about a cause to answer later questions. All of it is Markdown with text from outside in fences.</summary>
/// <param name="Chain">The whys, one per line.</param>
/// <param name="Rungs">Each why in full, with its evidence quoted; the first is step 1.</param>
/// <param name="Evidence">Where each claim comes from.</param>
/// <param name="Match">Which issue it belongs to, or is closest to, with the scores.</param>
/// <param name="Matches">How each issue was scored, by number.</param>
public sealed record CauseExplanation(string Chain, IReadOnlyList<string> Rungs, string Evidence, string Match, IReadOnlyDictionary<int, string> Matches);

/// <summary>Writes the dossier of a cause.</summary>
internal static class CauseExplanationWriter
{
    private const int MostIssues = 10;
    private const double WorthShowing = 0.1;

    public static CauseExplanation Write(ReportedCluster cluster) =>
        new(Chain(cluster), [.. cluster.Whys.Select(Step)], Evidence(cluster), Match(cluster),
            cluster.Scored.Take(MostIssues).ToDictionary(s => s.Number, Scores));

    private static string Chain(ReportedCluster cluster)
    {
        var text = new StringBuilder($"{Markdown.Of(cluster.RootCause)}\n\n*{Markdown.Of(cluster.Verdict.Because)}*\n\n");
        foreach (var why in OpenWhys.Answered(cluster.Whys))
            text.Append($"{why.Level}. **{why.Question}** *({Wording.Of(why.Status)})*  \n   {Markdown.Of(why.Answer)}\n");
        if (OpenWhys.Of(cluster.Whys) is { } open)
            text.Append($"\n**{OpenWhys.Heading}:** {Markdown.Of(open)}\n");
        return text.ToString();
    }

    private static string Step(Why why)
    {
        var text = new StringBuilder($"**{why.Question}** *({Wording.Of(why.Status)})*\n\n{Markdown.Of(why.Answer)}\n");
        foreach (var citation in why.Citations)
            text.Append($"\n{Markdown.Code(citation.ShortPlace)}\n\n{Markdown.Block(citation.Excerpt)}\n");
        return text.ToString();
    }

    private static string Evidence(ReportedCluster cluster)
    {
        var text = new StringBuilder("| Claim | Status | Evidence, re-read |\n|---|---|---|\n");
        foreach (var why in cluster.Whys)
            text.Append($"| {why.Level}. {why.Question} | {Wording.Of(why.Status)} | {Places(why.Citations)} |\n");
        foreach (var suspect in cluster.Suspects)
            text.Append($"| Suspect {Markdown.CellCode(suspect.Sha.Short)} {Markdown.CellCode(suspect.Path, 80)} | "
                + $"{(suspect.Established ? "established" : "likely")} | {Places(suspect.Citations)} |\n");
        foreach (var ruled in cluster.RuledOut)
            text.Append($"| Not {Markdown.Cell(ruled.What)} | ruled out | {Places(ruled.Citations)} |\n");
        return text.ToString();
    }

    private static string Places(IReadOnlyList<Citation> citations) =>
        citations.Count == 0 ? "none: the evidence stops here" : string.Join("<br>", citations.Select(c => Markdown.CellCode(c.ShortPlace)));

    private static string Match(ReportedCluster cluster)
    {
        var scored = cluster.Scored.Take(MostIssues).ToList();
        var said = cluster.Issue switch
        {
            { Own: true } own => $"It is #{own.Number}: {Markdown.Of(Prose.Join("; ", own.Because))}.\n",
            { } match => $"It belongs to #{match.Number}, with confidence {match.Confidence:0.00}.\n",
            null when scored.Any(s => s.Open) => $"No open issue describes it; the nearest miss is #{scored.First(s => s.Open).Number}.\n",
            null => "No open issue describes it, and none comes near.\n",
        };
        return scored.Count == 0 ? said : $"{said}\n{string.Join('\n', scored.Where((s, i) => i == 0 || s.Confidence >= WorthShowing).Take(3).Select(Scores))}";
    }

    private static string Scores(ScoredIssue issue)
    {
        var short_ = issue switch
        {
            { Open: false } => "closed: shown, never matched",
            { Rule: { } rule } => $"a match: {rule}",
            _ => "no rule says that it is about this cause",
        };
        var text = new StringBuilder($"#{issue.Number} {Markdown.Code(issue.Title, 100)}: **{issue.Confidence:0.00}**, {short_}\n\n| Points | Because "
            + $"|\n|---|---|\n");
        foreach (var (points, because) in issue.Points)
            text.Append($"| {points:+0.00;-0.00;0.00} | {Markdown.Cell(because)} |\n");
        return text.ToString();
    }
}
