using System.Buffers;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Fixes the mistakes that writers of JSON make: raw control characters, line breaks in strings, backslashes that escape nothing, and numbers and words that
/// JSON does not have (<c>NaN</c>, <c>Infinity</c>, <c>undefined</c>, Python's <c>True</c> and <c>None</c>). Trailing commas and comments are left to the
/// parser, which can accept them.
/// </summary>
internal static class JsonRepair
{
    private static readonly (byte[] Word, byte[] Instead, string Name)[] Words =
    [
        ("-Infinity"u8.ToArray(), "null"u8.ToArray(), "Infinity"),
        ("Infinity"u8.ToArray(), "null"u8.ToArray(), "Infinity"),
        ("NaN"u8.ToArray(), "null"u8.ToArray(), "NaN"),
        ("undefined"u8.ToArray(), "null"u8.ToArray(), "undefined"),
        ("None"u8.ToArray(), "null"u8.ToArray(), "None"),
        ("True"u8.ToArray(), "true"u8.ToArray(), "True"),
        ("False"u8.ToArray(), "false"u8.ToArray(), "False"),
    ];

    private const byte Escaping = 0x1B;

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Select(b => (byte)b).Except("\t\n\r"u8.ToArray())]);

    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(0x20, 0xE0).Select(b => (byte)b).Except("\"\\"u8.ToArray())]);

    /// <returns>The text with the same number of lines, and what was fixed, in words; empty if there was nothing to fix.</returns>
    public static (ReadOnlyMemory<byte> Text, IReadOnlyList<string> Fixed) Fix(ReadOnlyMemory<byte> text)
    {
        var writer = new Writer(text.Length);
        var json = WithoutControls(text.Span, writer.Fixed);
        for (var at = 0; at < json.Length;)
            at += json[at] == '"' ? String(json[at..], writer) : Outside(json[at..], at == 0 ? (byte)0 : json[at - 1], writer);
        return writer.Fixed.Count == 0 ? (text, []) : (writer.Text, [.. writer.Fixed]);
    }

    /// <summary>Removes characters that are not allowed anywhere. Escape characters that begin a colour are kept, because colours are recognised by
    /// them.</summary>
    private static ReadOnlySpan<byte> WithoutControls(ReadOnlySpan<byte> text, SortedSet<string> repaired)
    {
        if (text.IndexOfAny(Controls) < 0)
            return text;
        var kept = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
            if (!Controls.Contains(text[i]) || (text[i] == Escaping && i + 1 < text.Length && text[i + 1] == '['))
                kept[length++] = text[i];
        if (length < text.Length)
            repaired.Add("raw control characters");
        return kept.AsSpan(0, length);
    }

    private static int Outside(ReadOnlySpan<byte> json, byte before, Writer writer)
    {
        if (json[0] == Escaping)
            return 1;
        if (!char.IsAsciiLetterOrDigit((char)before))
            foreach (var (word, instead, name) in Words)
                if (json.StartsWith(word) && (json.Length == word.Length || !char.IsAsciiLetterOrDigit((char)json[word.Length])))
                {
                    writer.Fixed.Add(name);
                    writer.Write(instead);
                    return word.Length;
                }
        writer.Write(json[0]);
        return 1;
    }

    /// <summary>From one quotation mark to the next.</summary>
    /// <returns>Its length in bytes.</returns>
    private static int String(ReadOnlySpan<byte> json, Writer writer)
    {
        writer.Write((byte)'"');
        var breaks = 0;
        var at = 1;
        while (at < json.Length)
        {
            var plain = json[at..].IndexOfAnyExcept(Plain);
            plain = plain < 0 ? json.Length - at : plain;
            writer.Write(json.Slice(at, plain));
            at += plain;
            if (at == json.Length)
                return at;
            var here = json[at++];
            if (here == '"')
            {
                writer.Write(here);
                // The removed line breaks are added back, so the following text keeps its line numbers.
                for (; breaks > 0; breaks--)
                    writer.Write((byte)'\n');
                return at;
            }
            if (here == '\\')
                at += Escape(json[at..], writer);
            else if (here is (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                writer.Fixed.Add("line breaks and tabs in strings");
                breaks += here == '\n' ? 1 : 0;
                writer.Write(here switch { (byte)'\n' => "\\n"u8, (byte)'\r' => "\\r"u8, _ => "\\t"u8 });
            }
            else
            {
                writer.Fixed.Add("raw control characters");
                writer.Write("\\u001b"u8);
            }
        }
        return at;
    }

    /// <summary>Handles the character after a backslash.</summary>
    private static int Escape(ReadOnlySpan<byte> json, Writer writer)
    {
        if (json.IsEmpty)
        {
            writer.Write((byte)'\\');
            return 0;
        }
        var known = "\"\\/bfnrt"u8.Contains(json[0]) || (json[0] == 'u' && json.Length >= 5 && json[1..5].IndexOfAnyExcept(HexDigits) < 0);
        if (!known)
        {
            writer.Fixed.Add("backslashes that escape nothing");
            writer.Write("\\\\"u8);
            return 0;
        }
        writer.Write((byte)'\\');
        writer.Write(json[0]);
        return 1;
    }

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private sealed class Writer(int length)
    {
        private readonly ArrayBufferWriter<byte> _text = new(length + 256);

        public SortedSet<string> Fixed { get; } = new(StringComparer.Ordinal);
        public ReadOnlyMemory<byte> Text => _text.WrittenMemory;

        public void Write(ReadOnlySpan<byte> bytes) => _text.Write(bytes);

        public void Write(byte one)
        {
            _text.GetSpan(1)[0] = one;
            _text.Advance(1);
        }
    }
}
