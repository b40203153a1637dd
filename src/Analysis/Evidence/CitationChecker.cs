namespace Whybot.Analysis.Evidence;

/// <summary>
/// Re-reads what a citation names and keeps it only when its words stand there, word for word.
/// A place of several lines is narrowed to the one line that holds the words, so that a reader lands on it.
/// </summary>
public static class CitationChecker
{
    /// <summary>The citation, narrowed to where its words stand; null when they do not stand there.</summary>
    public static Citation? Check(Citation citation, IEvidence evidence)
    {
        if (string.IsNullOrWhiteSpace(citation.Excerpt))
            return null;
        if (citation.Pointer is not null)
            return evidence.TryReadJson(citation.Source, citation.Pointer, out var value) && value.Contains(citation.Excerpt, StringComparison.Ordinal)
                ? citation
                : null;
        if (citation.Line is not { } first || citation.EndLine is not { } last || first < 1 || last < first)
            return null;
        return evidence.TryReadLines(citation.Source, first, last, out var text) ? Narrow(citation, first, text) : null;
    }

    /// <summary>Those of the citations that hold.</summary>
    public static IReadOnlyList<Citation> Check(IEnumerable<Citation> citations, IEvidence evidence) =>
        [.. citations.Select(c => Check(c, evidence)).OfType<Citation>().Distinct()];

    private static Citation? Narrow(Citation citation, int first, string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (Stands(citation.Excerpt, lines[i]))
                return citation with { Line = first + i, EndLine = first + i };
        return Stands(citation.Excerpt, text) ? citation : null;
    }

    private static bool Stands(string words, string text) =>
        text.Contains(words, StringComparison.Ordinal) || XmlText.Unescape(text).Contains(words, StringComparison.Ordinal) || JsonText.Unescape(text).Contains(words, StringComparison.Ordinal);
}
