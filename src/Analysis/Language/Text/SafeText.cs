using System.Globalization;
using System.Text;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Language.Text;

/// <summary>Makes text from outside harmless to show: no terminal escapes, no control, bidirectional or zero-width characters.</summary>
public static class SafeText
{
    /// <summary>The text on one line, truncated with an ellipsis.</summary>
    public static string OneLine(string text, int most)
    {
        var line = Strip(Head(text, most), keepLines: false).Trim();
        return line.Length <= most ? line : Excerpts.Cut(line, most - 1) + "…";
    }

    /// <summary>
    /// Enough of a long text to show <paramref name="most"/> characters of it: hidden or masked text in front takes up room, and a secret must be seen
    /// completely.
    /// </summary>
    internal static string Head(string text, int most) => text.Length > 8 * most ? Excerpts.Cut(text, 8 * most) : text;

    /// <summary>The text with its line breaks; tabs become spaces.</summary>
    public static string Lines(string text) => Strip(text, keepLines: true);

    private static string Strip(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Ansi.Strip(text).ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value == '\n')
                clean.Append(keepLines ? '\n' : ' ');
            else if (rune.Value == '\t')
                clean.Append(' ');
            else if (!IsHidden(rune))
                clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0xFFFD or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
