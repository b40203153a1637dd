using System.Globalization;

namespace Whybot.Testing.Secrets;

/// <summary>A part of a pattern.</summary>
internal abstract record PatternPart
{
    /// <summary>Something that consumes nothing: an anchor, a look around, an option.</summary>
    public sealed record Nothing : PatternPart;

    public sealed record Letter(char Value) : PatternPart;

    /// <param name="Any">It takes every character, as <c>[\s\S]</c> does.</param>
    public sealed record Class(string Characters, bool Any) : PatternPart;

    public sealed record Group(string? Name, IReadOnlyList<IReadOnlyList<PatternPart>> Alternatives) : PatternPart;

    /// <param name="Most"><see cref="int.MaxValue"/> for no limit.</param>
    public sealed record Repeat(PatternPart Part, int Least, int Most, bool Lazy) : PatternPart;
}

/// <summary>
/// Reads the regular expressions that describe secrets: letters, classes, groups, alternatives and quantifiers. Look arounds, anchors and options are
/// read over; back references are not known.
/// </summary>
internal sealed class PatternParser(string pattern)
{
    private const string Digits = "0123456789";
    private const string Words = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + Digits;

    /// <summary>What negated classes and <c>\S</c> stand for: what passwords are made of.</summary>
    private const string Visible = Words + "-_.!";

    private int _at;

    /// <exception cref="FormatException">The pattern uses what this does not know.</exception>
    public static PatternPart Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var whole = parser.Alternatives(null);
        return parser._at == pattern.Length ? whole : throw new FormatException($"{pattern}: cannot be read from {parser._at} on");
    }

    private PatternPart.Group Alternatives(string? name)
    {
        var found = new List<IReadOnlyList<PatternPart>>();
        var parts = new List<PatternPart>();
        while (_at < pattern.Length && pattern[_at] != ')')
            if (pattern[_at] == '|')
            {
                found.Add(parts);
                parts = [];
                _at++;
            }
            else
                parts.Add(Quantified(One()));
        found.Add(parts);
        return new PatternPart.Group(name, found);
    }

    private PatternPart One() => pattern[_at++] switch
    {
        '(' => Group(),
        '[' => Set(),
        '.' => new PatternPart.Class(Visible, false),
        '^' or '$' => new PatternPart.Nothing(),
        '\\' => Escaped(),
        var letter => new PatternPart.Letter(letter),
    };

    private PatternPart Group()
    {
        string? name = null;
        var around = false;
        if (Take("?<!") || Take("?<=") || Take("?!") || Take("?="))
            around = true;
        else if (Take("?<"))
        {
            name = pattern[_at..pattern.IndexOf('>', _at)];
            _at += name.Length + 1;
        }
        else if (Take("?i)"))
            return new PatternPart.Nothing();
        else if (!Take("?i:"))
            Take("?:");
        var group = Alternatives(name);
        _at++;
        return around ? new PatternPart.Nothing() : group;
    }

    private PatternPart Quantified(PatternPart part)
    {
        if (_at == pattern.Length)
            return part;
        var (least, most) = pattern[_at] switch { '?' => (0, 1), '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '{' => Bounds(), _ => (-1, -1) };
        if (least < 0)
            return part;
        _at++;
        return new PatternPart.Repeat(part, least, most, Take("?"));
    }

    /// <returns>The bounds; it stays at the closing brace.</returns>
    private (int Least, int Most) Bounds()
    {
        var end = pattern.IndexOf('}', _at);
        var bounds = pattern[(_at + 1)..end].Split(',');
        _at = end;
        var least = int.Parse(bounds[0], CultureInfo.InvariantCulture);
        return (least, bounds is [_, var most] ? most.Length == 0 ? int.MaxValue : int.Parse(most, CultureInfo.InvariantCulture) : least);
    }

    private PatternPart Escaped() => pattern[_at++] switch
    {
        'n' => new PatternPart.Letter('\n'),
        'r' => new PatternPart.Letter('\r'),
        's' => new PatternPart.Letter(' '),
        'd' => new PatternPart.Class(Digits, false),
        'w' => new PatternPart.Class(Words + "_", false),
        'S' => new PatternPart.Class(Visible, false),
        'b' => new PatternPart.Nothing(),
        var letter when !char.IsAsciiLetterOrDigit(letter) => new PatternPart.Letter(letter),
        var other => throw new FormatException($"{pattern}: \\{other} is not known"),
    };

    private PatternPart.Class Set()
    {
        var negated = Take("^");
        var found = new HashSet<char>();
        var any = false;
        for (var first = true; first || pattern[_at] != ']'; first = false)
        {
            var letter = pattern[_at++];
            if (letter == '\\')
            {
                letter = pattern[_at++] switch { 'n' => '\n', 'r' => '\r', 's' => ' ', 'S' => '\0', var other => other };
                any |= letter == '\0';
            }
            if (pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                for (var c = letter; c <= pattern[_at + 1]; c++)
                    found.Add(c);
                _at += 2;
            }
            else
                found.Add(letter);
        }
        _at++;
        return new PatternPart.Class(negated ? string.Concat(Visible.Where(c => !found.Contains(c))) : Alphabet(found), any);
    }

    /// <summary>Rule sets let padding, escapes and line ends stand anywhere in a value; real values have them at most at the end.</summary>
    private static string Alphabet(HashSet<char> found) =>
        string.Concat((found.Count > 10 ? found.Where(c => c is not ('=' or '%' or '\r' or '\n' or ' ')) : found).Order());

    private bool Take(string text)
    {
        if (string.CompareOrdinal(pattern, _at, text, 0, text.Length) != 0)
            return false;
        _at += text.Length;
        return true;
    }
}
