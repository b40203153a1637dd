using System.Text.Json;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// A JSON document with the line numbers of its values. Strings are decoded on demand. A document that breaks off keeps everything before the break; values
/// that were open there are <see cref="Cut"/>. If an object has the same name twice, the last one counts, as in every JSON parser.
/// </summary>
internal sealed partial class JsonItem
{
    /// <summary>Objects of results have few names; coverage maps have thousands, and are not results.</summary>
    private const int MostCompared = 64;

    /// <summary>Allows comments and trailing commas.</summary>
    public static readonly JsonReaderOptions Lenient = new()
    {
        MaxDepth = ReadLimits.MaxDepth,
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = ReadLimits.MaxDepth, AllowMultipleValues = true };

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

    /// <summary>First and last line, 1-based.</summary>
    public int Line { get; }
    public int EndLine { get; private set; }

    /// <summary>The document breaks off inside it.</summary>
    public bool Cut { get; private set; }

    public IReadOnlyList<JsonItem> Items => _items ?? (IReadOnlyList<JsonItem>)[];

    public IEnumerable<string> Names => (_fields ?? []).Select(f => f.Name);

    public JsonItem? this[string name] => _fields?.FindLast(f => f.Name == name).Item;

    /// <summary>A string, or a number as written; null for anything else.</summary>
    public string? Text(string name) => this[name]?.Value;

    public string? Value => Kind switch
    {
        JsonTokenType.String => Decode(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(_bytes.Span),
        _ => null,
    };

    public double? Number(string name) => XmlResults.Seconds(this[name] is { Kind: JsonTokenType.Number } number ? number.Value : null);

    /// <summary>A count; null for anything else.</summary>
    public long? Count(string name) => Number(name) is >= 0 and < 1e9 and var count ? (long)count : null;

    public bool Flag(string name) => this[name]?.Kind == JsonTokenType.True;

    /// <summary>Reads the first value of a text; more may follow it.</summary>
    /// <param name="firstLine">Number of the text's first line in its file.</param>
    /// <param name="lenient">Whether to allow comments and trailing commas.</param>
    public static JsonRead Read(ReadOnlyMemory<byte> text, int firstLine = 1, bool lenient = false)
    {
        var reader = new Utf8JsonReader(text.Span, lenient ? Lenient : Strict);
        var open = new Stack<JsonItem>();
        var lines = new LineCounter(text, firstLine);
        JsonItem? root = null;
        Exception? broken = null;
        InputContradiction? twice = null;
        var (name, values) = ("", 0);
        try
        {
            while ((root is null || open.Count > 0) && reader.Read())
            {
                var line = lines.Of((int)reader.TokenStartIndex);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = Name(ref reader);
                    continue;
                }
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    open.Pop().EndLine = line;
                    continue;
                }
                if (++values > ReadLimits.MaxValues)
                    throw new InvalidDataException($"more than {ReadLimits.MaxValues:N0} values; the rest of the file is not read");
                var item = new JsonItem(reader.TokenType, text.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), line);
                if (open.TryPeek(out var above) && above.Add(name, item))
                    twice ??= new InputContradiction(name, line);
                root ??= item;
                if (item.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(item);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            broken = failure;
        }
        var end = (int)reader.BytesConsumed;
        foreach (var cut in open)
            (cut.Cut, cut.EndLine) = (true, lines.Of(end));
        return new JsonRead(root, end, broken, lines.Of(end), twice);
    }

    /// <summary>A name with half of a surrogate pair does not belong to any known format.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <returns>Whether the object already has a different value under that name; not detected in very large objects.</returns>
    private bool Add(string name, JsonItem item)
    {
        if (Kind != JsonTokenType.StartObject)
        {
            (_items ??= []).Add(item);
            return false;
        }
        var other = _fields is { Count: <= MostCompared } ? this[name] : null;
        (_fields ??= []).Add((name, item));
        var isScalar = item.Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        return other is not null && !(isScalar && other.Kind == item.Kind && other._bytes.Span.SequenceEqual(item._bytes.Span));
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
            // Half of a surrogate pair: the rest of the text must not be lost because of it.
            return LoneSurrogate().Replace(System.Text.Encoding.UTF8.GetString(_bytes.Span).Trim('"'), "\uFFFD");
        }
    }

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex LoneSurrogate();

    /// <summary>Line numbers of positions that are asked for in ascending order.</summary>
    private sealed class LineCounter(ReadOnlyMemory<byte> text, int first)
    {
        private int _at;
        private int _line = first;

        public int Of(int place)
        {
            _line += text.Span[_at..place].Count((byte)'\n');
            _at = place;
            return _line;
        }
    }
}

/// <summary>The first value of a text.</summary>
/// <param name="Root">Null if the text has no value.</param>
/// <param name="Length">Bytes up to its end, or up to where it breaks.</param>
/// <param name="Broken">Why it breaks off; null if it does not.</param>
/// <param name="EndLine">Line of its end, or of the break.</param>
/// <param name="Twice">A name to which one object gives two values; null for none.</param>
internal sealed record JsonRead(JsonItem? Root, int Length, Exception? Broken, int EndLine, InputContradiction? Twice);

internal sealed record InputContradiction(string Name, int Line);
