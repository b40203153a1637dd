namespace Whybot.Analysis.Language.Text;

/// <summary>
/// The hidden line by which the bot finds its own text again. Anybody can copy one, and other programs that write under the same name may quote one, so it
/// counts only at the end, where the bot puts it.
/// </summary>
public static class HiddenLine
{
    /// <summary>Whether a text ends with a line, apart from blank ones.</summary>
    public static bool Ends(string? text, string line) =>
        text is not null && Last(text).SequenceEqual(line);

    /// <summary>The last line that is not blank; empty if all are.</summary>
    public static ReadOnlySpan<char> Last(string text)
    {
        var whole = text.AsSpan().TrimEnd();
        return whole[(whole.LastIndexOf('\n') + 1)..];
    }
}
