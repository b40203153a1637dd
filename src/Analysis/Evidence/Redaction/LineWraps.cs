using System.Text;

namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>Finds what a terminal's width, or a mail program, broke into lines: a token that goes on after the line's end.</summary>
internal static class LineWraps
{
    private const int Shortest = 4;

    /// <summary>A piece of so many characters goes on what was begun, whatever follows it.</summary>
    private const int Plain = 12;
    private const int Longest = 600;
    private const int MostLines = 30;

    /// <summary>Tokens that are whole only together with the next line.</summary>
    public static void Find(string text, Findings found)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            var last = end > 0 && text[end - 1] == '\r' ? end - 1 : end;
            var first = last;
            while (first > 0 && last - first < Longest && TokenScanner.IsWord(text[first - 1]))
                first--;
            if (last - first < 2)
                continue;
            Crossing(text, first, last, found);
            for (var at = first; at < last - 1; at++)
                if (TokenScanner.Begins(text, at) && TokenKinds.All.Beginning(text[at], text[at + 1]) is { } kinds && kinds.Any(k => k.Marks.Any(m => MayBegin(text, at, last, m))) && Joined(text, at, last, kinds, found))
                    break;
        }
    }

    /// <summary>What was found up to a line's end, and goes on: the next line holds one word only, and one that looks random.</summary>
    public static void Continue(string text, Findings found)
    {
        foreach (var (_, end) in found.All.ToList())
            for (var (at, lines) = (end, 0); lines < MostLines && Next(text, at) is { } line; lines++)
            {
                var close = line;
                while (close < text.Length && TokenScanner.IsWord(text[close]))
                    close++;
                var isAlone = close >= text.Length || text[close] is '\n' or '\r' or '"' or '\'' or '`' or '<';
                if (!isAlone && close - line < Plain || close - line < Shortest || !LooksRandom(text.AsSpan(line, close - line)))
                    break;
                found.Add(line, close - line);
                at = close;
            }
    }

    /// <summary>What is found in a line together with the next one.</summary>
    private static void Crossing(string text, int first, int last, Findings found)
    {
        if (Next(text, last) is not { } line)
            return;
        var close = line;
        while (close < text.Length && close - line < Longest && TokenScanner.IsWord(text[close]))
            close++;
        if (close - line < Shortest || close - line < Plain && !LooksRandom(string.Concat(text.AsSpan(first, last - first), text.AsSpan(line, close - line))))
            return;
        var from = text.LastIndexOf('\n', last - 1, Math.Min(last, Longest)) is >= 0 and var before ? before + 1 : Math.Max(0, last - Longest);
        var to = text.IndexOf('\n', line, Math.Min(Longest, text.Length - line)) is >= 0 and var after ? after : Math.Min(text.Length, line + Longest);
        var joint = last - from;
        var joined = string.Concat(text.AsSpan(from, joint), text.AsSpan(line, to - line));
        var both = new Findings();
        Secrets.FindIn(joined, both);
        foreach (var (start, end) in both.All)
        {
            found.Add(from + start, Math.Min(end, joint) - start);
            var second = Math.Max(start, joint);
            found.Add(line + second - joint, end - second);
        }
    }

    private static bool MayBegin(string text, int at, int last, string mark)
    {
        var length = Math.Min(mark.Length, last - at);
        return text.AsSpan(at, length).SequenceEqual(mark.AsSpan(0, length));
    }

    private static bool Joined(string text, int at, int last, TokenKind[] kinds, Findings found)
    {
        var joined = new StringBuilder(text, at, last - at, Longest * 2);
        var pieces = new List<(int Joined, int Text)> { (0, at) };
        for (var (end, lines) = (last, 0); lines < MostLines && joined.Length < Longest * 8 && Next(text, end) is { } line; lines++)
        {
            end = line;
            while (end < text.Length && TokenScanner.IsWord(text[end]))
                end++;
            pieces.Add((joined.Length, line));
            joined.Append(text, line, end - line);
        }
        var whole = joined.ToString();
        var length = kinds.Max(k => k.LengthAt(whole, 0));
        if (length <= last - at)
            return false;
        length = TokenScanner.Whole(whole, length);
        for (var i = 0; i < pieces.Count && pieces[i].Joined < length; i++)
            found.Add(pieces[i].Text, Math.Min(length, i + 1 < pieces.Count ? pieces[i + 1].Joined : whole.Length) - pieces[i].Joined);
        return true;
    }

    /// <returns>Where the next line's text begins; null where the place is no line's end.</returns>
    private static int? Next(string text, int at)
    {
        if (at < text.Length && text[at] == '\r')
            at++;
        return at < text.Length && text[at] == '\n' ? LogStamps.After(text, at + 1) : null;
    }

    private static bool LooksRandom(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && (word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z')) || word.Length >= 8 && word[1..].ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z');
}
