using System.Text;
using System.Text.Json;

namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>
/// coverlet's own JSON: <c>{"Module.dll": {"PATH": {"Class": {"Method": {"Lines": {"12": 3}, "Branches": […]}}}}}</c>, PATH being absolute.
/// </summary>
internal sealed class CoverletFormat : ICoverageFormat
{
    private const int OfFile = 2;
    private const int OfLines = 5;
    private const int OfLine = 6;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = CoverageLimits.MaxDepth };

    public string Name => "coverlet";

    public bool Recognises(CoverageHead head)
    {
        if (!head.Text.StartsWith('{'))
            return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(head.Text), isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.GetString() is { } module
                && (module.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || module.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
                && reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    public void Read(Stream stream, CoverageReading reading)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        var json = new Utf8JsonReader(text, Options);
        var (within, at, seen) = ("", 1, 0);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth is not (OfFile or OfLines or OfLine))
                continue;
            var name = Decoded(ref json);
            if (json.CurrentDepth == OfFile)
                reading.File([name]);
            else if (json.CurrentDepth == OfLines)
                within = name;
            else if (within == "Lines" && reading.IsWanted)
            {
                var start = (int)json.TokenStartIndex;
                json.Read();
                at += text[seen..start].Count((byte)'\n');
                seen = start;
                var written = text[start..(int)json.BytesConsumed];
                var times = json.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(json.ValueSpan) : "";
                Line(name, times, at, written, reading);
            }
        }
    }

    private static void Line(string number, string times, int at, ReadOnlySpan<byte> written, CoverageReading reading)
    {
        // The name and the number may be on two lines.
        var words = Encoding.UTF8.GetString(written[..(written.IndexOf((byte)'\n') is >= 0 and var end ? end : written.Length)]).TrimEnd();
        reading.Line(number, times, at, () => words);
    }

    /// <summary>A name with half of a surrogate pair is no path.</summary>
    private static string Decoded(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
