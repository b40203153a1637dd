using System.Text.Json;
using System.Xml;
using Whybot.Analysis.Inputs.Coverage.Formats;

namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>Reads coverage reports of every known format, recognised by how they begin.</summary>
public static class CoverageFormats
{
    private static readonly ICoverageFormat[] All =
        [new LcovFormat(), new CoberturaFormat(), new CloverFormat(), new JacocoFormat(), new GoCoverFormat(), new CoverletFormat()];

    /// <param name="head">A file's first <see cref="CoverageLimits.Head"/> bytes.</param>
    public static bool Recognises(ReadOnlySpan<byte> head) => CoverageHead.Of(head) is var known && All.Any(f => f.Recognises(known));

    /// <param name="stream">Must be seekable; is not disposed.</param>
    /// <param name="source">Its path in the run's folder.</param>
    /// <param name="wanted">Only these files' lines are kept.</param>
    /// <returns>Null if it is no coverage report.</returns>
    public static CoverageReport? Read(Stream stream, string source, WantedPaths wanted)
    {
        var bytes = new byte[CoverageLimits.Head];
        var head = CoverageHead.Of(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        stream.Position = 0;
        if (All.FirstOrDefault(f => f.Recognises(head)) is not { } format)
            return null;
        var reading = new CoverageReading(source, wanted);
        try
        {
            format.Read(stream, reading);
        }
        catch (XmlException broken)
        {
            reading.Broken(Math.Max(1, broken.LineNumber), "not well-formed XML from here on; what comes before is read");
        }
        catch (JsonException broken)
        {
            reading.Broken((int)(broken.LineNumber ?? 0) + 1, "not valid JSON from here on; what comes before is read");
        }
        return reading.Finish(format.Name);
    }
}
