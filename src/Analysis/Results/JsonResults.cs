using System.Text.Json;

namespace Whybot.Analysis.Results;

/// <summary>
/// A JSON document with the lines that its values stand in. Strings are decoded when they are asked for. A document that breaks off gives what stands
/// before the break.
/// </summary>
internal sealed class JsonItem
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private List<(string Name, JsonItem Item)>? _fields;
    private List<JsonItem>? _items;

    private JsonItem(JsonTokenType kind, ReadOnlyMemory<byte> bytes, int line)
    {
        Kind = kind;
        _bytes = bytes;
        Line = EndLine = line;
    }

    public JsonTokenType Kind { get; }

    /// <summary>First and last line, from 1.</summary>
    public int Line { get; }
    public int EndLine { get; private set; }

    public IReadOnlyList<JsonItem> Items => _items ?? (IReadOnlyList<JsonItem>)[];

    public JsonItem? this[string name] => _fields?.Find(f => f.Name == name).Item;

    /// <summary>A string, or a number as it is written; null for anything else.</summary>
    public string? Text(string name) => this[name]?.Value;

    public string? Value => Kind switch
    {
        JsonTokenType.String => Decode(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(_bytes.Span),
        _ => null,
    };

    public double? Number(string name) => XmlResults.Seconds(this[name] is { Kind: JsonTokenType.Number } number ? number.Value : null);

    public bool Flag(string name) => this[name]?.Kind == JsonTokenType.True;

    /// <summary>Reads all of it.</summary>
    /// <param name="broken">Where and why it breaks off; null where it does not.</param>
    public static JsonItem? Read(ReadOnlyMemory<byte> text, out Exception? broken)
    {
        var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = ReadLimits.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var open = new Stack<JsonItem>();
        var lines = new LineCounter(text);
        JsonItem? root = null;
        var (name, values) = ("", 0);
        broken = null;
        try
        {
            while (reader.Read())
            {
                var line = lines.Of((int)reader.TokenStartIndex);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString()!;
                    continue;
                }
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    open.Pop().EndLine = line;
                    continue;
                }
                if (++values > ReadLimits.MaxValues)
                    throw new InvalidDataException($"line {line}: more than {ReadLimits.MaxValues:N0} values; the rest of the file is not read");
                var item = new JsonItem(reader.TokenType, text.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), line);
                if (open.TryPeek(out var above))
                    above.Add(name, item);
                root ??= item;
                if (item.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(item);
            }
        }
        catch (InvalidDataException limit)
        {
            broken = limit;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            broken = failure as JsonException ?? new JsonException(failure.Message, null, lines.Of((int)reader.BytesConsumed) - 1, null);
        }
        return root;
    }

    /// <summary>Reads the whole of a file, which is limited in size before.</summary>
    public static ReadOnlyMemory<byte> Bytes(Stream stream)
    {
        using var copy = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, ReadLimits.MaxFile) : 0);
        stream.CopyTo(copy);
        return ResultText.Utf8(copy.GetBuffer().AsMemory(0, (int)copy.Length));
    }

    private void Add(string name, JsonItem item)
    {
        if (Kind == JsonTokenType.StartObject)
            (_fields ??= []).Add((name, item));
        else
            (_items ??= []).Add(item);
    }

    private string? Decode()
    {
        var reader = new Utf8JsonReader(_bytes.Span);
        try
        {
            return reader.Read() ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no text, or half of a surrogate pair.
            return "";
        }
    }

    /// <summary>Lines of places that come in their order.</summary>
    private sealed class LineCounter(ReadOnlyMemory<byte> text)
    {
        private int _at;
        private int _line = 1;

        public int Of(int place)
        {
            _line += text.Span[_at..place].Count((byte)'\n');
            _at = place;
            return _line;
        }
    }
}

/// <summary>JSON objects, one to a line.</summary>
internal static class JsonLines
{
    /// <summary>What is no JSON object among them is left out and counted.</summary>
    public static void Each(Stream stream, ResultReading reading, Action<JsonItem, int> act)
    {
        var text = JsonItem.Bytes(stream);
        var (number, strange, firstStrange) = (0, 0, 0);
        while (!text.IsEmpty)
        {
            number++;
            var end = text.Span.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
                continue;
            if (JsonItem.Read(line, out var broken) is { Kind: JsonTokenType.StartObject } item && broken is null)
                act(item, number);
            else if (line.Span.TrimStart((byte)' ') is not [(byte)'[', ..] && strange++ == 0)
                firstStrange = number;
        }
        if (strange > 0)
            reading.Warn($"{reading.Source}:{firstStrange}: not valid JSON in {strange} of {number} lines; the others are read");
    }
}
