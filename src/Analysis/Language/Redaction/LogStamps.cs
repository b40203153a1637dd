namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Times at the beginning of lines. The system that collects a log (GitHub, Docker) writes <c>2026-10-12T08:04:00.1234567Z</c> before each line, including the
/// rest of a broken one. The program that wrote the log uses another format, once per record.
/// </summary>
internal static class LogStamps
{
    private const int Most = 80;

    /// <summary>Length of GitHub's stamp.</summary>
    public const int Whole = 28;

    private const int LeastName = 3;

    /// <summary>Length up to the seconds.</summary>
    private const int Least = 19;

    /// <summary>Where the line's own text begins: after the collecting system's stamps. A log quoted in a log has two of them.</summary>
    public static int After(ReadOnlySpan<char> text, int line)
    {
        var at = line;
        for (var end = StampEnd(text, at); end > at && end - line < 2 * Most; end = StampEnd(text, at))
            at = end;
        return at;
    }

    /// <summary>Whether only the line's stamp is in front of a position.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var line = Lines.Begin(text, at, Most) ?? 0;
        return at - line < Most && After(text, line) >= at;
    }

    /// <summary>Whether a new record begins there: with the program's own time, with or without a date, or as <c>name = value</c>.</summary>
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
        // Base64 ends with such signs too, but with no word after them.
        var value = text[end + 1] is '"' or '\'' && end + 2 < text.Length ? text[end + 2] : text[end + 1];
        if (!isSpaced && IsHash(text, end + 2))
            return false;
        return isSpaced ? text[end + 1] == ' ' : char.IsAsciiLetterOrDigit(value) || value is '/' or '$' or '{';
    }

    /// <summary>The parts of a crypt hash are separated by dollar signs: <c>rounds=5000$salt$hash</c>.</summary>
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
        // GitHub's stamps all have the same length.
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
