using System.Buffers;
using System.Text;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Detects a file's encoding from its first bytes: UTF-8, or UTF-16 with or without a byte order mark (PowerShell redirection writes it). All code that reads a
/// log, or reads it again for evidence, must agree on the encoding.
/// </summary>
internal static class TextEncoding
{
    /// <summary>How many bytes are enough.</summary>
    public const int Head = 4096;

    /// <summary>Control characters that also occur in text: tab, line feeds, form feed, backspace, bell, escape.</summary>
    private const string Controls = "\a\b\t\n\v\f\r\u001a\u001b";

    private static readonly SearchValues<char> NoText = SearchValues.Create(
        [.. Enumerable.Range(1, 31).Select(c => (char)c).Where(c => !Controls.Contains(c, StringComparison.Ordinal)), '\uFFFD']);

    /// <summary>Reads the start of a file; the stream's position does not change.</summary>
    public static Encoding Of(Stream stream)
    {
        if (!stream.CanSeek)
            return Encoding.UTF8;
        var at = stream.Position;
        stream.Position = 0;
        var head = new byte[Head];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = at;
        return Of(head.AsSpan(0, length));
    }

    public static Encoding Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xFF, 0xFE, 0, 0]))
            return Encoding.UTF32;
        if (head.StartsWith((byte[])[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith((byte[])[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        // Text is mostly ASCII, so in UTF-16 every second byte is 0.
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        var pairs = head.Length / 2;
        if (pairs >= 2 && odd * 10 >= pairs * 4 && even * 10 < pairs)
            return Encoding.Unicode;
        return pairs >= 2 && even * 10 >= pairs * 4 && odd * 10 < pairs ? Encoding.BigEndianUnicode : Encoding.UTF8;
    }

    /// <summary>Why a file is not text, in words; null if it may be text.</summary>
    public static string? WhyNotText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return "a ZIP archive; unpack it first";
        if (head.StartsWith((byte[])[0x1F, 0x8B]) || head.StartsWith("BZh"u8) || head.StartsWith((byte[])[0xFD, 0x37, 0x7A, 0x58, 0x5A])
            || head.StartsWith((byte[])[0x28, 0xB5, 0x2F, 0xFD])
            || head.StartsWith((byte[])[0x37, 0x7A, 0xBC, 0xAF]))
            return "a compressed file; unpack it first";
        var encoding = Of(head);
        var text = encoding.GetString(encoding.Equals(Encoding.UTF8) ? head : head[..(head.Length & ~1)]);
        var strange = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(NoText) is >= 0 and var at; rest = rest[(at + 1)..])
            strange++;
        // A file with only a few null characters is from a machine that lost power while writing; old encodings have a few bytes that are not UTF-8.
        return strange * 10 > text.Length ? "not text" : null;
    }
}
