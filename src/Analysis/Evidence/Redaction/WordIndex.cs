using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>
/// Finds the next of some hundred words, without regard to case: three characters at a time are looked up in a small table, which is faster than the platform's
/// search for so many words.
/// </summary>
internal sealed class WordIndex
{
    private const int Bits = 15;

    /// <summary>One bit for each hash of three characters: whether a word may begin so. Small enough to stay in the processor's first cache.</summary>
    private readonly uint[] _begins = new uint[(1 << Bits) / 32];
    private readonly byte[] _places = new byte[1 << Bits];
    private readonly List<Group> _groups = [];

    /// <param name="Fourth">One bit for each character that may come fourth, by its lowest six bits.</param>
    private sealed record Group(string[] Words, ulong Fourth);

    /// <param name="words">Each of three characters or more.</param>
    public WordIndex(IEnumerable<string> words)
    {
        var groups = new Dictionary<int, List<string>>();
        foreach (var word in words)
        {
            var hash = Hash(Small(word[0]), Small(word[1]), Small(word[2]));
            if (!groups.TryGetValue(hash, out var group))
                groups[hash] = group = [];
            group.Add(word);
        }
        foreach (var (hash, group) in groups)
        {
            _begins[hash >> 5] |= 1u << hash;
            _places[hash] = checked((byte)_groups.Count);
            var fourth = 0UL;
            foreach (var word in group)
                fourth |= word.Length > 3 ? 1UL << Small(word[3]) : ulong.MaxValue;
            _groups.Add(new Group([.. group], fourth));
        }
    }

    /// <returns>Where the next one begins; -1 for none.</returns>
    public int Next(string text, int at)
    {
        if (at + 3 > text.Length)
            return -1;
        ref var begins = ref MemoryMarshal.GetArrayDataReference(_begins);
        var (first, second) = (Small(text[at]), Small(text[at + 1]));
        for (var i = at + 2; i < text.Length; i++)
        {
            var third = Small(text[i]);
            var hash = Hash(first, second, third);
            // A hash is never past the table's end.
            if ((Unsafe.Add(ref begins, hash >> 5) >> hash & 1) != 0 && Stands(text, i - 2, hash))
                return i - 2;
            (first, second) = (second, third);
        }
        return -1;
    }

    private bool Stands(string text, int at, int hash)
    {
        var group = _groups[_places[hash]];
        if (at + 3 < text.Length && (group.Fourth >> Small(text[at + 3]) & 1) == 0)
            return false;
        foreach (var word in group.Words)
            if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static int Small(char character) => (character | 0x20) & 0x7f;

    private static int Hash(int first, int second, int third) => (first << 8 ^ second << 4 ^ third) & ((1 << Bits) - 1);
}
