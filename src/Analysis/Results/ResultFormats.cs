using System.Text.Json;
using System.Xml;
using Whybot.Analysis.Results.Formats;

namespace Whybot.Analysis.Results;

/// <summary>
/// Reads result files of every format that is known, found by what they begin with. A broken file gives a warning with its place; the cases before
/// that place are kept.
/// </summary>
public static class ResultFormats
{
    /// <summary>All, in the order in which they are asked; one line adds a format.</summary>
    private static readonly IResultFormat[] All =
    [
        new JUnitFormat(),
        new TrxFormat(),
        new XUnitFormat(),
        new NUnit3Format(),
        new NUnit2Format(),
        new CtrfFormat(),
        new PlaywrightFormat(),
        new GoTestFormat(),
        new DartFormat(),
        new MochaFormat(),
        new RSpecFormat(),
        new JestFormat(),
        new TapFormat(),
    ];

    /// <summary>The known formats by name.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(f => f.Name)];

    /// <summary>Whether a file that begins with these bytes is a result file; <see cref="ReadLimits.HeadOfFile"/> of them are enough.</summary>
    public static bool Recognises(ReadOnlyMemory<byte> head) => ResultHead.Of(head) is { } known && All.Any(f => f.Recognises(known));

    /// <summary>Whether bytes of a file that could not be read, or only in part, are of test results: then losing it is a problem of the run.</summary>
    /// <param name="head">What there is of its beginning; <see cref="ReadLimits.HeadOfFile"/> bytes are enough.</param>
    public static bool LooksLikeResults(ReadOnlyMemory<byte> head) => Recognises(head) || ResultTraces.Has(JsonText.Utf8(head).Span);

    /// <param name="stream">The file's bytes; can seek, is not disposed.</param>
    /// <param name="source">Its path in the incident's folder; stands in citations and warnings.</param>
    /// <param name="suite">The suite's name.</param>
    /// <returns>Null for a file that nothing says is a result file: neither its beginning nor, as XML, its kind.</returns>
    public static ResultFile? Read(Stream stream, string source, string suite) => Read(stream, source, suite, mended: false);

    private static ResultFile? Read(Stream stream, string source, string suite, bool mended)
    {
        var reading = new ResultReading(source, suite);
        var bytes = new byte[ReadLimits.HeadOfFile];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var head = ResultHead.Of(bytes.AsMemory(0, length));
        if (head is null || All.FirstOrDefault(f => f.Recognises(head)) is not { } format)
            return Unknown(reading, head, source, bytes.AsMemory(0, length));
        try
        {
            format.Read(stream, reading);
        }
        catch (XmlException broken) when (head.Root is not null && !mended && Mended(stream) is { } again)
        {
            var file = Read(again, source, suite, mended: true)!;
            return file with { Warnings = [$"{source}:{broken.LineNumber}: a '<' in an attribute is not well-formed XML; it is read as text", .. file.Warnings] };
        }
        catch (XmlException broken)
        {
            reading.Warn($"{source}:{Math.Max(1, broken.LineNumber)}: not well-formed XML ({Reason(broken.Message)}); {reading.Count} tests before that place are kept");
        }
        catch (JsonException broken)
        {
            reading.Warn($"{source}:{(broken.LineNumber ?? 0) + 1}: not valid JSON ({Reason(broken.Message)}); {reading.Count} tests before that place are kept");
        }
        catch (InvalidDataException limit)
        {
            reading.Warn($"{source}: {limit.Message}");
        }
        return reading.Finish();
    }

    /// <returns>The file with the fault mended that reporters make; null where that is not what is wrong.</returns>
    private static MemoryStream? Mended(Stream stream)
    {
        stream.Position = 0;
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var mended = XmlRepair.Attributes(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        return mended.Length == whole.Length ? null : new MemoryStream(mended);
    }

    /// <summary>XML in a folder of results is meant to be read; of other files only those that look like results are.</summary>
    private static ResultFile? Unknown(ResultReading reading, ResultHead? head, string source, ReadOnlyMemory<byte> bytes)
    {
        var isXml = source.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".trx", StringComparison.OrdinalIgnoreCase);
        if (!isXml)
            return Lost(reading, source, bytes);
        reading.Warn(head switch
        {
            { Root: { } root } => $"{source}:1: <{root}> begins no result file that is known ({string.Join(", ", Names)})",
            { Broken: { } broken } => $"{source}:{Math.Max(1, broken.LineNumber)}: not well-formed XML ({Reason(broken.Message)}); 0 tests before that place are kept",
            _ => bytes.Length == 0 ? $"{source}:1: the file is empty" : $"{source}:1: not XML; is this a result file?",
        });
        return reading.Finish();
    }

    /// <summary>A file of another kind is let be; one that seems to hold results, or should, is not known at all.</summary>
    private static ResultFile? Lost(ResultReading reading, string source, ReadOnlyMemory<byte> bytes)
    {
        if (ResultTraces.WhyUnread(source, bytes, bytes.Length < ReadLimits.HeadOfFile) is not { } why)
            return null;
        reading.Problem(1, why, ReadExtent.None);
        return reading.Finish();
    }

    /// <summary>Without the place, which stands before it.</summary>
    private static string Reason(string message)
    {
        var at = new[] { ". ", " Line ", " LineNumber:", " Path:" }.Select(end => message.IndexOf(end, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(message.Length).Min();
        return message[..at].TrimEnd('.', ',', ' ');
    }
}
