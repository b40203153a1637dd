using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Whybot.Analysis.Inputs.Results.Repair;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Reads an XML file unchanged. Only if a parser rejects it is it read again from the beginning, repaired. So healthy files cost nothing extra, and everything
/// readable in a broken one is kept.
/// </summary>
internal static partial class XmlFile
{
    /// <summary>Whether a file's name says that it is XML.</summary>
    public static bool IsMeant(string source) =>
        source.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".trx", StringComparison.OrdinalIgnoreCase);

    public static ResultFile Read(IResultFormat format, ResultHead head, Stream stream, ResultReading reading)
    {
        if (head.IsPlain && Plain(format, stream, reading))
            return Finish(reading);
        stream.Position = 0;
        reading = new ResultReading(reading.Source, reading.Suite);
        var repairs = new Repairs();
        using var xml = new RepairedXml(XmlEncoding.Utf8(Bytes(stream), repairs), repairs);
        try
        {
            format.Read(xml, reading);
        }
        catch (XmlException broken)
        {
            repairs.Break(Math.Max(1, broken.LineNumber), Reason(broken.Message));
        }
        catch (InvalidDataException limit)
        {
            PastLimit(reading, limit);
        }
        repairs.Tell(reading);
        return Finish(reading);
    }

    /// <summary>Other kinds of XML are ignored, because folders of results contain a lot of it. A file that breaks off may have been a result file.</summary>
    public static void Other(ResultHead? head, Stream stream, ResultReading reading, IReadOnlyList<string> formats)
    {
        if (head?.Root is not { } root)
        {
            var reason = head?.Broken is { } broken ? $"not well-formed XML: {Reason(broken.Message)}" : "not XML";
            reading.Problem(Math.Max(1, head?.Broken?.LineNumber ?? 1), reason, ReadExtent.None);
            return;
        }
        reading.Warn($"{reading.Source}:1: <{root}> begins no result file that is known ({string.Join(", ", formats)})");
        stream.Position = 0;
        if (head.IsPlain && IsWellFormed(stream))
            return;
        stream.Position = 0;
        var repairs = new Repairs();
        using var xml = new RepairedXml(XmlEncoding.Utf8(Bytes(stream), repairs), repairs, root);
        xml.CopyTo(Stream.Null);
        foreach (var (line, reason) in repairs.Breaks)
            reading.Problem(line, reason, ReadExtent.None);
    }

    /// <param name="reading">The file.</param>
    /// <param name="limit">The exception; its message begins with the line.</param>
    public static void PastLimit(ResultReading reading, InvalidDataException limit)
    {
        var place = Place().Match(limit.Message);
        reading.Problem(place.Success ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : null, limit.Message[place.Length..]);
    }

    /// <summary>A parser's message without the location, which is shown in front of it.</summary>
    public static string Reason(string message)
    {
        var at = new[] { ". ", " Line ", " LineNumber:", " Path:" }.Select(end => message.IndexOf(end, StringComparison.Ordinal)).Where(i => i > 0)
            .DefaultIfEmpty(message.Length).Min();
        return message[..at].TrimEnd('.', ',', ' ');
    }

    /// <returns>Whether all of it could be read, or as much as is allowed.</returns>
    private static bool Plain(IResultFormat format, Stream stream, ResultReading reading)
    {
        try
        {
            format.Read(stream, reading);
            return true;
        }
        catch (Exception broken) when (broken is XmlException or TooDeepException)
        {
            return false;
        }
        catch (InvalidDataException limit)
        {
            PastLimit(reading, limit);
            return true;
        }
    }

    private static ResultFile Finish(ResultReading reading)
    {
        if (reading is { Count: 0, HasClaims: false, HasProblems: false })
            reading.Problem(1, "there is no test in it, and it does not say how many were run", ReadExtent.None);
        return reading.Finish();
    }

    private static bool IsWellFormed(Stream stream)
    {
        try
        {
            using var xml = XmlReader.Create(stream, XmlResults.Settings);
            while (xml.Read())
            {
                // Reads to the end.
            }
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static byte[] Bytes(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"^line (?<line>\d{1,9}): ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();
}
