namespace Whybot.Features.Dashboard.Runs;

/// <summary>Finds what a report quotes in a line. Some files consist of one line, so what is far from the quotation is left out.</summary>
internal static class Quotes
{
    /// <summary>Characters that are shown on either side of a quotation in a long line.</summary>
    private const int Around = 300;

    /// <returns>The line in parts, with whether the part is quoted.</returns>
    public static IReadOnlyList<(string Text, bool IsQuoted)> Split(string line, IReadOnlyList<string> excerpts)
    {
        foreach (var excerpt in excerpts.OrderByDescending(e => e.Length))
            if (line.IndexOf(excerpt, StringComparison.Ordinal) is var at and >= 0)
                return [(Before(line[..at]), false), (excerpt, true), (After(line[(at + excerpt.Length)..]), false)];
        return [(line, false)];
    }

    private static string Before(string text) => text.Length <= Around ? text : $"…{text.AsSpan(text.Length - Around)}";

    private static string After(string text) => text.Length <= Around ? text : $"{text.AsSpan(0, Around)}…";
}
