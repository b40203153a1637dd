using System.Text;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>
/// Determines the real encoding of an XML file. The bytes are trusted more than the declaration: .NET's StringWriter declares utf-16 in text that is then
/// written as UTF-8, and Windows tools write their own code page into files that declare utf-8.
/// </summary>
internal static partial class XmlEncoding
{
    private const int Head = 1024;

    /// <summary>Each byte of Windows-1252 in UTF-8.</summary>
    private static readonly byte[][] Windows =
        [.. Enumerable.Range(0, 256).Select(b => Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)b])))];

    /// <summary>The declared encoding; null for none.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = WithoutZeros(bytes[..Math.Min(bytes.Length, Head)]);
        return Declaration().Match(head) is { Success: true } found ? found.Groups["name"].Value : null;
    }

    /// <summary>Whether a reader that trusts the declaration reads the bytes correctly.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> head) => ResultText.Wide(head) is { } wide
        ? wide.Mark > 0 && Declared(head) is null or "utf-16" or "UTF-16" or "unicode"
        : Declared(head) is not { } name || IsUtf8(name);

    /// <summary>The same text in UTF-8, without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes, Repairs repairs)
    {
        var declared = Declared(bytes.Span);
        if (ResultText.Wide(bytes.Span) is { } wide)
        {
            if (declared is not null && !declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
                && !declared.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase) && !declared.Equals("unicode", StringComparison.OrdinalIgnoreCase))
                repairs.Fault($"it is declared to be {declared} and is {wide.Encoding.WebName}", 1);
            return Encoding.UTF8.GetBytes(wide.Encoding.GetString(bytes.Span[wide.Mark..]));
        }
        var text = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (IsValid(text.Span))
        {
            if (declared is not null && !IsUtf8(declared) && (!Ascii.IsValid(text.Span) || declared.StartsWith("utf-", StringComparison.OrdinalIgnoreCase)))
                repairs.Fault($"it is declared to be {declared} and is UTF-8", 1);
            return text;
        }
        if (declared is not null && !declared.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) && Named(declared) is { } named)
            return Encoding.UTF8.GetBytes(named.GetString(text.Span));
        return Mixed(text.Span, repairs);
    }

    /// <summary>Bytes that are not valid UTF-8 in a file that is otherwise UTF-8: each is read as Windows-1252.</summary>
    private static byte[] Mixed(ReadOnlySpan<byte> text, Repairs repairs)
    {
        using var written = new MemoryStream(text.Length + text.Length / 16);
        for (var line = 1; !text.IsEmpty;)
        {
            var plain = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            plain = plain < 0 ? text.Length : plain;
            written.Write(text[..plain]);
            line += text[..plain].Count((byte)'\n');
            text = text[plain..];
            if (Rune.DecodeFromUtf8(text, out _, out var length) != System.Buffers.OperationStatus.Done && length > 0)
            {
                repairs.Fault("bytes that are not UTF-8, read as Windows-1252", line);
                foreach (var at in text[..length])
                    written.Write(Windows[at]);
            }
            else
                written.Write(text[..length]);
            text = text[length..];
        }
        return written.ToArray();
    }

    private static bool IsValid(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text);

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string WithoutZeros(ReadOnlySpan<byte> head)
    {
        Span<byte> some = stackalloc byte[Head];
        var length = 0;
        foreach (var at in head)
            if (at is > 0 and < 0x80)
                some[length++] = at;
        return Encoding.ASCII.GetString(some[..length]);
    }

    [GeneratedRegex("""^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["'](?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Declaration();
}
