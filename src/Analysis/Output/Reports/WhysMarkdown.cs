using System.Text;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Writes the chain of whys, the causes ruled out and the actions of one cluster; comments, issues and worklogs share it.</summary>
internal static class WhysMarkdown
{
    public static string Whys(ReportedCluster cluster)
    {
        var text = new StringBuilder();
        foreach (var why in cluster.Whys)
        {
            text.Append($"{why.Level}. **{why.Question}** *({Wording.Of(why.Status)})*  \n   {Markdown.Of(why.Answer)}\n");
            foreach (var citation in why.Citations)
                text.Append($"   - {Cited(citation)}\n");
        }
        return text.ToString();
    }

    /// <summary>Open issues that may be about it; a separate line, or nothing.</summary>
    public static string Related(ReportedCluster cluster) => cluster.Related.Count == 0 ? ""
        : $"**Possibly related:** "
            + $"{string.Join("; ", cluster.Related.Select(r => $"#{r.Number} {Markdown.Code(r.Title, 80)} ({Markdown.Of(r.Because[0])})"))}\n";

    public static string RuledOut(ReportedCluster cluster)
    {
        if (cluster.RuledOut.Count == 0)
            return "";
        var text = new StringBuilder("**Ruled out**\n\n");
        foreach (var cause in cluster.RuledOut)
            text.Append($"- {Markdown.Of(cause.What)}: {Markdown.Of(cause.Because)} ({string.Join("; ", cause.Citations.Select(Cited))})\n");
        return text.ToString();
    }

    public static string Actions(ReportedCluster cluster)
    {
        if (cluster.Actions.Count == 0)
            return "";
        var text = new StringBuilder("**What to do**\n\n");
        foreach (var action in cluster.Actions)
            text.Append($"- *{Wording.Of(action.Urgency)}*: {Markdown.Of(action.What)}\n");
        return text.ToString();
    }

    public static string Tests(IReadOnlyList<string> tests, int most)
    {
        var text = new StringBuilder();
        foreach (var test in tests.Take(most))
            text.Append($"- {Markdown.Code(test)}\n");
        if (tests.Count > most)
            text.Append($"- and {tests.Count - most} more\n");
        return text.ToString();
    }

    private static string Cited(Citation citation) => $"{Markdown.Code(citation.ShortPlace)}: {Markdown.Code(citation.Excerpt, 160)}";
}
