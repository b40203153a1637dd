using System.Buffers.Binary;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Checks the size of a ZIP file's directory before anything reads it into memory: a small file can list millions of entries. At the end of the file,
/// <c>PK\5\6</c> has the directory's offset at 16; if that is 0xFFFFFFFF, <c>PK\6\7</c> 20 bytes earlier leads to <c>PK\6\6</c>, which has the offset at 48
/// (PKWARE's APPNOTE, 4.3.14 to 4.3.16).
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int LongestComment = 65_535;
    private const int LocatorSize = 20;

    /// <returns>Bytes from the start of the directory to the end of the file; null if there is no directory.</returns>
    public static long? Size(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndSize + LongestComment + LocatorSize)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndSize)
            return null;
        long at = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (at == uint.MaxValue)
            at = end < LocatorSize ? -1 : LongOffset(zip, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - LocatorSize + 8)));
        return at < 0 || at > zip.Length ? null : zip.Length - at;
    }

    private static long LongOffset(Stream zip, long record)
    {
        var bytes = new byte[56];
        if (record < 0 || record > zip.Length - bytes.Length)
            return -1;
        zip.Position = record;
        zip.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48));
    }
}
