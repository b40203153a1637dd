namespace Whybot.Analysis.Evidence;

/// <summary>Chooses the words of a citation: short, on one line, and free of secrets, yet standing in the source word for word.</summary>
internal static class Excerpts
{
    public const int MaxLength = 300;

    /// <summary>The first line with text, cut to <see cref="MaxLength"/>; where it holds a secret, its longest piece without one.</summary>
    public static string Quote(string words)
    {
        var line = words.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
        var piece = LongestClean(line.Length > 4 * MaxLength ? line[..(4 * MaxLength)] : line);
        return Cut(piece.Trim(), MaxLength);
    }

    private static string LongestClean(string line)
    {
        var best = "";
        var from = 0;
        foreach (var (start, length) in Secrets.Find(line).Append((line.Length, 0)))
        {
            if (start - from > best.Length)
                best = line[from..start];
            from = start + length;
        }
        return best;
    }

    /// <summary>Cuts between characters, never inside a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }
}
