using System.Text;
using System.Xml;

namespace Whybot.Analysis.Results;

/// <summary>Reads the text of an element in pieces, keeping no more than asked for.</summary>
internal static class ElementText
{
    /// <summary>Leaves the reader on the element's end (or on the empty element itself).</summary>
    public static string Read(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var buffer = new char[4096];
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
