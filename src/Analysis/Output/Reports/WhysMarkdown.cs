using System.Text;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Writes the chain of whys, the causes ruled out and the actions of one cluster; comments, issues and worklogs share it.</summary>
internal static class WhysMarkdown
{
    private const int MostBlocks = 3;

    /// <summary>Stands in place of the whys of a cause beyond <see cref="ClusterAnalysis.MostExplained"/>.</summary>
    private static readonly string Unexplained =
        $"Not explained: this run has more than {ClusterAnalysis.MostExplained} causes, and others make more tests fail.";

    public static string Whys(ReportedCluster cluster, RepositoryAddress? repository)
    {
        if (cluster.Whys.Count == 0)
            return $"{Unexplained}\n";
        var text = new StringBuilder();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var why in OpenWhys.Answered(cluster.Whys))
        {
            List<string> cited = [.. why.Citations.Select(Cited)];
            var above = cited.Count > 0 && cited.TrueForAll(shown.Contains) ? ", by lines shown above" : "";
            text.Append($"{why.Level}. **{why.Question}** *({Wording.Of(why.Status)}{above})*  \n   {Markdown.Of(why.Answer, repository)}\n");
            foreach (var citation in cited.Where(shown.Add))
                text.Append($"   - {citation}\n");
        }
        if (OpenWhys.Of(cluster.Whys) is { } open)
            text.Append($"{(text.Length > 0 ? "\n" : "")}**{OpenWhys.Heading}:** {Markdown.Of(open, repository)}\n");
        return text.ToString();
    }

    /// <summary>The likeliest changes, if none is named.</summary>
    public static string Shortlist(ReportedCluster cluster, RepositoryAddress? repository) => cluster.Shortlist.Count == 0 ? ""
        : $"**Likeliest changes**\n\n{string.Concat(cluster.Shortlist.Select(s => $"- {Markdown.Of(s, repository)}\n"))}";

    /// <summary>Open issues that may be about it; a separate line, or nothing.</summary>
    public static string Related(ReportedCluster cluster) => cluster.Related.Count == 0 ? ""
        : $"**Possibly related:** "
            + $"{string.Join("; ", cluster.Related.Select(r => $"#{r.Number} {Markdown.Code(r.Title, 80)} ({Markdown.Of(r.Because[0])})"))}\n";

    public static string RuledOut(ReportedCluster cluster, RepositoryAddress? repository)
    {
        if (cluster.RuledOut.Count == 0)
            return "";
        var text = new StringBuilder("**Ruled out**\n\n");
        foreach (var cause in cluster.RuledOut)
            text.Append($"- {Markdown.Of(cause.What, repository)}: {Markdown.Of(cause.Because, repository)} "
                + $"({string.Join("; ", cause.Citations.Select(Cited))})\n");
        return text.ToString();
    }

    /// <param name="above">How urgent the actions are that already stand above; null if none do.</param>
    public static string Actions(ReportedCluster cluster, RepositoryAddress? repository, Urgency? above = null)
    {
        var actions = cluster.Actions.Where(a => a.Urgency != above).ToList();
        if (actions.Count == 0)
            return "";
        var text = new StringBuilder("**What to do**\n\n");
        foreach (var action in actions)
            text.Append($"- *{Wording.Of(action.Urgency)}*: {Markdown.Of(action.What, repository)}\n");
        return text.ToString();
    }

    /// <summary>The cause's tests, each with a link to the line where it failed, if that is known.</summary>
    public static string Tests(ReportedCluster cluster, int most, RepositoryAddress? repository, CommitSha? sha)
    {
        var places = cluster.Places.DistinctBy(p => p.Test).ToDictionary(p => p.Test, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var test in cluster.Tests.Take(most))
            text.Append(sha is { } commit && places.GetValueOrDefault(test) is { } place
                ? $"- {Markdown.Link(LinkedText.Line(Shown(test), place.Path, place.Line, commit), repository)}\n" : $"- {Markdown.Code(Shown(test))}\n");
        if (cluster.Tests.Count > most)
            text.Append($"- and {cluster.Tests.Count - most} more\n");
        return text.ToString();
    }

    /// <summary>Some reporters give a test's whole name for its class too: <c>adds items::adds items</c> is <c>adds items</c>.</summary>
    private static string Shown(string test)
    {
        var half = (test.Length - TestCase.Join.Length) / 2;
        return half > 0 && test.Length == 2 * half + TestCase.Join.Length && test.AsSpan(0, half).SequenceEqual(test.AsSpan(half + TestCase.Join.Length))
            ? test[..half].Trim() : test;
    }

    /// <summary>How to see it on one's own machine; nothing if that is not known.</summary>
    public static string Reproduce(ReportedCluster cluster) => cluster.Reproduce.Count == 0 ? ""
        : $"**To reproduce it**\n\n{Markdown.Block(string.Join('\n', cluster.Reproduce))}\n";

    /// <summary>What is new in the logs: the few lines that matter, with the rest folded; nothing if nothing was compared.</summary>
    public static string Evidence(ReportedCluster cluster)
    {
        if (cluster.Evidence.Count == 0)
            return "";
        var text = new StringBuilder("**New in the log since its last pass**\n");
        foreach (var block in cluster.Evidence.Take(MostBlocks))
        {
            text.Append($"\n{Markdown.Code(block.Range)}\n\n{Markdown.Block(string.Join('\n', block.Telling))}\n");
            if (block.Lines.Count > block.Telling.Count)
                text.Append(CommentWriter.Folded(block.Count > block.Lines.Count ? $"The first {block.Lines.Count} lines" : $"All {block.Count} lines",
                    Markdown.Block(string.Join('\n', block.Lines))));
        }
        if (cluster.Evidence.Count > MostBlocks)
            text.Append($"\nand {Numbers.Count(cluster.Evidence.Count - MostBlocks, "more block")}\n");
        return text.Append('\n').ToString();
    }

    private static string Cited(Citation citation) => $"{Markdown.Code(citation.ShortPlace)}: {Markdown.Code(citation.Excerpt, 160)}";
}
