namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>What a log puts in front of each line: a time, and maybe who wrote it.</summary>
internal static class LogStamps
{
    private const int Most = 80;

    /// <summary>Where the line's own text begins.</summary>
    public static int After(string text, int line)
    {
        var at = line;
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
