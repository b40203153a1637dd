using System.Text;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>Finds tokens that a terminal's width or a mail program broke over several lines.</summary>
internal static class LineWraps
{
    private const int Shortest = 4;

    /// <summary>A piece with this many characters continues a finding, whatever follows it.</summary>
    private const int Plain = 12;
    private const int Longest = 600;

    /// <summary>Shortest token that has no mark at its beginning.</summary>
    private const int ShortestToken = 20;
    private const int MostLines = 30;

    [ThreadStatic]
    private static KnownPairs? _known;

    private static KnownPairs Known => _known ??= new KnownPairs();

    /// <summary>Finds tokens that are complete only together with the next line.</summary>
    /// <param name="words">Positions of words that a secret may follow, in order.</param>
    public static void Find(ReadOnlySpan<char> text, List<int> words, Findings found)
    {
        var (begin, word) = (0, 0);
        for (int end; (end = Lines.End(text, begin)) < text.Length; begin = end + 1)
        {
            var last = end > 0 && text[end - 1] == '\r' ? end - 1 : end;
            // Nearly all lines of a log do not end in a word, or come before a new record: nothing else about them is checked.
            if (last == 0 || !TokenScanner.IsWord(text[last - 1]) || Next(text, last) is not { } next || next >= text.Length)
                continue;
            var first = WordBegin(text, last);
            while (word < words.Count && words[word] < Math.Max(begin, last - Longest))
                word++;
            Crossing(text, first, last, next, isNamed: word < words.Count && words[word] < last, found);
            Begun(text, first, last, next, found);
        }
    }

    /// <summary>XML turns the line ends of an attribute into spaces, so the word may complete a token that the previous word begins, or begin one.</summary>
    public static void FindSpaced(ReadOnlySpan<char> text, int from, int to, Findings found)
    {
        if (AfterSpace(text, to) is > 0 and var next)
        {
            Begun(text, from, to, next, found);
            TokenScanner.Across(text, to, next, found);
        }
        if (BeforeSpace(text, from) is > 0 and var last)
        {
            TokenScanner.Across(text, last, from, found);
            Begun(text, WordBegin(text, last), last, from, found);
        }
    }

    /// <returns>Where the text continues after a space and a log's time; -1 if it does not.</returns>
    public static int AfterSpace(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] == ' ' ? LogStamps.After(text, at + 1) : -1;

    /// <returns>The end of the word before a space and a log's time; -1 if no time follows.</returns>
    public static int BeforeSpace(ReadOnlySpan<char> text, int at)
    {
        if (at < 2 || text[at - 1] != ' ')
            return -1;
        var stamp = at - 1 - LogStamps.Whole;
        return stamp > 1 && text[at - 2] == 'Z' && text[stamp - 1] == ' ' && LogStamps.After(text, stamp) == at ? stamp - 1 : at - 1;
    }

    /// <summary>Maps findings in two joined pieces of a text back to the pieces.</summary>
    /// <param name="from">Where the first piece begins in the text, <paramref name="joint"/> where it ends; the second begins at <paramref
    /// name="rest"/>.</param>
    public static void AddParts(Findings both, int from, int joint, int rest, Findings found)
    {
        foreach (var (start, end) in both.All)
        {
            found.Add(from + start, Math.Min(end, joint - from) - start);
            var second = Math.Max(start, joint - from);
            found.Add(rest + second - (joint - from), end - second);
        }
    }

    /// <summary>A token that begins in a piece of text and is complete only with what follows at <paramref name="next"/>.</summary>
    private static void Begun(ReadOnlySpan<char> text, int first, int last, int next, Findings found)
    {
        if (next >= text.Length)
            return;
        for (var at = first; at < last; at++)
            if (TokenScanner.Begins(text, at) && TokenKinds.All.Beginning(text[at], at + 1 < last ? text[at + 1] : text[next]) is { } kinds
                && MayBegin(kinds, text[at..last]) && (text[last] != ' ' || !IsWhole(kinds, text, at))
                && Joined(text, at, last, next, kinds, found))
                return;
    }

    /// <summary>Extends findings that reach a line's end and continue: the next line has only one word, and it looks random.</summary>
    public static void Continue(ReadOnlySpan<char> text, Findings found)
    {
        foreach (var (_, end) in found.All.ToArray())
            for (var (at, lines) = (end, 0); lines < MostLines && Next(text, at) is { } line; lines++)
            {
                var close = line;
                while (close < text.Length && TokenScanner.IsWord(text[close]))
                    close++;
                var word = text.Slice(line, close - line);
                var isAlone = close >= text.Length || text[close] is '\n' or '\r' or '"' or '\'' or '`' or '<';
                if (word.Length < (isAlone ? Shortest : Plain) || word[^1] == ':' || !LooksRandom(word))
                    break;
                found.Add(line, close - line);
                at = close;
            }
    }

    /// <summary>Finds what spans a line and the next one.</summary>
    /// <param name="isNamed">Whether the line has a word that a secret may follow; otherwise only the two words around the line break are checked.</param>
    private static void Crossing(ReadOnlySpan<char> text, int first, int last, int next, bool isNamed, Findings found)
    {
        var close = next;
        while (close < text.Length && close - next < Longest && TokenScanner.IsWord(text[close]))
            close++;
        var word = text.Slice(first, last - first);
        var rest = text.Slice(next, close - next);
        if (rest.Length < Shortest || rest[^1] == ':' || !isNamed && (word.Length + rest.Length < ShortestToken || Known.Has(word, rest)))
            return;
        if (!LooksRandom(rest) && (SecretValues.IsComplete(word) || rest.Length < Plain && !LooksRandom(string.Concat(word, rest))))
            return;
        if (!isNamed && InJoined(text, first, last, next, close).IsEmpty)
        {
            Known.Add(word, rest);
            return;
        }
        var from = Lines.Begin(text, last, Longest) ?? Math.Max(0, last - Longest);
        var to = Lines.End(text[..Math.Min(text.Length, next + Longest)], next);
        AddParts(InJoined(text, from, last, next, to), from, last, next, found);
    }

    private static Findings InJoined(ReadOnlySpan<char> text, int from, int last, int next, int to)
    {
        var both = new Findings();
        Secrets.FindIn(string.Concat(text.Slice(from, last - from), text.Slice(next, to - next)), both);
        return both;
    }

    /// <summary>Whether a piece equals the mark of one of the kinds, begins with one, or is the beginning of one.</summary>
    private static bool MayBegin(TokenKind[] kinds, ReadOnlySpan<char> piece)
    {
        foreach (var kind in kinds)
            foreach (var mark in kind.Marks)
                if (mark.AsSpan(0, Math.Min(mark.Length, piece.Length)) is var both && piece.StartsWith(both))
                    return true;
        return false;
    }

    private static bool IsWhole(TokenKind[] kinds, ReadOnlySpan<char> text, int at)
    {
        foreach (var kind in kinds)
            if (kind.LengthAt(text, at) > 0)
                return true;
        return false;
    }

    /// <summary>Where the word that ends at a place begins.</summary>
    private static int WordBegin(ReadOnlySpan<char> text, int end)
    {
        var begin = end;
        while (begin > 0 && end - begin < Longest && TokenScanner.IsWord(text[begin - 1]))
            begin--;
        return begin;
    }

    private static bool Joined(ReadOnlySpan<char> text, int at, int last, int next, TokenKind[] kinds, Findings found)
    {
        var joined = new StringBuilder(Longest * 2).Append(text[at..last]);
        var pieces = new List<(int Joined, int Text)> { (0, at) };
        var isSpaced = text[last] == ' ';
        for (var (line, lines) = ((int?)next, 0); lines < MostLines && joined.Length < Longest * 8 && line is { } begin; lines++)
        {
            var end = begin;
            while (end < text.Length && TokenScanner.IsWord(text[end]))
                end++;
            pieces.Add((joined.Length, begin));
            joined.Append(text[begin..end]);
            line = isSpaced ? null : Next(text, end);
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

    /// <returns>Where the next line's text begins; null if the place is not the end of a line, or the next line is a new record.</returns>
    private static int? Next(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '\r')
            at++;
        return at < text.Length && text[at] == '\n' && LogStamps.After(text, at + 1) is var next && !LogStamps.IsRecord(text, next) ? next : null;
    }

    private static bool LooksRandom(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && (word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z'))
        || word.Length >= 8 && word[1..].ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z');
}
