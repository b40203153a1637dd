using System.Globalization;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>Resolves one escape of JSON and shells, of a URL, or of XML; anything that is not an escape stays as it is.</summary>
internal static class Escapes
{
    private static readonly (string Name, char Is)[] Entities =
        [("&quot;", '"'), ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&apos;", '\''), ("&nbsp;", ' ')];

    /// <returns>The character, and how many characters of the text encode it.</returns>
    public static (char Is, int Length) Backslash(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
            return ('\\', 1);
        return text[at + 1] switch
        {
            'u' => Hex(text, at + 2, 4) is { } code ? ((char)code, 6) : ('\\', 1),
            'x' => Hex(text, at + 2, 2) is { } code ? ((char)code, 4) : ('\\', 1),
            '0' when text[at..].StartsWith(@"\033") => ('\u001b', 4),
            'e' when text[at..].StartsWith(@"\e[") => ('\u001b', 2),
            'n' or 'r' => ('\n', 2),
            't' => (' ', 2),
            '/' or '"' or '\'' or '\\' => (text[at + 1], 2),
            _ => ('\\', 1),
        };
    }

    public static (char Is, int Length) Percent(ReadOnlySpan<char> text, int at)
    {
        if (Hex(text, at + 1, 2) is not { } first)
            return ('%', 1);
        // Encoders leave letters and digits as they are, except for encoders that encode everything.
        if (char.IsAsciiLetterOrDigit((char)first) && Encoded(text, at + 3) is null && (at < 3 || text[at - 3] != '%'))
            return ('%', 1);
        if (first is >= 0x20 and < 0x7f)
            return ((char)first, 3);
        // Three bytes of UTF-8: zero-width characters look like this in a URL.
        if (first is >= 0xe2 and <= 0xef && Encoded(text, at + 3) is { } second && Encoded(text, at + 6) is { } third)
            return ((char)(((first & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)), 9);
        return first == 0xc2 && Encoded(text, at + 3) is 0xad ? ('\u00ad', 6) : first is '\n' or '\r' or '\t' ? ('\n', 3) : ('%', 1);
    }

    public static (char Is, int Length) Entity(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        foreach (var (name, character) in Entities)
            if (rest.StartsWith(name))
                return (character, name.Length);
        if (!rest.StartsWith("&#") || rest[..Math.Min(rest.Length, 10)].IndexOf(';') is not (> 2 and var end))
            return ('&', 1);
        var isHex = rest[2] is 'x' or 'X';
        var digits = rest[(isHex ? 3 : 2)..end];
        var isCode = int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return isCode && code is > 0 and <= char.MaxValue ? ((char)code, end + 1) : ('&', 1);
    }

    /// <returns>How many characters of a terminal sequence follow its escape character.</returns>
    public static int Sequence(ReadOnlySpan<char> text, int at, char escape)
    {
        var from = at;
        if (escape == '\u001b' && at < text.Length && text[at] == ']')
        {
            var end = text.Slice(at, Math.Min(text.Length - at, 400)).IndexOfAny('\u0007', '\n');
            return end < 0 ? 1 : text[at + end] == '\n' ? end : end + 1;
        }
        if (escape == '\u001b' && (at >= text.Length || text[at++] != '['))
            return Math.Min(1, text.Length - from);
        while (at < text.Length && text[at] is >= ' ' and <= '?')
            at++;
        return Math.Min(at + 1, text.Length) - from;
    }

    private static int? Encoded(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == '%' ? Hex(text, at + 1, 2) : null;

    private static int? Hex(ReadOnlySpan<char> text, int at, int digits) =>
        at + digits <= text.Length && int.TryParse(text.Slice(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
