using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Evidence;

/// <summary>
/// Re-reads the place that a citation names and keeps the citation only if its words are found there, word for word. A place of several lines is narrowed to
/// the one line that contains the words, so a reader lands on it, unless all of them are cited (<see cref="Citation.Whole"/>).
/// </summary>
public static class CitationChecker
{
    /// <summary>How many characters a piece of the words needs to be shown in place of all of them.</summary>
    private const int Telling = 10;

    /// <summary>How many lines around a cited one are searched for secrets that reach into it; a key has about thirty.</summary>
    private const int Margin = 32;

    /// <summary>The citation, narrowed to where its words are; null if they are not found there.</summary>
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
        // The lines are the evidence, not where a terminal's colours change within one of them.
        if (citation.Whole)
            return Stands(citation.Excerpt, Ansi.Strip(text)) ? WithoutSecrets(citation, evidence) : null;
        var narrowed = Narrow(citation, first, text)
            ?? (WithoutMask(citation.Excerpt) is { } piece ? Narrow(citation with { Excerpt = piece }, first, text) : null);
        return narrowed is null ? null : WithoutSecrets(narrowed, evidence);
    }

    /// <summary>A single line does not show that it is part of a secret; the lines around it do. Null if nothing else is on the line.</summary>
    private static Citation? WithoutSecrets(Citation citation, IEvidence evidence)
    {
        var around = Ansi.Strip(Around(citation, evidence));
        foreach (var text in (ReadOnlySpan<string>)[around, XmlText.Unescape(around), JsonText.Unescape(around)])
            if (text.IndexOf(citation.Excerpt, StringComparison.Ordinal) is >= 0 and var at
                && Excerpts.LongestClean(text, at, at + citation.Excerpt.Length) is var clean && clean.Length < citation.Excerpt.Length)
                return clean.Trim() is { Length: >= Telling } words ? citation with { Excerpt = words } : null;
        return citation;
    }

    private static string Around(Citation citation, IEvidence evidence)
    {
        var (line, end) = (citation.Line!.Value, citation.EndLine!.Value);
        // The file may end earlier.
        for (var after = Margin; ; after /= 2)
            if (evidence.TryReadLines(citation.Source, Math.Max(1, line - Margin), end + after, out var text))
                return text;
            else if (after == 0)
                break;
        return citation.Excerpt;
    }

    /// <summary>If a secret was masked in the words but is in the source: the longest piece next to it. Null if that piece says too little.</summary>
    private static string? WithoutMask(string words) =>
        words.Contains(Secrets.Mask, StringComparison.Ordinal) && words.Split(Secrets.Mask).MaxBy(p => p.Length)!.Trim() is { Length: >= Telling } piece
            ? piece
            : null;

    /// <summary>The citations that pass the check.</summary>
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
    /// XML turns the line feeds of an attribute into spaces, so one line of a message may be several lines in the file. Returns the longest piece that is on
    /// one line; null if it says too little.
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
        return longest.Length >= Telling && Stands(longest, lines[line])
            ? citation with { Line = first + line, EndLine = first + line, Excerpt = longest } : null;
    }

    private static bool Says(string piece, string words) =>
        piece.Length * 2 >= words.Length || (piece.Length >= Telling && piece.Contains(' ', StringComparison.Ordinal));

    private static bool Stands(string words, string text) =>
        text.Contains(words, StringComparison.Ordinal) || XmlText.Unescape(text).Contains(words, StringComparison.Ordinal)
            || JsonText.Unescape(text).Contains(words, StringComparison.Ordinal);

    /// <summary>
    /// If a terminal's colours change within the words: the longest piece of one colour, which is in the source word for word. Null if it is less than half of
    /// the words and too short to say anything.
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
            if (to > from && piece[(from - begin)..(to - begin)].Trim(' ', ':') is var shown && shown.Length > longest.Length && Says(shown, words))
                longest = shown;
            begin += piece.Length;
        }
        return longest.Length > 0 && Stands(longest, line) ? longest : null;
    }
}
