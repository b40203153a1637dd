using System.Text;
using System.Xml;

namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>The beginning of a file: an XML file's first element, or the first lines.</summary>
internal sealed class CoverageHead
{
    private CoverageHead(string text) => Text = text;

    /// <summary>Without white space in front.</summary>
    public string Text { get; }

    /// <summary>Name of the first element; null if it is not XML.</summary>
    public string? Root { get; private init; }

    /// <summary>Names of that element's attributes.</summary>
    public IReadOnlySet<string> Attributes { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    public static CoverageHead Of(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (!text.StartsWith('<'))
            return new CoverageHead(text);
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), XmlCoverage.Settings);
            if (xml.MoveToContent() != XmlNodeType.Element)
                return new CoverageHead(text);
            var (root, attributes) = (xml.LocalName, new HashSet<string>(StringComparer.Ordinal));
            while (xml.MoveToNextAttribute())
                attributes.Add(xml.LocalName);
            return new CoverageHead(text) { Root = root, Attributes = attributes };
        }
        catch (XmlException)
        {
            return new CoverageHead(text);
        }
    }
}
