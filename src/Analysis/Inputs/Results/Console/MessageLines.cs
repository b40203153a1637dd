namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Builds a message from the lines that a runner printed about a failure.</summary>
internal static class MessageLines
{
    private const int Most = 12;

    /// <summary>Lines that are always kept: the message itself and the heads of both sides.</summary>
    private const int Head = 3;

    /// <summary>
    /// At most <see cref="Most"/> lines. From a long comparison, the head and the lines that differ are kept: lines that are equal on both sides say nothing,
    /// and cutting off the end would lose what was received.
    /// </summary>
    public static IEnumerable<string> Shorten(IReadOnlyList<string> lines)
    {
        if (lines.Count <= Most)
            return lines;
        var differing = lines.Skip(Head).Where(Differs).ToList();
        return differing.Count < 2 ? lines.Take(Most) : lines.Take(Head).Concat(differing).Take(Most);
    }

    /// <summary>The lines without the indentation that all of them share.</summary>
    public static List<string> Dedent(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(l => l.Length <= indent ? l.TrimStart() : l[indent..])];
    }

    /// <summary>A line of a comparison that only one side has, as all runners mark it.</summary>
    private static bool Differs(string line) => line.AsSpan().TrimStart() is ['-' or '+', ..];
}
