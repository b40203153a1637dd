namespace Whybot.Analysis.Language.Text;

/// <summary>Reads the code spans of a line that <see cref="Markdown"/> wrote.</summary>
internal static class CodeSpans
{
    /// <summary>What the spans hold, in order; a span that does not end is left out.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<char> line)
    {
        var spans = new List<string>();
        while (line.IndexOf('`') is >= 0 and var at)
        {
            line = line[at..];
            var fence = line.IndexOfAnyExcept('`') is > 0 and var run ? run : line.Length;
            line = line[fence..];
            if (End(line, fence) is not (>= 0 and var end))
                break;
            spans.Add(Inside(line[..end]));
            line = line[(end + fence)..];
        }
        return spans;
    }

    /// <summary>The only span of a text that is nothing else; null if it is not one.</summary>
    public static string? Whole(string text) =>
        text is ['`', .., '`'] && Of(text) is [var only] && Markdown.Code(only, int.MaxValue / 16) == text ? only : null;

    /// <summary>The same for a table's cell, where bars are escaped.</summary>
    public static string? WholeCell(string cell) => Whole(cell.Replace("\\|", "|", StringComparison.Ordinal));

    /// <summary>Where a run of exactly as many backticks begins; -1 if not found.</summary>
    private static int End(ReadOnlySpan<char> line, int fence)
    {
        for (var at = 0; line[at..].IndexOf('`') is >= 0 and var next;)
        {
            at += next;
            var run = line[at..].IndexOfAnyExcept('`') is >= 0 and var length ? length : line.Length - at;
            if (run == fence)
                return at;
            at += run;
        }
        return -1;
    }

    /// <summary>A blank on both sides keeps backticks apart from the fence.</summary>
    private static string Inside(ReadOnlySpan<char> span) =>
        span is [' ', .., ' '] && (span[1] == '`' || span[^2] == '`') ? span[1..^1].ToString() : span.ToString();
}
