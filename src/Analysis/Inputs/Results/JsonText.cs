using System.Text;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// The text of a JSON or TAP file as UTF-8, whatever its encoding. Both are UTF-8 by specification, so anything else is a mistake by the program that wrote or
/// copied the file (PowerShell's <c>&gt;</c> writes UTF-16, old consoles Latin-1). Such a mistake never loses a test.
/// </summary>
internal static class JsonText
{
    /// <summary>Bytes that are enough to detect UTF-16 without a byte order mark: JSON and TAP begin with ASCII.</summary>
    private const int Sample = 64;

    /// <summary>Without a byte order mark; line numbers stay the same.</summary>
    /// <param name="note">Called with what was done if the file does not declare its encoding.</param>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes, Action<string>? note = null) => bytes.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Valid(bytes[3..], note),
        [0xFF, 0xFE, 0, 0, ..] => Converted(Encoding.UTF32, bytes.Span[4..]),
        [0xFF, 0xFE, ..] => Converted(Encoding.Unicode, bytes.Span[2..]),
        [0xFE, 0xFF, ..] => Converted(Encoding.BigEndianUnicode, bytes.Span[2..]),
        var plain when Utf16(plain) is { } encoding => Told(note, "UTF-16 without a byte order mark", Converted(encoding, plain)),
        _ => Valid(bytes, note),
    };

    private static ReadOnlyMemory<byte> Converted(Encoding from, ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetBytes(from.GetString(bytes));

    private static ReadOnlyMemory<byte> Told(Action<string>? note, string what, ReadOnlyMemory<byte> text)
    {
        note?.Invoke(what);
        return text;
    }

    /// <summary>Every second byte of ASCII text in UTF-16 is 0; a stray NUL in UTF-8 is not enough.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample.Length < 4)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0)
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        var most = sample.Length / 2 * 3 / 4;
        return odd >= most && even == 0 ? Encoding.Unicode : even >= most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Bytes that are not valid UTF-8 are Latin-1 if nothing else in the file is non-ASCII UTF-8; otherwise they are damage, and become
    /// U+FFFD.</summary>
    private static ReadOnlyMemory<byte> Valid(ReadOnlyMemory<byte> bytes, Action<string>? note)
    {
        // A truncated file may end within a character; its reader reports the truncation.
        var whole = bytes[..^Math.Min(Unfinished(bytes.Span), bytes.Length)];
        if (Utf8Valid(whole.Span))
            return whole;
        return HasUtf8(whole.Span)
            ? Told(note, "bytes that are not valid UTF-8, read as U+FFFD", Converted(Encoding.UTF8, whole.Span))
            : Told(note, "not UTF-8, read as Latin-1", Converted(Encoding.Latin1, bytes.Span));
    }

    private static bool Utf8Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <returns>How many bytes at the end begin an incomplete character.</returns>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var at = bytes[^back];
            if ((at & 0xC0) == 0x80)
                continue;
            var length = at >= 0xF0 ? 4 : at >= 0xE0 ? 3 : at >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }
        return 0;
    }

    /// <summary>Whether it has a character beyond ASCII in valid UTF-8.</summary>
    private static bool HasUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                return false;
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done)
                return true;
            bytes = bytes[Math.Max(1, length)..];
        }
        return false;
    }
}
