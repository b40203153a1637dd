using System.Runtime.CompilerServices;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Language.Text;

/// <summary>
/// A sentence of the program that contains text from outside. It is written as an interpolated string: the literal parts are the program's; every text in a
/// hole is from outside and stays marked as such, so Markdown can fence it and nobody can forget to.
/// <para>Formats of a hole: <c>{x}</c> from outside; <c>{x:q}</c> from outside, in quotation marks if there is no markup; <c>{x:t}</c> the
/// program's own words. A <see cref="IClaim">claim</see> in a hole prints what it evaluates to, a <see cref="LinkedText"/> becomes a link.</para>
/// </summary>
[InterpolatedStringHandler]
public sealed class Prose : IEquatable<Prose>
{
    private const int MaxPlain = 240;

    private readonly List<Part> _parts = [];

    public Prose(int literalLength, int formattedCount) => _parts.Capacity = literalLength == 0 ? formattedCount : 2 * formattedCount + 1;

    private Prose() { }

    /// <summary>The parts in order.</summary>
    internal IReadOnlyList<Part> Parts => _parts;

    internal enum Kind
    {
        Own,
        Outside,
        Quoted,

        /// <summary>What a claim prints; <see cref="Words"/> resolves it.</summary>
        Claimed,
    }

    /// <param name="Target">Where it can be seen, relative to the repository's address; null if it is no link.</param>
    internal readonly record struct Part(string Text, Kind Kind, IClaim? Claim = null, string? Target = null);

    /// <summary>The parts with every claim replaced by what it prints.</summary>
    internal IEnumerable<Part> Words => _parts.SelectMany(p => p.Claim switch
    {
        null => [p],
        { Printed: { } printed } => printed.Words,
        var open => [new Part(open.ToString()!, Kind.Outside)],
    });

    /// <summary>Its claims, in order.</summary>
    internal IEnumerable<IClaim> Claims => _parts.Select(p => p.Claim).OfType<IClaim>();

    /// <summary>The same sentence with its claims replaced; null if one of them has no replacement, because a sentence is kept or dropped as a whole.</summary>
    internal Prose? With(Func<IClaim, IClaim?> replace)
    {
        if (!_parts.Exists(p => p.Claim is not null))
            return this;
        var replaced = new Prose();
        foreach (var part in _parts)
            if (part.Claim is not { } claim)
                replaced._parts.Add(part);
            else if (replace(claim) is { } other)
                replaced._parts.Add(part with { Claim = other });
            else
                return null;
        return replaced;
    }

    public static readonly Prose Empty = new();

    /// <summary>For places where the compiler would otherwise make a string of it first.</summary>
    public static Prose Of(Prose prose) => prose;

    /// <summary>The parts one after another with the separator between them.</summary>
    public static Prose Join(string separator, IEnumerable<Prose> many)
    {
        var joined = new Prose();
        foreach (var prose in many)
        {
            if (joined._parts.Count > 0)
                joined.AppendLiteral(separator);
            joined._parts.AddRange(prose._parts);
        }
        return joined;
    }

    /// <summary>A list of words from outside: at most <paramref name="most"/>, then how many more there are.</summary>
    public static Prose List(IEnumerable<string> words, int most = 3)
    {
        var all = words.ToList();
        var list = Join(", ", all.Take(most).Select(w => Of($"{w}")));
        return all.Count > most ? Of($"{list} and {all.Count - most} more") : list;
    }

    /// <summary>The same sentence with each part replaced.</summary>
    internal Prose Replaced(Func<Part, Part> replace)
    {
        var replaced = new Prose();
        replaced._parts.AddRange(_parts.Select(replace));
        return replaced;
    }

    public void AppendLiteral(string literal) => _parts.Add(new Part(literal, Kind.Own));

    public void AppendFormatted(string? text) => AppendFormatted(text, "");

    public void AppendFormatted(string? text, string format)
    {
        if (!string.IsNullOrEmpty(text))
            _parts.Add(new Part(text, format switch { "t" => Kind.Own, "q" => Kind.Quoted, _ => Kind.Outside }));
    }

    public void AppendFormatted(LinkedText link) => _parts.Add(new Part(link.Text, Kind.Outside, Target: link.Target));

    internal void AppendFormatted(IClaim claim) => _parts.Add(new Part("", Kind.Claimed, claim));

    public void AppendFormatted(Prose prose) => _parts.AddRange(prose._parts);

    public void AppendFormatted(int number) => AppendLiteral(number.ToString());

    public void AppendFormatted(DateTimeOffset time, string format) => AppendLiteral(time.ToString(format));

    /// <summary>Without markup, on one line, with secrets masked.</summary>
    public override string ToString() =>
        string.Concat(Words.Select(p => p.Kind switch
        {
            Kind.Own => p.Text,
            Kind.Quoted => $"“{Plain(p.Text)}”",
            _ => Plain(p.Text),
        }));

    public bool Equals(Prose? other) => other is not null && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as Prose);

    public override int GetHashCode() => _parts.Aggregate(17, HashCode.Combine);

    private static string Plain(string text) => SafeText.OneLine(Secrets.Redact(SafeText.Head(text, MaxPlain)), MaxPlain);
}
