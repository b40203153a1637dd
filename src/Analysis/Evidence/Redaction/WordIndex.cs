namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>
/// Finds the next of some hundred words, without regard to case: three characters at a time are looked up in a table, which is faster than the platform's search for so many words.
/// </summary>
internal sealed class WordIndex
{
    private const int Bits = 15;

    /// <summary>By a hash of three characters: which words may begin so; 0 for none.</summary>
    private readonly byte[] _table = new byte[1 << Bits];
    private readonly List<string[]> _words = [[]];

    /// <param name="words">Each of three characters or more.</param>
    public WordIndex(IEnumerable<string> words)
    {
        foreach (var group in words.Distinct(StringComparer.OrdinalIgnoreCase).GroupBy(w => Hash(Small(w[0]), Small(w[1]), Small(w[2]))))
        {
            _table[group.Key] = (byte)_words.Count;
            _words.Add([.. group]);
        }
    }

    /// <returns>Where the next one begins; -1 for none.</returns>
    public int Next(string text, int at)
    {
        if (at + 3 > text.Length)
            return -1;
        var (first, second) = (Small(text[at]), Small(text[at + 1]));
        for (var i = at + 2; i < text.Length; i++)
        {
            var third = Small(text[i]);
            if (_table[Hash(first, second, third)] is > 0 and var place && Stands(text, i - 2, place))
                return i - 2;
            (first, second) = (second, third);
        }
        return -1;
    }

    private bool Stands(string text, int at, int place)
    {
        foreach (var word in _words[place])
            if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static int Small(char character) => (character | 0x20) & 0x7f;

    private static int Hash(int first, int second, int third) => (first << 8 ^ second << 4 ^ third) & ((1 << Bits) - 1);
}
