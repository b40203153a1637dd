using System.Text;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Writes what happened to the causes of the last run: which of its whys this deployment answers.</summary>
internal static class AnswersWriter
{
    private const int MaxRows = 20;

    /// <summary>A list, answered ones first; empty if nothing was open.</summary>
    public static string Write(IReadOnlyList<Answer> answers, bool citing)
    {
        var text = new StringBuilder();
        foreach (var answer in answers.OrderBy(a => a.Kind).Take(MaxRows))
        {
            var places = citing && answer.Citations.Count > 0 ? $" ({string.Join("; ", answer.Citations.Select(c => Markdown.Code(c.ShortPlace)))})" : "";
            text.Append($"- {Word(answer.Kind)}: {Markdown.Code(answer.Cause.Title)}{(answer.Cause.Issue is { } issue ? $" (#{issue})" : "")}: "
                + $"{Markdown.Of(answer.Because)}{places}\n");
        }
        if (answers.Count > MaxRows)
            text.Append($"- and {answers.Count - MaxRows} more\n");
        return text.ToString();
    }

    private static string Word(ResolutionKind kind) => kind switch
    {
        ResolutionKind.Answered => "✅ answered",
        ResolutionKind.Still => "❌ still there",
        ResolutionKind.Replaced => "❔ other cause",
        _ => "❔ not known",
    };
}
