namespace Whybot.Analysis.Language.Redaction;

/// <summary>Where lines begin and end in a text.</summary>
internal static class Lines
{
    /// <summary>The end of the line that contains a position; for the last line, the end of the text.</summary>
    public static int End(ReadOnlySpan<char> text, int at) => text[at..].IndexOf('\n') is >= 0 and var end ? at + end : text.Length;

    /// <summary>The beginning of the line that contains a position; null if it is more than <paramref name="most"/> characters before it.</summary>
    public static int? Begin(ReadOnlySpan<char> text, int at, int most)
    {
        var from = Math.Max(0, at - most);
        return text[from..at].LastIndexOf('\n') is >= 0 and var before ? from + before + 1 : null;
    }
}
