using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Results;

/// <summary>What the readers of XML share: no DTD, no external entity, every limit of <see cref="ReadLimits"/>.</summary>
internal static class XmlResults
{
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ReadLimits.MaxFile,
        CloseInput = false,
    };

    /// <summary>Every element of the file from front to back; whoever reads what is inside one leaves the reader at its end.</summary>
    /// <exception cref="InvalidDataException">Elements are nested too deep.</exception>
    public static void Walk(Stream stream, ResultReading reading, Action<XmlReader> element)
    {
        using var xml = XmlReader.Create(stream, Settings);
        while (xml.Read())
        {
            GuardDepth(xml, reading);
            if (xml.NodeType == XmlNodeType.Element)
                element(xml);
        }
    }

    /// <summary>Every element inside the one that the reader stands on.</summary>
    /// <param name="element">Told the depth below it, from 1.</param>
    public static void Inside(XmlReader xml, ResultReading reading, Action<XmlReader, int> element)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            GuardDepth(xml, reading);
            if (xml.NodeType == XmlNodeType.Element)
                element(xml, xml.Depth - depth);
        }
    }

    public static int Line(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;

    public static double? Seconds(string? text)
    {
        if (text is null)
            return null;
        var plain = text.Contains(',', StringComparison.Ordinal) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;
    }

    public static DateTime? Time(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    public static void GuardDepth(XmlReader xml, ResultReading reading)
    {
        if (xml.Depth > ReadLimits.MaxDepth)
            throw new InvalidDataException($"line {Line(xml)}: elements nested deeper than {ReadLimits.MaxDepth}; {reading.Count} tests before that place are kept");
    }
}
