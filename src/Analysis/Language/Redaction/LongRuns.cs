using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Finds runs of sixteen or more characters of a set, which are rare in ordinary text. Sixteen characters at a time are looked up by both halves of their codes
/// in tables the size of a vector register, which gives one bit per character.
/// </summary>
internal sealed class LongRuns
{
    public const int Least = 16;

    /// <summary>Characters that are checked together: one for each bit of a <c>ulong</c>.</summary>
    private const int Block = 64;

    /// <summary>A row is the upper half of a character's code; one bit per row says whether the lower half is in it.</summary>
    private readonly Vector128<byte> _rows;
    private readonly Vector128<byte> _inRows;
    private readonly SearchValues<char> _characters;

    /// <param name="characters">ASCII characters.</param>
    public LongRuns(SearchValues<char> characters)
    {
        Span<byte> rows = stackalloc byte[16];
        Span<byte> inRows = stackalloc byte[16];
        rows.Clear();
        inRows.Clear();
        for (var character = '\0'; character < 0x80; character++)
            if (characters.Contains(character))
            {
                rows[character >> 4] = (byte)(1 << (character >> 4));
                inRows[character & 0xf] |= rows[character >> 4];
            }
        (_rows, _inRows, _characters) = (Vector128.Create<byte>(rows), Vector128.Create<byte>(inRows), characters);
    }

    /// <returns>Where the next run begins; -1 for none.</returns>
    /// <param name="at">The text's beginning, or a position that is not inside a run that began before it.</param>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        // A run that crosses a block's end begins in the next one, too.
        for (; at + Block <= text.Length; at += Block - Least)
            if (Long(In(MemoryMarshal.Cast<char, ushort>(text.Slice(at, Block)))) is not 0 and var begins)
                return at + BitOperations.TrailingZeroCount(begins);
        for (var length = 0; at < text.Length; at++)
            if ((length = _characters.Contains(text[at]) ? length + 1 : 0) == Least)
                return at + 1 - Least;
        return -1;
    }

    /// <summary>From each run of bits, keeps those that start a run of at least sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Long(ulong bits)
    {
        for (var length = 1; length < Least; length *= 2)
            bits &= bits >> length;
        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong In(ReadOnlySpan<ushort> block) =>
        In(block, 0) | In(block, 16) << 16 | In(block, 32) << 32 | In(block, 48) << 48;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong In(ReadOnlySpan<ushort> block, int at)
    {
        // A character that is not ASCII becomes 255, which is in no row.
        var codes = Vector128.NarrowWithSaturation(Vector128.Create(block.Slice(at, 8)), Vector128.Create(block.Slice(at + 8, 8)));
        var rows = Vector128.ShuffleNative(_rows, codes >> 4) & Vector128.ShuffleNative(_inRows, codes & Vector128.Create((byte)0xf));
        return (ushort)~Vector128.Equals(rows, Vector128<byte>.Zero).ExtractMostSignificantBits();
    }
}
