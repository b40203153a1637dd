using System.Collections.Frozen;
using System.Text.Json;
using Whybot.Analysis.Inputs.Results.Formats;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Reads result files of every known format, recognised by how they begin. A file that is not completely read has a problem with its location; the tests that
/// could be read are kept.
/// </summary>
public static class ResultFormats
{
    /// <summary>All formats, in the order in which they are tried; adding a format takes one line.</summary>
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

    /// <summary>Extensions of files that contain results, wherever they are in a folder of results. An empty one is not read.</summary>
    private static readonly FrozenSet<string> Meant =
        new[] { ".xml", ".trx", ".json", ".jsonl", ".ndjson", ".tap" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The known formats by name.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(f => f.Name)];

    /// <summary>Whether a file that begins with these bytes is a result file; the first <see cref="ReadLimits.HeadOfFile"/> bytes are enough.</summary>
    public static bool Recognises(ReadOnlyMemory<byte> head) => ResultHead.Of(head) is { } known && All.Any(f => f.Recognises(known));

    /// <summary>Whether a file that could not be read, or only in part, looks like test results: then losing it is a problem of the run.</summary>
    /// <param name="head">The available part of its beginning; <see cref="ReadLimits.HeadOfFile"/> bytes are enough.</param>
    public static bool LooksLikeResults(ReadOnlyMemory<byte> head) => Recognises(head) || ResultTraces.Has(JsonText.Utf8(head).Span);

    /// <param name="stream">The file's bytes; must be seekable; is not disposed.</param>
    /// <param name="source">Its path in the incident's folder; used in citations and warnings.</param>
    /// <param name="suite">The suite's name.</param>
    /// <returns>Null for a file that neither its beginning nor its name marks as a result file.</returns>
    public static ResultFile? Read(Stream stream, string source, string suite)
    {
        var bytes = new byte[ReadLimits.HeadOfFile];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var head = ResultHead.Of(bytes.AsMemory(0, length), XmlFile.IsMeant(source));
        var reading = new ResultReading(source, suite);
        if (head is null || All.FirstOrDefault(f => f.Recognises(head)) is not { } format)
            return Unknown(stream, bytes.AsMemory(0, length), head, reading);
        reading.Runner = format.Runner;
        return head.Root is null ? Other(format, stream, reading) : XmlFile.Read(format, head, stream, reading);
    }

    private static ResultFile Other(IResultFormat format, Stream stream, ResultReading reading)
    {
        try
        {
            format.Read(stream, reading);
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            reading.Problem(line, $"not valid JSON ({XmlFile.Reason(broken.Message)}); {reading.Count} tests before that place are kept",
                reading.Count > 0 ? ReadExtent.Partial : ReadExtent.None);
        }
        catch (InvalidDataException limit)
        {
            XmlFile.PastLimit(reading, limit);
        }
        return reading.Finish();
    }

    /// <summary>Reports a file that should be a result file, or seems to contain results, but could not be read as one. Any other file is ignored.</summary>
    private static ResultFile? Unknown(Stream stream, ReadOnlyMemory<byte> bytes, ResultHead? head, ResultReading reading)
    {
        if (!bytes.Span.ContainsAnyExcept(" \t\r\n\0"u8) && Meant.Contains(Path.GetExtension(reading.Source)))
            reading.Problem(1, bytes.IsEmpty ? "the file is empty" : "the file is blank", ReadExtent.None);
        else if (XmlFile.IsMeant(reading.Source))
            XmlFile.Other(head, stream, reading, Names);
        else if (ResultTraces.WhyUnread(reading.Source, bytes, bytes.Length < ReadLimits.HeadOfFile) is { } why)
            reading.Problem(1, why, ReadExtent.None);
        else
            return null;
        return reading.Finish();
    }
}
