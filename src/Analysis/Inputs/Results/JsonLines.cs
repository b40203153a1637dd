using System.Text;
using System.Text.Json;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// JSON objects, one per line. Lines that a tool printed between them are passed to the caller on request. A line that is a fragment of an object is lost, and
/// is a problem of the file.
/// </summary>
internal static class JsonLines
{
    /// <param name="act">Called with each object and its line number.</param>
    /// <param name="stray">Called with each line that is not JSON.</param>
    public static void Each(Stream stream, ResultReading reading, Action<JsonItem, int> act, Action<string, int>? stray = null)
    {
        var source = JsonSource.Of(stream, reading);
        if (Documents(source, reading) is { } documents)
            documents.ForEach(d => act(d, d.Line));
        else
            new Walk(reading, act, stray).Through(source.Text);
    }

    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf((byte)'\n');
            yield return end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    /// <summary>Whether a line is a fragment of JSON, or damaged, rather than a tool's message.</summary>
    public static bool IsPiece(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        return line.IndexOf("{\""u8) >= 0 || line.IndexOf("\"}"u8) >= 0 || line.IndexOf("\",\""u8) >= 0 || HasValue(line)
            || (line.Length > 1 && line[0] == '{' && line[1] is not (byte)' ' and not (byte)'}')
            || line.IndexOfAnyInRange((byte)0, (byte)6) >= 0 || line.IndexOf("\uFFFD"u8) >= 0;
    }

    /// <summary>A name and the beginning of its value; <c>"x": no such file</c> is not one.</summary>
    private static bool HasValue(ReadOnlySpan<byte> line)
    {
        while (line.IndexOf("\":"u8) is >= 0 and var at)
        {
            line = line[(at + 2)..].TrimStart((byte)' ');
            if (!line.IsEmpty && (line[0] is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' || char.IsAsciiDigit((char)line[0])))
                return true;
        }
        return false;
    }

    /// <summary>The same objects as a list (<c>jq -s</c>), or each on several lines (<c>jq</c>); null if they are one per line.</summary>
    private static List<JsonItem>? Documents(JsonSource source, ResultReading reading)
    {
        var start = JsonStart.Find(source.Text.Span);
        if (start < 0)
            return null;
        var rest = source.Text[start..];
        var end = rest.Span.IndexOf((byte)'\n');
        var firstLine = end < 0 ? rest : rest[..end];
        // If the first line is a whole object, there is one per line. A whole list with more after it belongs to a tool.
        if (JsonItem.Read(firstLine, lenient: true) is { Broken: null, Root: { } first }
            && (first.Kind == JsonTokenType.StartObject || Blank(rest.Span[firstLine.Length..]) < rest.Length - firstLine.Length))
            return null;
        var items = new List<JsonItem>();
        var (at, line) = (start, 1 + source.Text.Span[..start].Count((byte)'\n'));
        while (at < source.Text.Length && JsonStart.Find(source.Text.Span[at..]) == Blank(source.Text.Span[at..]))
        {
            var read = JsonItem.Read(source.Text[at..], line, lenient: true);
            if (read.Root is null || read.Broken is not null)
                return null;
            items.AddRange(read.Root.Kind == JsonTokenType.StartArray ? read.Root.Items.Where(i => i.Kind == JsonTokenType.StartObject) : [read.Root]);
            if (read.Twice is { } twice)
                reading.Problem(twice.Line, $"\"{ResultReading.Short(twice.Name)}\" has two different values in one object");
            (at, line) = (at + read.Length, read.EndLine);
        }
        return Blank(source.Text.Span[at..]) == source.Text.Length - at ? items : null;
    }

    private static int Blank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var first ? first : text.Length;

    private sealed class Walk(ResultReading reading, Action<JsonItem, int> act, Action<string, int>? stray)
    {
        private int _number;
        private (int Count, int First) _lost;
        private (int Count, int First) _chatter;
        private readonly SortedSet<string> _repaired = new(StringComparer.Ordinal);
        private (int Count, int First) _repairs;

        public void Through(ReadOnlyMemory<byte> text)
        {
            foreach (var line in Split(text))
            {
                _number++;
                if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                    Line(line);
            }
            if (_repairs.Count > 0)
                reading.Warn($"{reading.Source}:{_repairs.First}: {_repairs.Count} of {_number} lines are not strict JSON; fixed: "
                    + $"{string.Join(", ", _repaired)}");
            if (_chatter.Count > 0)
                reading.Warn($"{reading.Source}:{_chatter.First}: {_chatter.Count} of {_number} lines are not JSON; the others are read");
            if (_lost.Count > 0)
                reading.Problem(_lost.First, $"{_lost.Count} of {_number} lines are damaged, and what they said is lost");
        }

        private void Line(ReadOnlyMemory<byte> line)
        {
            if (Objects(line, lenient: false))
                return;
            var (repaired, what) = JsonRepair.Fix(line);
            if (Objects(repaired, lenient: true))
            {
                _repaired.UnionWith(what.Count > 0 ? what : ["comments and trailing commas"]);
                _repairs = (_repairs.Count + 1, _repairs.Count == 0 ? _number : _repairs.First);
                return;
            }
            // A tool's message and an object on one line: the message had no line break.
            var start = line.Span.IndexOf("{\""u8);
            if (start > 0 && !IsPiece(line.Span[..start]) && Objects(line[start..], lenient: false))
                return;
            if (IsPiece(line.Span))
                _lost = (_lost.Count + 1, _lost.Count == 0 ? _number : _lost.First);
            // Lists of objects between the lines belong to a tool (flutter test --machine).
            else if (line.Span.TrimStart((byte)' ') is not [(byte)'[', ..] || stray is not null)
            {
                _chatter = (_chatter.Count + 1, _chatter.Count == 0 ? _number : _chatter.First);
                stray?.Invoke(Encoding.UTF8.GetString(line.Span).TrimEnd('\r'), _number);
            }
        }

        /// <summary>Usually one; two if a line break is missing.</summary>
        private bool Objects(ReadOnlyMemory<byte> line, bool lenient)
        {
            var objects = new List<JsonRead>(1);
            while (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                var read = JsonItem.Read(line, _number, lenient);
                if (read.Broken is not null || read.Root is null)
                    return false;
                objects.Add(read);
                line = line[read.Length..];
            }
            if (!objects.TrueForAll(o => o.Root!.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray))
                return false;
            foreach (var read in objects.Where(o => o.Root!.Kind == JsonTokenType.StartObject))
            {
                if (read.Twice is { } twice)
                    reading.Problem(_number, $"\"{ResultReading.Short(twice.Name)}\" has two different values in one object");
                act(read.Root!, _number);
            }
            return true;
        }
    }
}
