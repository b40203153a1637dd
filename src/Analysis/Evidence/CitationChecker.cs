using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Evidence;

/// <summary>
/// Re-reads what a citation names and keeps it only when its words stand there, word for word.
/// A place of several lines is narrowed to the one line that holds the words, so that a reader lands on it.
/// </summary>
public static class CitationChecker
{
    /// <summary>Characters that a piece of the words must have to be shown for all of them.</summary>
    private const int Telling = 10;

    /// <summary>Lines around a cited one in which secrets are looked for that reach into it; a key has about thirty.</summary>
    private const int Margin = 32;

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
        if (!evidence.TryReadLines(citation.Source, first, last, out var text))
            return null;
        var narrowed = Narrow(citation, first, text)
            ?? (WithoutMask(citation.Excerpt) is { } piece ? Narrow(citation with { Excerpt = piece }, first, text) : null);
        return narrowed is null ? null : WithoutSecrets(narrowed, evidence);
    }

    /// <summary>A line alone does not show that it is a part of a secret; the lines around it do. Null where nothing else is on it.</summary>
    private static Citation? WithoutSecrets(Citation citation, IEvidence evidence)
    {
        var around = Around(citation, evidence);
        foreach (var text in (ReadOnlySpan<string>)[around, XmlText.Unescape(around), JsonText.Unescape(around)])
            if (text.IndexOf(citation.Excerpt, StringComparison.Ordinal) is >= 0 and var at
                && Excerpts.LongestClean(text, at, at + citation.Excerpt.Length) is var clean && clean.Length < citation.Excerpt.Length)
                return clean.Trim() is { Length: >= Telling } words ? citation with { Excerpt = words } : null;
        return citation;
    }

    private static string Around(Citation citation, IEvidence evidence)
    {
        var (line, end) = (citation.Line!.Value, citation.EndLine!.Value);
        // The file may end before.
        for (var after = Margin; ; after /= 2)
            if (evidence.TryReadLines(citation.Source, Math.Max(1, line - Margin), end + after, out var text))
                return text;
            else if (after == 0)
                break;
        return citation.Excerpt;
    }

    /// <summary>Where a secret was masked in the words, and stands in the source: the longest piece beside it. Null where that says nothing.</summary>
    private static string? WithoutMask(string words) =>
        words.Contains(Secrets.Mask, StringComparison.Ordinal) && words.Split(Secrets.Mask).MaxBy(p => p.Length)!.Trim() is { Length: >= Telling } piece
            ? piece
            : null;

    /// <summary>Those of the citations that hold.</summary>
    public static IReadOnlyList<Citation> Check(IEnumerable<Citation> citations, IEvidence evidence) =>
        [.. citations.Select(c => Check(c, evidence)).OfType<Citation>().Distinct()];

    private static Citation? Narrow(Citation citation, int first, string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (Stands(citation.Excerpt, lines[i]))
                return citation with { Line = first + i, EndLine = first + i };
        for (var i = 0; i < lines.Length; i++)
            if (InColours(citation.Excerpt, lines[i]) is { } piece)
                return citation with { Line = first + i, EndLine = first + i, Excerpt = piece };
        return Stands(citation.Excerpt, text) ? citation : OverLines(citation, first, lines);
    }

    /// <summary>
    /// XML turns the line feeds of an attribute into spaces: what is one line of a message may be several of the file. The longest piece that is on one of them;
    /// null where that says nothing.
    /// </summary>
    private static Citation? OverLines(Citation citation, int first, string[] lines)
    {
        var plain = lines.Select(l => XmlText.Unescape(l).Replace('\t', ' ').TrimEnd('\r')).ToArray();
        var at = string.Join(' ', plain).IndexOf(citation.Excerpt, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var (longest, line, begin) = ("", 0, 0);
        for (var i = 0; i < plain.Length; begin += plain[i].Length + 1, i++)
        {
            var (from, to) = (Math.Max(at, begin), Math.Min(at + citation.Excerpt.Length, begin + plain[i].Length));
            if (to - from > longest.Length)
                (longest, line) = (plain[i][(from - begin)..(to - begin)], i);
        }
        longest = longest.Trim();
        return longest.Length >= Telling && Stands(longest, lines[line]) ? citation with { Line = first + line, EndLine = first + line, Excerpt = longest } : null;
    }

    private static bool Stands(string words, string text) =>
        text.Contains(words, StringComparison.Ordinal) || XmlText.Unescape(text).Contains(words, StringComparison.Ordinal) || JsonText.Unescape(text).Contains(words, StringComparison.Ordinal);

    /// <summary>
    /// Where a terminal's colours change within the words: the longest piece of one colour, which does stand there word for word. Null where that is less than
    /// half of them, and no words that tell something either.
    /// </summary>
    private static string? InColours(string words, string line)
    {
        var pieces = Ansi.Pieces(XmlText.Unescape(line));
        var at = string.Concat(pieces).IndexOf(words, StringComparison.Ordinal);
        if (pieces.Count < 2 || at < 0)
            return null;
        var (longest, begin) = ("", 0);
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(at, begin), Math.Min(at + words.Length, begin + piece.Length));
            if (to - from > longest.Length)
                longest = piece[(from - begin)..(to - begin)];
            begin += piece.Length;
        }
        longest = longest.Trim(' ', ':');
        return (longest.Length * 2 >= words.Length || (longest.Length >= Telling && longest.Contains(' ', StringComparison.Ordinal))) && Stands(longest, line) ? longest : null;
    }
}
