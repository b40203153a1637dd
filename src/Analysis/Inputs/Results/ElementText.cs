using System.Text;
using System.Xml;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>Reads the text of an element in pieces, keeping no more than asked for.</summary>
internal static class ElementText
{
    private const int Piece = 4096;

    /// <summary>One per thread: a large file has hundreds of thousands of texts.</summary>
    [ThreadStatic]
    private static char[]? t_buffer;

    [ThreadStatic]
    private static StringBuilder? t_text;

    /// <summary>Leaves the reader on the element's end (or on the empty element itself).</summary>
    public static string Read(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = (t_text ??= new StringBuilder()).Clear();
        var buffer = t_buffer ??= new char[Piece];
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            int read;
            while ((read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
                if (text.Length < most)
                    text.Append(buffer, 0, Math.Min(read, most - text.Length));
            if (xml.Depth <= depth)
                break;
        }
        return text.ToString();
    }
}
