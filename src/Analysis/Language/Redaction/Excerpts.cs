namespace Whybot.Analysis.Language.Redaction;

/// <summary>Chooses the words of a citation: short, on one line, without secrets, but still word for word as in the source.</summary>
internal static class Excerpts
{
    public const int MaxLength = 300;

    /// <summary>The most characters to look at.</summary>
    private const int Most = 8 * MaxLength;

    /// <summary>
    /// The first line with text, cut to <see cref="MaxLength"/>; if it contains a secret, or the beginning of one, the longest piece without it.
    /// </summary>
    public static string Quote(string words)
    {
        var text = words.Length > Most ? words[..Most] : words;
        var from = text.Length - text.AsSpan().TrimStart().Length;
        var to = text.AsSpan(from).IndexOf('\n') is >= 0 and var end ? from + end : text.Length;
        return Cut(LongestClean(text, from, Math.Min(to, from + 4 * MaxLength)).Trim(), MaxLength);
    }

    /// <summary>The longest piece of part of a text that contains no secret. The text around it is checked too, because a secret may span lines.</summary>
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
