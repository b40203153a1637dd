using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>A kind of token that is recognised by its form.</summary>
/// <param name="Marks">How it begins or, if its mark is inside, what it contains.</param>
/// <param name="Source">Where its form is documented, or which public rule set has it.</param>
internal sealed record TokenKind(string Kind, string[] Marks, string Pattern, string Source)
{
    /// <summary>For a kind without a mark: the length of its longest run of letters, digits, dashes and underscores.</summary>
    public (int Least, int Most)? Run { get; init; }

    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(200);
    private Regex? _form;

    /// <summary>Most kinds never occur in a process's lifetime, so a pattern is compiled when its mark is first seen.</summary>
    private Regex Form => _form ??= new Regex($@"\G(?:{Pattern})", RegexOptions.CultureInvariant, Most);

    /// <summary>Length of the token that begins there; 0 for none. If matching times out, everything up to the line's end counts as the token.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int at)
    {
        try
        {
            var tokens = Form.EnumerateMatches(text, at);
            return tokens.MoveNext() ? tokens.Current.Length : 0;
        }
        catch (RegexMatchTimeoutException)
        {
            return Lines.End(text, at) - at;
        }
    }
}

/// <summary>
/// All kinds in <c>tokens.json</c>: what a token of GitHub, Stripe, npm and about three hundred others looks like. The forms are facts from the vendors'
/// documentation and from the public rule sets that each entry names.
/// </summary>
internal sealed partial class TokenKinds
{
    public static readonly TokenKinds All = Read();

    public const int LongestRun = 128;

    private readonly TokenKind[]?[] _begins = new TokenKind[128 * 128][];
    private readonly List<Held> _holding = [];

    /// <summary>Marks inside tokens, split in two, by the characters on both sides of the split.</summary>
    private readonly Cut[]?[] _across = new Cut[128 * 128][];

    /// <summary>Words of <see cref="HeldWords"/> by their first two characters.</summary>
    private readonly string[]?[] _held = new string[128 * 128][];
    private readonly TokenKind[]?[] _byRun = new TokenKind[LongestRun + 1][];

    private sealed record Held(string Mark, TokenKind Kind);

    private sealed record Cut(string Before, string After);

    // Loops instead of queries: every process that masks anything starts with this code.
    private TokenKinds(List<TokenKind> beginning, List<TokenKind> holding)
    {
        var loose = new List<string>();
        foreach (var kind in beginning)
            foreach (var mark in kind.Marks)
            {
                Add(_begins, Key(mark[0], mark[1]), kind);
                if (mark.Length > 3 && Loose().IsMatch(kind.Pattern))
                    loose.Add(mark);
            }
        var held = new List<string>();
        foreach (var kind in holding)
        {
            if (kind.Run is { } run)
                for (var length = run.Least; length <= Math.Min(run.Most, LongestRun); length++)
                    Add(_byRun, length, kind);
            foreach (var mark in kind.Marks)
            {
                _holding.Add(new Held(mark, kind));
                for (var at = 1; at < mark.Length; at++)
                    Add(_across, Key(mark[at - 1], mark[at]), new Cut(mark[..at], mark[at..]));
                // A mark of two characters is combined with the digit that always precedes it.
                if (mark.Length > 2)
                    held.Add(mark);
                else
                    for (var digit = '0'; digit <= '9'; digit++)
                        held.Add($"{digit}{mark}");
            }
        }
        foreach (var word in held)
            Add(_held, Key(word[0], word[1]), word);
        (LooseMarks, HeldWords) = (loose, held);
    }

    private static void Add<T>(T[]?[] table, int key, T item) where T : class
    {
        if (table[key] is not { } there)
            table[key] = [item];
        else if (Array.IndexOf(there, item) < 0)
            table[key] = [.. there, item];
    }

    /// <summary>Marks of kinds that may have no long run of letters and digits, because they contain dots, slashes or signs.</summary>
    public IReadOnlyList<string> LooseMarks { get; }

    /// <summary>Marks found inside tokens; each is three characters or longer.</summary>
    public IReadOnlyList<string> HeldWords { get; }

    public bool IsHeld(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] > 127 || text[1] > 127 || _held[Key(text[0], text[1])] is not { } words)
            return false;
        foreach (var word in words)
            if (text.StartsWith(word))
                return true;
        return false;
    }

    /// <summary>Whether a mark inside a token spans the joint of two pieces: the end of one and the beginning of the next.</summary>
    public bool IsHeldAcross(ReadOnlySpan<char> end, ReadOnlySpan<char> beginning)
    {
        if (end.IsEmpty || beginning.IsEmpty || end[^1] > 127 || beginning[0] > 127 || _across[Key(end[^1], beginning[0])] is not { } marks)
            return false;
        foreach (var cut in marks)
            if (end.EndsWith(cut.Before) && beginning.StartsWith(cut.After))
                return true;
        return false;
    }

    /// <summary>Kinds whose mark begins with two characters.</summary>
    public TokenKind[]? Beginning(char first, char second) => first < 128 && second < 128 ? _begins[Key(first, second)] : null;

    /// <summary>Kinds without a mark that have a run of this length.</summary>
    public TokenKind[]? OfRun(int length) => length <= LongestRun ? _byRun[length] : null;

    /// <summary>Kinds that have one of their marks in the word.</summary>
    public IReadOnlyList<TokenKind> In(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text.Slice(start, end - start);
        var kinds = new List<TokenKind>();
        foreach (var held in _holding)
            if (word.IndexOf(held.Mark) >= 0 && !kinds.Contains(held.Kind))
                kinds.Add(held.Kind);
        return kinds;
    }

    [GeneratedRegex(@"\[[^\]]*[+./@][^\]]*\]")]
    private static partial Regex Loose();

    private static int Key(char first, char second) => first * 128 + second;

    private static TokenKinds Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Whybot.Analysis.Language.Redaction.tokens.json")!;
        using var document = JsonDocument.Parse(stream);
        return new TokenKinds(Kinds(document, "begins"), Kinds(document, "holds"));
    }

    private static List<TokenKind> Kinds(JsonDocument document, string name)
    {
        var kinds = new List<TokenKind>();
        foreach (var kind in document.RootElement.GetProperty(name).EnumerateArray())
        {
            var marks = new List<string>();
            foreach (var mark in kind.GetProperty("marks").EnumerateArray())
                marks.Add(mark.GetString()!);
            kinds.Add(new TokenKind(Text("kind"), [.. marks], Text("pattern"), Text("source"))
            {
                Run = kind.TryGetProperty("run", out var run) ? (run[0].GetInt32(), run[1].GetInt32()) : null,
            });

            string Text(string field) => kind.GetProperty(field).GetString()!;
        }
        return kinds;
    }
}
