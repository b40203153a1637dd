using System.Buffers;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>
/// Reduces a line of a log to a number that is the same in every run of the job: figures with their units, hexadecimal ids, names of temporary files, the
/// length of rulers and the amount of white space do not count.
/// </summary>
internal static class LineShape
{
    /// <summary>FNV-1a with 64 bits (Fowler, Noll, Vo).</summary>
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Shorter words of the letters a to f and digits may be names: <c>e2e</c>, <c>c99</c>.</summary>
    private const int ShortestId = 4;

    /// <summary>Longer words with digits among their letters are made by programs.</summary>
    private const int LongestWord = 20;
    private const char Masked = '\uFFFF';

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly string[] Units =
    [
        "ms", "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes", "h",
        "B", "kB", "KB", "MB", "GB", "KiB", "MiB", "GiB", "bytes",
    ];

    /// <param name="line">Without its stamp and colours.</param>
    /// <returns>0 for a blank line.</returns>
    public static ulong Of(ReadOnlySpan<char> line)
    {
        var (hash, last, temporary) = (Basis, '\0', false);
        for (var at = 0; at < line.Length;)
        {
            var c = line[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            if (!char.IsAsciiLetterOrDigit(c))
            {
                // A ruler, a bar of progress or dots up to a column: its length means nothing. A point inside a figure belongs to it.
                if (c != last && !(last == Masked && c is '.' or ',' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1])))
                    Add(ref hash, ref last, c);
                temporary &= c is '/' or '\\' or '_' or '-' or '.';
                at++;
                continue;
            }
            var end = at + 1;
            while (end < line.Length && char.IsAsciiLetterOrDigit(line[end]))
                end++;
            var word = line[at..end];
            var zero = word is "0" && IsNone(line, at, end);
            at = end;
            if (zero)
                Add(ref hash, ref last, '0');
            else if (temporary || IsId(word) || (last == Masked && IsUnit(word)))
                Mask(ref hash, ref last);
            else
                AddWord(ref hash, ref last, word);
            temporary = (temporary && end < line.Length && line[end] is '_' or '-' or '.') || IsTemporary(word, line, end);
        }
        return hash == Basis ? 0 : hash;
    }

    private static void AddWord(ref ulong hash, ref char last, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (!char.IsAsciiDigit(word[i]))
                Add(ref hash, ref last, word[i]);
            else if (IsUnit(word[i..].TrimStart("0123456789")))
            {
                Mask(ref hash, ref last);
                return;
            }
            else
                Mask(ref hash, ref last);
    }

    /// <summary>Several figures beside each other are one: <c>1m 14s</c>.</summary>
    private static void Mask(ref ulong hash, ref char last)
    {
        if (last != Masked)
            Add(ref hash, ref last, Masked);
    }

    private static void Add(ref ulong hash, ref char last, char c)
    {
        hash = (hash ^ c) * Prime;
        last = c;
    }

    /// <summary>Whether a 0 is a count, such as of errors, which tells a pass from a failure; in a measurement it does not.</summary>
    private static bool IsNone(ReadOnlySpan<char> line, int at, int end)
    {
        if (at > 0 && line[at - 1] is '.' or ',' or '-' or '/')
            return false;
        if (end < line.Length && line[end] is '.' or ',' or '%' or '/' or '-')
            return end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]);
        var rest = line[end..].TrimStart();
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
            length++;
        return !IsUnit(rest[..length]);
    }

    private static bool IsId(ReadOnlySpan<char> word) =>
        word.Length >= ShortestId && word.ContainsAnyInRange('0', '9')
            && (!word.ContainsAnyExcept(Hex) || (word.Length >= LongestWord && !word.ContainsAnyExceptInRange('0', 'z')));

    private static bool IsUnit(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 7)
            return false;
        foreach (var unit in Units)
            if (word.SequenceEqual(unit))
                return true;
        return false;
    }

    /// <summary>The word is a folder of temporary files, so what follows it in the path is made up.</summary>
    private static bool IsTemporary(ReadOnlySpan<char> word, ReadOnlySpan<char> line, int end) =>
        end < line.Length && line[end] is '/' or '\\' && word is "tmp" or "temp" or "Temp" or "TEMP";
}
