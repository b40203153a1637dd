using System.Text;
using System.Xml;

namespace Whybot.Analysis.Results;

/// <summary>How a file begins: an XML file's first element, or the names in the first object of a JSON file.</summary>
internal sealed class ResultHead
{
    private ResultHead() { }

    /// <summary>Name of the first element, without its prefix; null where it is no XML.</summary>
    public string? Root { get; private init; }

    /// <summary>The first element's namespace.</summary>
    public string Namespace { get; private init; } = "";

    /// <summary>Why it is no XML although it begins so.</summary>
    public XmlException? Broken { get; private init; }

    /// <summary>Names in the first object and, as <c>a/b</c>, in the objects right below it; none where it is no JSON.</summary>
    public IReadOnlySet<string> Names { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>It begins as TAP does.</summary>
    public bool Tap { get; private init; }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!Names.Contains(name))
                return false;
        return true;
    }

    /// <returns>Null for an empty file.</returns>
    public static ResultHead? Of(ReadOnlyMemory<byte> bytes)
    {
        var text = ResultText.Utf8(bytes);
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? null : text.Span[first] switch
        {
            (byte)'<' when Xml(bytes) is { Root: not null } xml => xml,
            (byte)'<' => Plain(JsonText.Utf8(bytes), Xml(bytes).Broken),
            _ => Plain(JsonText.Utf8(bytes)),
        };
    }

    private static ResultHead Xml(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes.ToArray()), XmlResults.Settings);
            xml.MoveToContent();
            return new ResultHead { Root = xml.LocalName, Namespace = xml.NamespaceURI };
        }
        catch (XmlException broken)
        {
            return new ResultHead { Broken = broken };
        }
    }

    /// <param name="broken">Why it is not XML although it begins so: that may be a banner.</param>
    private static ResultHead Plain(ReadOnlyMemory<byte> text, XmlException? broken = null) =>
        new() { Broken = broken, Names = JsonHead.Names(text), Tap = TapLines.Begins(text) };
}

/// <summary>Text files as bytes of UTF-8.</summary>
internal static class ResultText
{
    /// <summary>Without a byte order mark; UTF-16 is turned into UTF-8.</summary>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.Span[2..])),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.Span[2..])),
        _ => bytes,
    };
}
