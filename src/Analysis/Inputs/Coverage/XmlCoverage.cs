using System.Xml;

namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>What the readers of XML share. Reports name their DTD; it is skipped and never fetched, and no entity of it is known.</summary>
internal static class XmlCoverage
{
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = CoverageLimits.MaxFile,
        CloseInput = false,
    };

    /// <param name="begin">Called where an element begins.</param>
    /// <param name="end">Called where one with content ends.</param>
    /// <param name="text">Called for text.</param>
    /// <exception cref="XmlException">It is not well-formed, or nested too deep.</exception>
    public static void Walk(Stream stream, Action<XmlReader> begin, Action<XmlReader> end, Action<string>? text = null)
    {
        using var xml = XmlReader.Create(stream, Settings);
        while (xml.Read())
        {
            if (xml.Depth > CoverageLimits.MaxDepth)
                throw new XmlException($"elements nested deeper than {CoverageLimits.MaxDepth}", null, Line(xml), 0);
            if (xml.NodeType == XmlNodeType.Element)
                begin(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                end(xml);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text?.Invoke(xml.Value);
        }
    }

    public static int Line(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;

    /// <summary>The element's attributes from the first of two to the other, as they are in the file: <c>number="12" hits="0"</c>.</summary>
    public static string Words(XmlReader xml, string one, string other)
    {
        var (written, open) = (new List<string>(), 0);
        for (var i = 0; i < xml.AttributeCount && open < 2; i++)
        {
            xml.MoveToAttribute(i);
            open += xml.Name == one || xml.Name == other ? 1 : 0;
            if (open > 0)
                written.Add($"{xml.Name}={xml.QuoteChar}{xml.Value}{xml.QuoteChar}");
        }
        xml.MoveToElement();
        return string.Join(' ', written);
    }
}
