using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>A kind of token that is known by its form.</summary>
/// <param name="Marks">How it begins, or, for one that has its mark inside, what it holds.</param>
/// <param name="Source">Where its form is documented, or which public rule set has it.</param>
internal sealed record TokenKind(string Kind, IReadOnlyList<string> Marks, string Pattern, string Source)
{
    /// <summary>Of one that has no mark: the length of its longest stretch of letters, digits, dashes and underscores.</summary>
    public (int Least, int Most)? Run { get; init; }

    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(200);
    private Regex? _form;

    /// <summary>Most kinds never occur in a process's life: a form is compiled when its mark is first seen.</summary>
    private Regex Form => _form ??= new Regex($@"\G(?:{Pattern})", RegexOptions.CultureInvariant, Most);

    /// <summary>Length of the token that begins there; 0 for none. What cannot be told in time is taken for one, to the line's end.</summary>
    public int LengthAt(string text, int at)
    {
        try
        {
            return Form.Match(text, at) is { Success: true } token ? token.Length : 0;
        }
        catch (RegexMatchTimeoutException)
        {
            return LineAt(text, at);
        }
    }

    private static int LineAt(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end - at : text.Length - at;
}

/// <summary>
/// All kinds of <c>tokens.json</c>: how a token of GitHub, Stripe, npm and some three hundred others looks. The forms are facts from the vendors' documentation
/// and from the public rule
/// sets that each entry names.
/// </summary>
internal sealed partial class TokenKinds
{
    public static readonly TokenKinds All = Read();

    public const int LongestRun = 128;

    private readonly TokenKind[]?[] _begins = new TokenKind[128 * 128][];
    private readonly SearchValues<string> _marks;
    private readonly (string Mark, TokenKind Kind)[] _holding;

    /// <summary>Marks inside tokens, cut in two, by the characters on both sides of the cut.</summary>
    private readonly (string Before, string After)[]?[] _across = new (string, string)[128 * 128][];

    private readonly TokenKind[]?[] _byRun = new TokenKind[LongestRun + 1][];

    private TokenKinds(IReadOnlyList<TokenKind> beginning, IReadOnlyList<TokenKind> holding)
    {
        for (var length = 0; length <= LongestRun; length++)
            if (holding.Where(k => k.Run is { } run && run.Least <= length && length <= run.Most).ToArray() is { Length: > 0 } kinds)
                _byRun[length] = kinds;
        foreach (var group in beginning.SelectMany(k => k.Marks.Select(m => (Key: Key(m[0], m[1]), Kind: k))).Distinct().GroupBy(k => k.Key))
            _begins[group.Key] = [.. group.Select(g => g.Kind)];
        LooseMarks = [.. beginning.Where(k => Loose().IsMatch(k.Pattern)).SelectMany(k => k.Marks).Where(m => m.Length > 3).Distinct()];
        _holding = [.. holding.SelectMany(k => k.Marks.Select(m => (m, k)))];
        // Of a mark of two characters with the digit that always stands before it.
        HeldWords = [.. _holding.Select(h => h.Mark).Distinct().SelectMany(m => m.Length > 2 ? [m] : Enumerable.Range(0, 10).Select(digit => $"{digit}{m}"))];
        foreach (var cuts in _holding.SelectMany(h => Enumerable.Range(1, h.Mark.Length - 1).Select(at => (Before: h.Mark[..at], After: h.Mark[at..])))
            .Distinct().GroupBy(c => Key(c.Before[^1], c.After[0])))
            _across[cuts.Key] = [.. cuts];
        _marks = SearchValues.Create([.. _holding.Select(h => h.Mark)], StringComparison.Ordinal);
    }

    /// <summary>Marks of kinds that may have no long stretch of letters and digits, since dots, slashes or signs stand in them.</summary>
    public IEnumerable<string> LooseMarks { get; }

    /// <summary>What stands in tokens that have their mark inside; each of three characters or more.</summary>
    public IReadOnlyList<string> HeldWords { get; }

    public bool IsHeld(ReadOnlySpan<char> text)
    {
        foreach (var word in HeldWords)
            if (text.StartsWith(word))
                return true;
        return false;
    }

    /// <summary>Whether a mark inside a token stands over the joint of two pieces: the end of one and the beginning of the next.</summary>
    public bool IsHeldAcross(ReadOnlySpan<char> end, ReadOnlySpan<char> beginning)
    {
        if (end.IsEmpty || beginning.IsEmpty || end[^1] > 127 || beginning[0] > 127 || _across[Key(end[^1], beginning[0])] is not { } marks)
            return false;
        foreach (var (before, after) in marks)
            if (end.EndsWith(before) && beginning.StartsWith(after))
                return true;
        return false;
    }

    /// <summary>Kinds whose mark begins with two characters.</summary>
    public TokenKind[]? Beginning(char first, char second) => first < 128 && second < 128 ? _begins[Key(first, second)] : null;

    /// <summary>Kinds without a mark that have a stretch of such a length.</summary>
    public IReadOnlyList<TokenKind>? OfRun(int length) => length <= LongestRun ? _byRun[length] : null;

    /// <summary>Kinds one of whose marks stands in the word.</summary>
    public IReadOnlyList<TokenKind> In(string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).ContainsAny(_marks))
            return [];
        var word = text[start..end];
        return [.. _holding.Where(h => word.Contains(h.Mark, StringComparison.Ordinal)).Select(h => h.Kind).Distinct()];
    }

    [GeneratedRegex(@"\[[^\]]*[+./@][^\]]*\]")]
    private static partial Regex Loose();

    private static int Key(char first, char second) => first * 128 + second;

    private static TokenKinds Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Whybot.Analysis.Evidence.Redaction.tokens.json")!;
        using var document = JsonDocument.Parse(stream);
        return new TokenKinds(Kinds(document, "begins"), Kinds(document, "holds"));
    }

    private static List<TokenKind> Kinds(JsonDocument document, string name) =>
    [
        .. document.RootElement.GetProperty(name).EnumerateArray().Select(k => new TokenKind(k.GetProperty("kind").GetString()!,
            [.. k.GetProperty("marks").EnumerateArray().Select(m => m.GetString()!)],
            k.GetProperty("pattern").GetString()!, k.GetProperty("source").GetString()!)
        { Run = k.TryGetProperty("run", out var run) ? (run[0].GetInt32(), run[1].GetInt32()) : null }),
    ];
}
