namespace Whybot.Analysis.Evidence;

/// <summary>Chooses the words of a citation: short, on one line, and free of secrets, yet standing in the source word for word.</summary>
internal static class Excerpts
{
    public const int MaxLength = 300;

    /// <summary>Characters that are looked at.</summary>
    private const int Most = 8 * MaxLength;

    /// <summary>
    /// The first line with text, cut to <see cref="MaxLength"/>; where it holds a secret, or the beginning of one, its longest piece without one.
    /// </summary>
    public static string Quote(string words)
    {
        var text = words.Length > Most ? words[..Most] : words;
        var from = text.Length - text.AsSpan().TrimStart().Length;
        var to = text.AsSpan(from).IndexOf('\n') is >= 0 and var end ? from + end : text.Length;
        return Cut(LongestClean(text, from, Math.Min(to, from + 4 * MaxLength)).Trim(), MaxLength);
    }

    /// <summary>The longest piece without a secret of a part of a text; what stands around it is looked at too, since a secret may go over lines.</summary>
    public static string LongestClean(string text, int from, int to)
    {
        var best = "";
        foreach (var (start, length) in Secrets.Find(text.AsMemory()).Append((to, 0)))
        {
            if (Math.Min(start, to) - from > best.Length)
                best = text[from..Math.Min(start, to)];
            from = Math.Max(from, start + length);
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
