using System.Text;

namespace Whybot.Testing.Secrets;

/// <summary>What a pattern made.</summary>
/// <param name="Start">Where the secret begins in the text.</param>
/// <param name="Random">Of each character of the text, whether it is the value's own and not one that all values of the kind have.</param>
internal sealed record Sample(string Text, int Start, int Length, IReadOnlyList<bool> Random)
{
    public string Secret => Text.Substring(Start, Length);
}

/// <summary>Makes values for a pattern. The same random numbers make the same values.</summary>
internal sealed class PatternSampler(Random random)
{
    /// <summary>Quantifiers without a limit, or with a high one, make so many more than they must.</summary>
    private const int More = 16;

    /// <summary>The fewest that are made of something that may be long.</summary>
    private const int Short = 12;

    /// <summary>Of an alphabet as large as this, characters are the value's own.</summary>
    private const int Alphabet = 10;

    private readonly StringBuilder _text = new();
    private readonly List<bool> _random = [];
    private (int Start, int End)? _secret;
    private bool _inside;

    public Sample Make(SecretKind kind)
    {
        _text.Clear();
        _random.Clear();
        _secret = null;
        _inside = !kind.IsConstruct;
        Add(PatternParser.Parse(kind.Pattern));
        var (start, end) = _secret ?? (0, _text.Length);
        return new Sample(_text.ToString(), start, end - start, [.. _random]);
    }

    private void Add(PatternPart part)
    {
        switch (part)
        {
            case PatternPart.Letter letter:
                Put(letter.Value, false);
                break;
            case PatternPart.Class set:
                Put(set.Characters[random.Next(set.Characters.Length)], set.Characters.Length >= Alphabet);
                break;
            case PatternPart.Group group:
                AddGroup(group);
                break;
            case PatternPart.Repeat { Part: PatternPart.Class { Any: true }, Least: > 1 }:
                AddBlock();
                break;
            case PatternPart.Repeat { Part: PatternPart.Class set } repeat when Count(repeat) is var count and > 0:
                AddWord(set.Characters, count);
                break;
            case PatternPart.Repeat repeat when repeat.Part is not PatternPart.Class:
                for (var left = Count(repeat); left > 0; left--)
                    Add(repeat.Part);
                break;
        }
    }

    private void AddGroup(PatternPart.Group group)
    {
        var secret = group.Name?.StartsWith("secret", StringComparison.Ordinal) == true;
        var start = _text.Length;
        _inside |= secret;
        foreach (var part in group.Alternatives[random.Next(group.Alternatives.Count)])
            Add(part);
        if (secret)
            (_secret, _inside) = ((start, _text.Length), false);
    }

    private int Count(PatternPart.Repeat repeat)
    {
        var (least, most) = (repeat.Least, repeat.Most);
        if (least == most || repeat.Lazy)
            return least;
        if (repeat.Part is PatternPart.Group)
            return random.Next(least, Math.Min(most, least + 2) + 1);
        // Around a secret nothing is made that need not be: quotes would stand alone, and names would be no words.
        if (!_inside)
            return least;
        if (least < Short && most >= Short)
            least = Short;
        return random.Next(least, Math.Min(most, least + More) + 1);
    }

    /// <summary>Letters and digits mixed, hexadecimal digits in one case, and neither end a mark.</summary>
    private void AddWord(string characters, int count)
    {
        if (IsHex(characters))
            characters = string.Concat(characters.Where(random.Next(2) == 0 ? c => !char.IsAsciiLetterUpper(c) : c => !char.IsAsciiLetterLower(c)));
        var plain = string.Concat(characters.Where(char.IsAsciiLetterOrDigit));
        var word = new char[count];
        for (var i = 0; i < count; i++)
        {
            var from = i is 0 || i == count - 1 ? plain.Length > 0 ? plain : characters : characters;
            word[i] = from[random.Next(from.Length)];
        }
        Mix(word, characters);
        foreach (var letter in word)
            Put(letter, characters.Length >= Alphabet);
    }

    private void Mix(char[] word, string characters)
    {
        var digits = string.Concat(characters.Where(char.IsAsciiDigit));
        if (word.Length < 8 || digits.Length == 0 || digits.Length == characters.Length)
            return;
        for (var wanted = Math.Max(1, word.Length / 12); word.Count(char.IsAsciiDigit) < wanted;)
            word[random.Next(1, word.Length)] = digits[random.Next(digits.Length)];
        var letters = string.Concat(characters.Where(char.IsAsciiLetter));
        if (letters.Length > 0 && !word.Any(char.IsAsciiLetter))
            word[word.Length / 2] = letters[random.Next(letters.Length)];
    }

    private static bool IsHex(string characters) => characters.Contains('a') && characters.Contains('A') && !characters.Contains('g')
        && !characters.Contains('G');

    /// <summary>Lines of base64, as the body of a PEM block.</summary>
    private void AddBlock()
    {
        const string characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        Put('\n', false);
        for (var lines = random.Next(3, 9); lines > 0; lines--)
        {
            AddWord(characters, lines == 1 ? random.Next(16, 64) : 64);
            Put('\n', false);
        }
    }

    private void Put(char letter, bool own)
    {
        _text.Append(letter);
        _random.Add(own);
    }
}
