using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Finds the next of some hundred words, ignoring case. It looks at three characters at every second position, and looks closer only where a word may begin
/// there or one position earlier. This is faster than .NET's own search for that many words.
/// </summary>
internal sealed class WordIndex
{
    /// <summary>Drops the bits that distinguish lower from upper case, and non-ASCII from ASCII.</summary>
    private const ulong Fold = 0x5f;
    private const int PairBits = 14;

    /// <summary>Characters that are read at once.</summary>
    private const int Window = 4;

    /// <summary>For each pair of characters, one bit for each third character (by its lowest six bits): whether a word may begin like this.</summary>
    private readonly ulong[] _begins = new ulong[1 << PairBits];

    /// <summary>The same for the beginnings of words, and for those with one more character in front.</summary>
    private readonly ulong[] _near = new ulong[1 << PairBits];

    /// <summary>For each hash of the first three characters, the 1-based number of the group that begins like this.</summary>
    private readonly byte[] _places = new byte[1 << PairBits];
    private readonly List<Group> _groups = [];

    /// <param name="Fourth">One bit for each possible fourth character, by its lowest six bits.</param>
    private sealed record Group(string[] Words, ulong Fourth);

    /// <param name="words">Each has three or more ASCII characters.</param>
    public WordIndex(IEnumerable<string> words)
    {
        var groups = new Dictionary<int, List<string>>();
        foreach (var word in words)
        {
            var begin = Pair(word[0], word[1]);
            _begins[begin] |= Bits(word[2]);
            _near[begin] |= Bits(word[2]);
            _near[Pair(word[1], word[2])] |= word.Length > 3 ? Bits(word[3]) : ulong.MaxValue;
            var hash = Hash(word[0], word[1], word[2]);
            if (!groups.TryGetValue(hash, out var group))
                groups[hash] = group = [];
            group.Add(word);
        }
        foreach (var (hash, group) in groups)
        {
            _places[hash] = checked((byte)(_groups.Count + 1));
            var fourth = 0UL;
            foreach (var word in group)
                fourth |= word.Length > 3 ? Bits(word[3]) : ulong.MaxValue;
            _groups.Add(new Group([.. group], fourth));
        }
    }

    /// <returns>Where the next word begins; -1 for none.</returns>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        ref var near = ref MemoryMarshal.GetArrayDataReference(_near);
        ref var begin = ref MemoryMarshal.GetReference(text);
        var place = at + 1;
        // The last window ends at the end of the text at the latest, and no pair is past the table's end.
        for (; place + 6 <= text.Length - Window; place += 8)
        {
            ref var here = ref Unsafe.Add(ref begin, place);
            var (one, two, three, four) = (Near(ref near, ref here, 0), Near(ref near, ref here, 2), Near(ref near, ref here, 4), Near(ref near, ref here, 6));
            if (((one | two | three | four) & 1) == 0)
                continue;
            var which = (uint)(one & 1 | (two & 1) << 1 | (three & 1) << 2 | (four & 1) << 3);
            var first = place - 1 + 2 * BitOperations.TrailingZeroCount(which);
            if (First(text, first, place + 2 * BitOperations.Log2(which)) is >= 0 and var word)
                return word;
        }
        return First(text, place - 1, text.Length - 3);
    }

    /// <summary>The lowest bit says whether a word may begin at the place or one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Near(ref ulong near, ref char text, int place)
    {
        var window = At(ref Unsafe.Add(ref text, place));
        // A shift only uses the lowest six bits of the third character.
        return Unsafe.Add(ref near, Pair(window)) >> (int)(window >> 32);
    }

    /// <summary>The first of some places where a word begins; -1 for none. Kept out of the loop, because a smaller loop is faster.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int First(ReadOnlySpan<char> text, int from, int to)
    {
        for (var place = from; place <= to; place++)
            if ((_begins[Pair(text[place], text[place + 1])] >> text[place + 2] & 1) != 0 && Stands(text[place..]))
                return place;
        return -1;
    }

    private bool Stands(ReadOnlySpan<char> text)
    {
        if (_places[Hash(text[0], text[1], text[2])] is not (> 0 and var place))
            return false;
        var group = _groups[place - 1];
        if (text.Length > 3 && (group.Fourth >> text[3] & 1) == 0)
            return false;
        foreach (var word in group.Words)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Four characters, with the first in the lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref char window) =>
        BitConverter.IsLittleEndian
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref window))
            : window | (ulong)Unsafe.Add(ref window, 1) << 16 | (ulong)Unsafe.Add(ref window, 2) << 32;

    /// <summary>The table index of a window's first two characters: one multiplication brings them side by side and shifts everything else out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Pair(ulong window) => (nuint)((window & (Fold | Fold << 16)) * (1UL << 48 | 1UL << 25) >> 41);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pair(char first, char second) => (int)((first & Fold) << 7 | second & Fold);

    private static int Hash(char first, char second, char third) => Pair(first, second) ^ (int)(third & Fold) * 0x9d & ((1 << PairBits) - 1);

    /// <summary>The bits for a letter in lower and in upper case.</summary>
    private static ulong Bits(char character) => 1UL << (character | 0x20) | 1UL << (character & ~0x20);
}
