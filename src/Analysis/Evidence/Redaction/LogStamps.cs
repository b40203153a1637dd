namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>
/// Times at the beginning of lines. Whoever collects a log (GitHub, Docker) writes <c>2026-10-12T08:04:00.1234567Z</c> before each line, also before the rest
/// of one that was broken; the program whose log it is writes another form, once for each record.
/// </summary>
internal static class LogStamps
{
    private const int Most = 80;

    /// <summary>Length of GitHub's.</summary>
    public const int Whole = 28;

    private const int LeastName = 3;

    /// <summary>Up to the seconds.</summary>
    private const int Least = 19;

    /// <summary>Where the line's own text begins: after the times of whoever collected it, of which a log that a log quotes has two.</summary>
    public static int After(ReadOnlySpan<char> text, int line)
    {
        var at = line;
        for (var end = StampEnd(text, at); end > at && end - line < 2 * Most; end = StampEnd(text, at))
            at = end;
        return at;
    }

    /// <summary>Whether what is in front of a place is only the line's stamp.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var line = Lines.Begin(text, at, Most) ?? 0;
        return at - line < Most && After(text, line) >= at;
    }

    /// <summary>Whether a line of its own begins there: with a program's own time, with a date or without, or as <c>name = value</c>.</summary>
    public static bool IsRecord(ReadOnlySpan<char> text, int at)
    {
        var begin = at < text.Length && text[at] == '[' ? at + 1 : at;
        return IsDate(text, begin) || IsTime(text, begin) || IsSetting(text, at);
    }

    private static bool IsSetting(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Most && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
            end++;
        if (end - at < LeastName || !char.IsAsciiLetter(text[at]))
            return false;
        var isSpaced = end < text.Length && text[end] == ' ';
        if (isSpaced)
            end++;
        if (end + 1 >= text.Length || text[end] != '=')
            return false;
        // At the end of Base64 there are such signs too, and no word after them.
        var value = text[end + 1] is '"' or '\'' && end + 2 < text.Length ? text[end + 2] : text[end + 1];
        if (!isSpaced && IsHash(text, end + 2))
            return false;
        return isSpaced ? text[end + 1] == ' ' : char.IsAsciiLetterOrDigit(value) || value is '/' or '$' or '{';
    }

    /// <summary>Parts of a crypt's hash stand between dollar signs: <c>rounds=5000$salt$hash</c>.</summary>
    private static bool IsHash(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
            at++;
        return at < text.Length && text[at] == '$';
    }

    private static bool IsDate(ReadOnlySpan<char> text, int at) =>
        at + Least <= text.Length && text[at + 4] is '-' or '/' && text[at + 7] == text[at + 4] && text[at + 10] is 'T' or ' ' && char.IsAsciiDigit(text[at])
        && IsTime(text, at + 11);

    private static bool IsTime(ReadOnlySpan<char> text, int at) =>
        at + 8 <= text.Length && text[at + 2] == ':' && text[at + 5] == ':' && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 3])
        && char.IsAsciiDigit(text[at + 6]);

    private static int StampEnd(ReadOnlySpan<char> text, int line)
    {
        var at = line;
        // GitHub's have one length.
        if (at + Whole < text.Length && text[at + Whole - 1] == 'Z' && text[at + Whole] == ' ' && text[at + 10] == 'T' && text[at + 4] == '-')
            return at + Whole + 1;
        if (at + Least < text.Length && text[at + 4] == '-' && text[at + 7] == '-' && text[at + 10] == 'T' && char.IsAsciiDigit(text[at]))
        {
            var end = at + Least;
            while (end < text.Length && end - at < 40 && text[end] is >= '0' and <= '9' or '.' or '+' or ':')
                end++;
            if (end < text.Length && text[end] == 'Z')
                at = end + 1;
            else if (text.Slice(at + Least, end - at - Least).Contains('+'))
                at = end;
        }
        while (at < text.Length && at - line < Most && text[at] is ' ' or '\t' or '|' or '>')
            at++;
        return at;
    }
}
