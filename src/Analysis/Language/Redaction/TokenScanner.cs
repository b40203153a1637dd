using System.Buffers;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Finds tokens by their form. Every token contains a run of sixteen letters, digits, dashes or underscores, and ordinary words do not, so only the places with
/// such a run are examined.
/// </summary>
internal static class TokenScanner
{
    /// <summary>A mark such as <c>pdus+_</c>, or a host name, may precede the run.</summary>
    private const int MostBefore = 60;

    private const int MostAround = 120;

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(Alphanumeric);
    private static readonly SearchValues<char> RunCharacters = SearchValues.Create(Alphanumeric + "-_~");
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create(Alphanumeric + "-_.+/~=:$!%&|@*?");
    private static readonly LongRuns Runs = new(RunCharacters);

    public static void Find(ReadOnlySpan<char> text, Findings found)
    {
        for (var at = 0; (at = Runs.Next(text, at)) >= 0;)
        {
            var end = Whole(text, at + LongRuns.Least);
            Look(text, at, end, found);
            at = end;
        }
    }

    /// <summary>Finds the token that begins there.</summary>
    public static void At(ReadOnlySpan<char> text, int at, Findings found)
    {
        if (at + 2 < text.Length && Begins(text, at) && TokenKinds.All.Beginning(text[at], text[at + 1]) is { } kinds
            && Longest(kinds, text, at) is > 0 and var length)
            found.Add(at, Whole(text, at + length) - at);
    }

    /// <summary>Finds tokens with a mark inside, when one of those marks is there.</summary>
    /// <returns>The position up to which marks were checked.</returns>
    public static int Around(ReadOnlySpan<char> text, int mark, Findings found)
    {
        var (from, to) = (mark, mark);
        while (from > 0 && mark - from < MostAround && IsWord(text[from - 1]))
            from--;
        while (to < text.Length && to - mark < MostAround && IsWord(text[to]))
            to++;
        Held(text, from, to, to, found);
        foreach (var (joint, rest) in (ReadOnlySpan<(int, int)>)[(to, LineWraps.AfterSpace(text, to)), (LineWraps.BeforeSpace(text, from), from)])
            if (rest > joint && joint >= 0)
                Spaced(text, joint, rest, found);
        return to;
    }

    /// <summary>The same, when the mark itself is split by a space.</summary>
    public static void Across(ReadOnlySpan<char> text, int joint, int rest, Findings found)
    {
        if (TokenKinds.All.IsHeldAcross(text[..joint], text[rest..]))
            Spaced(text, joint, rest, found);
    }

    /// <summary>A token with a mark inside and a space where a line ended.</summary>
    private static void Spaced(ReadOnlySpan<char> text, int joint, int rest, Findings found)
    {
        var (from, to) = (joint, rest);
        while (from > 0 && joint - from < MostAround && IsWord(text[from - 1]))
            from--;
        while (to < text.Length && to - rest < MostAround && IsWord(text[to]))
            to++;
        var both = new Findings();
        var joined = string.Concat(text.Slice(from, joint - from), text.Slice(rest, to - rest));
        Held(joined, 0, joint - from, joined.Length, both);
        LineWraps.AddParts(both, from, joint, rest, found);
    }

    public static bool IsWord(char character) => WordCharacters.Contains(character);

    /// <summary>A token begins at the beginning of a word; an underscore in front of it, as in a test's name, is not part of it.</summary>
    public static bool Begins(ReadOnlySpan<char> text, int at) => at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);

    /// <summary>Text that follows a token without a gap is part of it, since nobody can tell where the token ends.</summary>
    public static int Whole(ReadOnlySpan<char> text, int end)
    {
        return text[end..].IndexOfAnyExcept(RunCharacters) is >= 0 and var length ? end + length : text.Length;
    }

    private static void Look(ReadOnlySpan<char> text, int start, int end, Findings found)
    {
        var from = start;
        while (from > 0 && start - from < MostBefore && IsWord(text[from - 1]))
            from--;
        for (var at = NextBegin(text, from, end); at < end - 2; at = NextBegin(text, at + 1, end))
            if (TokenKinds.All.Beginning(text[at], text[at + 1]) is { } kinds && Longest(kinds, text, at) is > 0 and var length)
            {
                var whole = Whole(text, at + length);
                found.Add(at, whole - at);
                at = whole - 1;
            }
        var to = end;
        while (to < text.Length && to - end < MostBefore * 4 && IsWord(text[to]))
            to++;
        LineWraps.FindSpaced(text, from, to, found);
        for (var at = Math.Max(from, end - TokenKinds.LongestRun); at < end; at++)
            if (TokenKinds.All.OfRun(end - at) is { } shapes && Begins(text, at))
                foreach (var begin in (ReadOnlySpan<int>)[at, Beginning(text, at)])
                    foreach (var kind in shapes)
                        if (kind.LengthAt(text, begin) is > 0 and var length)
                            found.Add(begin, Whole(text, begin + length) - begin);
    }

    /// <summary>The first place where a token may begin.</summary>
    private static int NextBegin(ReadOnlySpan<char> text, int at, int end) =>
        at >= end || Begins(text, at) ? at : text[at..end].IndexOfAnyExcept(LettersAndDigits) is >= 0 and var length ? at + length + 1 : end;

    /// <summary>A token without a mark may have a number and a slash before its run.</summary>
    private static int Beginning(ReadOnlySpan<char> text, int run)
    {
        var at = run;
        while (at > 0 && run - at < MostBefore && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '/' or ':'))
            at--;
        return at;
    }

    private static void Held(ReadOnlySpan<char> text, int from, int last, int to, Findings found)
    {
        foreach (var kind in TokenKinds.All.In(text, from, to))
            for (var at = from; at < last; at++)
                if (Begins(text, at) && kind.LengthAt(text, at) is > 0 and var length)
                {
                    found.Add(at, Whole(text, at + length) - at);
                    at += length;
                }
    }

    private static int Longest(TokenKind[] kinds, ReadOnlySpan<char> text, int at)
    {
        var longest = 0;
        foreach (var kind in kinds)
            foreach (var mark in kind.Marks)
                if (text[at..].StartsWith(mark))
                {
                    longest = Math.Max(longest, kind.LengthAt(text, at));
                    break;
                }
        return longest;
    }
}
