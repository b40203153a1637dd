using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>A check run as a value.</summary>
/// <param name="Title">One line, plain text.</param>
/// <param name="Summary">Markdown.</param>
/// <param name="Annotations">At most <see cref="MaxAnnotations"/>, with the most serious causes first.</param>
public sealed record CheckDraft(string Title, string Summary, IReadOnlyList<AnnotationDraft> Annotations)
{
    /// <summary>GitHub accepts this many per request.</summary>
    public const int MaxAnnotations = 50;
    private const int MaxTitle = 250;
    private const int MaxMessage = 2000;

    internal static CheckDraft Of(Report report, CommandCatalogue commands)
    {
        var annotations = report.Clusters.SelectMany((c, i) => c.Places.Select(p => Annotation(c, i + 1, p)))
            .DistinctBy(a => (a.Path, a.Line, a.Title)).Take(MaxAnnotations);
        var title = SafeText.OneLine(AnswerLines.Sentence(report).ToString(), MaxTitle);
        return new CheckDraft(title, CommentWriter.Write(report) + Help(report, commands), [.. annotations]);
    }

    private static string Help(Report report, CommandCatalogue commands) =>
        report.Clusters.Count == 0 ? "" : $"\n{commands.Hint()}\n";

    private static AnnotationDraft Annotation(ReportedCluster cluster, int number, FailurePlace place) =>
        new(place.Path, place.Line, SafeText.OneLine($"Cause {number}: {cluster.Title}", MaxTitle),
            SafeText.OneLine($"{place.Test}: {cluster.RootCause}", MaxMessage));
}

/// <summary>A note at a line of code.</summary>
/// <param name="Path">Relative to the repository's root.</param>
public sealed record AnnotationDraft(string Path, int Line, string Title, string Message);
