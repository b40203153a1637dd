namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>Finds the beginning of a document that no XML parser accepts.</summary>
internal static class XmlProlog
{
    /// <summary>Name of the first element after declarations, comments and document types; null for none.</summary>
    /// <param name="text">The beginning of the file, in UTF-8.</param>
    /// <param name="acceptsBanner">Whether other text may precede it: what a tool printed before it wrote its file. After such text, only elements that a
    /// result file begins with are found.</param>
    public static string? Root(ReadOnlySpan<byte> text, bool acceptsBanner)
    {
        var root = First(text, acceptsBanner);
        // A banner may begin with a tag too: <info> starting.
        return acceptsBanner && root is not null && !ResultElements.Roots.Contains(root) && text.IndexOf("\n<?xml"u8) is > 0 and var declared
            && First(text[declared..], acceptsBanner: false) is { } later && ResultElements.Roots.Contains(later) ? later : root;
    }

    private static string? First(ReadOnlySpan<byte> text, bool acceptsBanner)
    {
        var hasBanner = false;
        while (text.IndexOf((byte)'<') is >= 0 and var next)
        {
            hasBanner |= text[..next].ContainsAnyExcept(" \t\r\n"u8);
            text = text[next..];
            var skipped = Skipped(text);
            var name = skipped > 0 ? [] : XmlTag.NameAt(text[1..]);
            if (name.Length > 0 && (!hasBanner || ResultElements.Roots.Contains(XmlTag.Plain(name))))
                return hasBanner && !acceptsBanner ? null : XmlTag.Plain(name);
            hasBanner |= skipped == 0;
            text = text[Math.Max(1, skipped)..];
        }
        return null;
    }

    /// <summary>Length of the document type that the text begins with, with its internal part.</summary>
    public static int DocumentType(ReadOnlySpan<byte> text)
    {
        var (depth, quote) = (0, (byte)0);
        for (var at = 0; at < text.Length; at++)
        {
            var here = text[at];
            if (quote != 0)
                quote = here == quote ? (byte)0 : quote;
            else if (here is (byte)'"' or (byte)'\'')
                quote = here;
            else if (here == '>' && depth == 0)
                return at + 1;
            else
                depth += here == '[' ? 1 : here == ']' ? -1 : 0;
        }
        return text.Length;
    }

    /// <summary>Length of the part without meaning.</summary>
    private static int Skipped(ReadOnlySpan<byte> text) =>
        text.StartsWith("<!--"u8) ? Through(text, "-->"u8)
        : text.StartsWith("<?"u8) ? Through(text, "?>"u8)
        : text.StartsWith("<!DOCTYPE"u8) ? DocumentType(text) : 0;

    private static int Through(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end) => text.IndexOf(end) is >= 0 and var at ? at + end.Length : 0;
}
