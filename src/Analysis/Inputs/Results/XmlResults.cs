using System.Globalization;
using System.Xml;
using Whybot.Analysis.Inputs.Results.Repair;

namespace Whybot.Analysis.Inputs.Results;

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

    /// <summary>For repaired files, which may contain several documents.</summary>
    private static readonly XmlReaderSettings Repaired = RepairedSettings();

    /// <summary>Every element of the file from beginning to end. The callback leaves the reader at the end of any element whose content it reads.</summary>
    /// <exception cref="TooDeepException">Elements are nested too deep.</exception>
    public static void Walk(Stream stream, ResultReading reading, Action<XmlReader> element)
    {
        using var xml = XmlReader.Create(stream, stream is RepairedXml ? Repaired : Settings);
        while (xml.Read())
        {
            GuardDepth(xml, reading);
            if (xml.NodeType == XmlNodeType.Element)
                element(xml);
        }
    }

    /// <summary>Every element inside the one at the reader's position.</summary>
    /// <param name="element">Called with the reader and the depth below that element, starting at 1.</param>
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

    /// <summary>A single time; if a file has several, <see cref="Durations"/> reads them together.</summary>
    public static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : Durations.Alone(text);

    public static DateTime? Time(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    public static void GuardDepth(XmlReader xml, ResultReading reading)
    {
        if (xml.Depth > ReadLimits.MaxDepth)
            throw new TooDeepException($"line {Line(xml)}: elements nested deeper than {ReadLimits.MaxDepth}");
    }

    private static XmlReaderSettings RepairedSettings()
    {
        var settings = Settings.Clone();
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        // A reference may be longer than the character that it represents.
        settings.MaxCharactersInDocument = 0;
        return settings;
    }
}

/// <summary>Elements are nested deeper than <see cref="ReadLimits.MaxDepth"/>.</summary>
internal sealed class TooDeepException(string message) : Exception(message);
