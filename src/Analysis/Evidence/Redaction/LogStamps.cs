namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>What a log puts in front of each line: a time, and maybe who wrote it.</summary>
internal static class LogStamps
{
    private const int Most = 80;

    /// <summary>Length of GitHub's: <c>2026-10-12T08:04:00.1234567Z</c>.</summary>
    public const int Whole = 28;

    /// <summary>Where the line's own text begins.</summary>
    public static int After(string text, int line)
    {
        var at = line;
        // A log that a log quotes has two.
        for (var end = StampEnd(text, at); end > at && end - line < 2 * Most; end = StampEnd(text, at))
            at = end;
        return at;
    }

    private static int StampEnd(string text, int line)
    {
        var at = line;
        // GitHub's have one length.
        if (at + Whole < text.Length && text[at + Whole - 1] == 'Z' && text[at + Whole] == ' ' && text[at + 10] == 'T' && text[at + 4] == '-')
            return at + Whole + 1;
        if (at + 20 < text.Length && text[at + 4] == '-' && text[at + 7] == '-' && text[at + 10] is 'T' or ' ' && char.IsAsciiDigit(text[at]))
        {
            var end = at + 19;
            while (end < text.Length && end - at < 40 && text[end] is >= '0' and <= '9' or '.' or ',' or 'Z' or '+' or ':')
                end++;
            at = end;
        }
        while (at < text.Length && at - line < Most && text[at] is ' ' or '\t' or '|' or '>')
            at++;
        return at;
    }

    /// <summary>Whether what is in front of a place is only the line's stamp.</summary>
    public static bool EndsAt(string text, int at)
    {
        var line = at == 0 ? 0 : text.LastIndexOf('\n', at - 1, Math.Min(at, Most)) + 1;
        return at - line < Most && After(text, line) >= at;
    }
}
