using System.Text.Json;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// The JSON of a file. What can be repaired is read, with a warning. What is lost is a problem of the file: such a file never counts as completely read.
/// </summary>
internal sealed class JsonSource
{
    private readonly ResultReading _reading;

    private JsonSource(ReadOnlyMemory<byte> text, ResultReading reading)
    {
        Text = text;
        _reading = reading;
    }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>Reads the whole file, whose size has been limited before.</summary>
    public static JsonSource Of(Stream stream, ResultReading reading)
    {
        using var copy = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, ReadLimits.MaxFile) : 0);
        stream.CopyTo(copy);
        return new JsonSource(JsonText.Utf8(copy.GetBuffer().AsMemory(0, (int)copy.Length), what => reading.Warn($"{reading.Source}: {what}")), reading);
    }

    /// <summary>The objects of a file: usually one, but some files contain several in sequence, a package manager's banner above them, or a list.</summary>
    public static IReadOnlyList<JsonItem> Documents(Stream stream, ResultReading reading)
    {
        var source = Of(stream, reading);
        return [.. source.Roots().SelectMany(r => r.Kind == JsonTokenType.StartArray ? r.Items.Where(i => i.Kind == JsonTokenType.StartObject) : [r])];
    }

    private List<JsonItem> Roots()
    {
        var roots = new List<JsonItem>();
        ReadOnlyMemory<byte> first = default;
        var line = 1;
        while (JsonStart.Find(Text.Span) is >= 0 and var start)
        {
            line = Between(Text[..start], line, roots.Count > 0);
            Text = Text[start..];
            var read = First(line);
            if (read.Root is null || read.Broken is not null)
                return read.Root is null ? roots : [.. roots, read.Root];
            var document = Text[..read.Length];
            if (roots.Count == 0)
                first = document;
            if (roots.Count > 0 && document.Span.SequenceEqual(first.Span))
                _reading.Warn($"{_reading.Source}:{line}: the same JSON document again; it counts once");
            else if (roots.Count == 0 || IsAlike(read.Root, roots[0], line))
                roots.Add(read.Root);
            (Text, line) = (Text[read.Length..], read.EndLine);
        }
        Between(Text, line, roots.Count > 0);
        return roots;
    }

    /// <summary>The first value, repaired if necessary.</summary>
    public JsonRead First(int line)
    {
        var read = JsonItem.Read(Text, line);
        if (read.Broken is JsonException)
        {
            var (text, repaired) = JsonRepair.Fix(Text);
            var again = JsonItem.Read(text, line, lenient: true);
            var what = repaired.Count > 0 ? string.Join(", ", repaired) : "comments and trailing commas";
            if (again.Broken is null)
                _reading.Warn($"{_reading.Source}:{read.EndLine}: not strict JSON; fixed: {what}");
            (Text, read) = (text, again);
        }
        if (read.Broken is { } broken)
            _reading.Problem(read.EndLine, broken is InvalidDataException ? broken.Message
                : IsAtEnd(read.Length, broken) ? "the JSON breaks off here" : $"not valid JSON from here on ({Reason(broken.Message)})");
        if (read.Twice is { } twice)
            _reading.Problem(twice.Line, $"\"{ResultReading.Short(twice.Name)}\" has two different values in one object");
        return read;
    }

    private bool IsAtEnd(int length, Exception broken) =>
        Text.Span[Math.Min(length, Text.Length)..].IndexOfAnyExcept(" \t\r\n"u8) < 0
        || broken.Message.Contains("end of the JSON", StringComparison.Ordinal) || broken.Message.Contains("end of data", StringComparison.Ordinal);

    /// <summary>Whether a later document is of the same kind, and so is read too; any other is ignored, with a problem if it looks like results.</summary>
    private bool IsAlike(JsonItem root, JsonItem first, int line)
    {
        if (root.Kind != first.Kind || root.Kind == JsonTokenType.StartArray || root.Names.Intersect(first.Names, StringComparer.Ordinal).Any())
            return true;
        if (ResultTraces.Has(Text.Span))
            _reading.Problem(line, "a second JSON document of another kind looks like test results and is not read");
        else
            _reading.Warn($"{_reading.Source}:{line}: a JSON document of another kind is left out");
        return false;
    }

    /// <summary>Handles text before, between and after documents.</summary>
    /// <returns>The number of the line after it.</returns>
    private int Between(ReadOnlyMemory<byte> text, int line, bool after)
    {
        var (from, said) = (line, false);
        foreach (var part in JsonLines.Split(text))
        {
            if (JsonLines.IsPiece(part.Span))
            {
                _reading.Problem(line, $"text {(after ? "behind" : "before")} the JSON document looks like a part of it and is not read");
                return from + text.Span.Count((byte)'\n');
            }
            said |= part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0;
            line++;
        }
        if (said)
            _reading.Warn($"{_reading.Source}:{from}: text {(after ? "behind" : "before")} the JSON document is left out");
        return from + text.Span.Count((byte)'\n');
    }

    /// <summary>The message without the location, which is shown in front of it.</summary>
    private static string Reason(string message)
    {
        var ends = new[] { ". ", " LineNumber:", " Path:" }.Select(e => message.IndexOf(e, StringComparison.Ordinal)).Where(i => i > 0);
        var end = ends.DefaultIfEmpty(message.Length).Min();
        return ResultReading.Cut(message[..end].TrimEnd('.', ',', ' '), 120);
    }
}

/// <summary>Finds where the JSON in a text begins: what package managers and tools print before it is not JSON.</summary>
internal static class JsonStart
{
    /// <summary>Banners are short; a long log that contains JSON is just a log.</summary>
    private const int MostBanner = 16 * 1024;

    /// <summary>Position of the first line that begins with an object or a list of objects; -1 if no line does.</summary>
    public static int Find(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < Math.Min(text.Length, MostBanner);)
        {
            var start = at + Blank(text[at..]);
            if (start < text.Length && IsStart(text[start..]))
                return start;
            var end = text[at..].IndexOf((byte)'\n');
            if (end < 0)
                return -1;
            at += end + 1;
        }
        return -1;
    }

    private static bool IsStart(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'{' or (byte)'['))
            return false;
        var inside = text[1..];
        inside = inside[Blank(inside)..];
        return inside.IsEmpty || (text[0] == '{' ? inside[0] is (byte)'"' or (byte)'}' or (byte)'/' : inside[0] is (byte)'{' or (byte)']');
    }

    /// <summary>Length of the leading white space and control characters; the latter are left over from a broken copy.</summary>
    private static int Blank(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)0, (byte)' ') is >= 0 and var first ? first : text.Length;
}
