using System.Text;
using System.Xml;
using Whybot.Analysis.Inputs.Results.Repair;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>The beginning of a file: an XML file's first element, or the names in the first object of a JSON file.</summary>
internal sealed class ResultHead
{
    private ResultHead() { }

    /// <summary>Name of the first element, without its prefix; null if it is not XML.</summary>
    public string? Root { get; private init; }

    /// <summary>Why it is not XML although it begins like XML.</summary>
    public XmlException? Broken { get; private init; }

    /// <summary>Names in the first object and, as <c>a/b</c>, in the objects directly below it; empty if it is not JSON.</summary>
    public IReadOnlySet<string> Names { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>It begins like TAP.</summary>
    public bool Tap { get; private init; }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!Names.Contains(name))
                return false;
        return true;
    }

    /// <summary>An XML parser accepts the beginning unchanged; otherwise the file has to be repaired first.</summary>
    public bool IsPlain { get; private init; }

    /// <param name="bytes">The beginning of the file.</param>
    /// <param name="isMeantAsXml">Its name says that it is XML: other text may precede it.</param>
    /// <returns>Null for an empty file.</returns>
    public static ResultHead? Of(ReadOnlyMemory<byte> bytes, bool isMeantAsXml = false)
    {
        var text = ResultText.Utf8(bytes);
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
            return null;
        if (text.Span[first] == '<' && Xml(bytes, text.Span, isMeantAsXml) is var xml)
            return xml.Root is null ? Plain(JsonText.Utf8(bytes), xml.Broken) : xml;
        return isMeantAsXml && XmlProlog.Root(text.Span, acceptsBanner: true) is { } root ? new ResultHead { Root = root } : Plain(JsonText.Utf8(bytes));
    }

    private static ResultHead Xml(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> text, bool isMeantAsXml)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes.ToArray()), XmlResults.Settings);
            xml.MoveToContent();
            // What a tool printed before its file may begin with a tag too: <info> starting.
            var root = isMeantAsXml && !ResultElements.Roots.Contains(xml.LocalName) ? XmlProlog.Root(text, acceptsBanner: true) : null;
            return root is not null && root != xml.LocalName ? new ResultHead { Root = root }
                : new ResultHead { Root = xml.LocalName, IsPlain = XmlEncoding.IsPlain(bytes.Span) };
        }
        catch (XmlException broken)
        {
            return new ResultHead { Root = XmlProlog.Root(text, isMeantAsXml), Broken = broken };
        }
    }

    /// <param name="broken">Why it is not XML although it begins like XML; it may begin with a banner.</param>
    private static ResultHead Plain(ReadOnlyMemory<byte> text, XmlException? broken = null) =>
        new() { Broken = broken, Names = JsonHead.Names(text), Tap = TapLines.Begins(text) };
}

/// <summary>Text files as UTF-8 bytes.</summary>
internal static class ResultText
{
    private const int Head = 1024;

    /// <summary>A quarter of the bytes: Latin letters in UTF-16 have half.</summary>
    private const int ManyZeros = 4;

    /// <summary>The text without a byte order mark; UTF-16 is converted to UTF-8, with or without its mark.</summary>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes) =>
        Wide(bytes.Span) is { } wide ? Encoding.UTF8.GetBytes(wide.Encoding.GetString(bytes.Span[wide.Mark..]))
        : bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    /// <summary>UTF-16 or UTF-32, by its mark or by its zeros; null for anything else.</summary>
    /// <returns>The encoding, and the length of the mark.</returns>
    public static (Encoding Encoding, int Mark)? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => ByZeros(bytes[..Math.Min(bytes.Length, Head)]) is { } encoding ? (encoding, 0) : null,
    };

    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        if (!head.Contains((byte)0))
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0 && (i & 1) == 0)
                even++;
            else if (head[i] == 0)
                odd++;
        // More than every other byte being zero is not text.
        if (Math.Max(even, odd) * ManyZeros <= head.Length || even + odd > head.Length / 2 + 1)
            return null;
        return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }
}
