using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>
/// Writes text in a form that XML accepts. What XML forbids is written as a reference if the readers accept one, so nothing of a message is lost; entities are
/// never expanded.
/// </summary>
internal static class XmlText
{
    public const string Control = "raw control characters";
    public const string Ampersand = "a bare '&'";
    public const string UnknownEntity = "an entity that is not declared";
    public const string Less = "an unescaped '<'";
    public const string Ends = "']]>' in text";
    public const string Unicode = "characters that XML forbids";
    public const string Quote = "an unescaped quote in an attribute";

    private const int MostOfReference = 40;
    private const int MostOfCodePoint = 0x10FFFF;

    private static readonly byte[] InText = [.. Enumerable.Range(0, 0x20).Except([9, 10, 13]).Select(b => (byte)b), (byte)'&', (byte)'<', (byte)'>', 0xEF];
    private static readonly SearchValues<byte> Special = SearchValues.Create(InText);
    private static readonly SearchValues<byte> SpecialInAttributes = SearchValues.Create([.. InText, (byte)'"', (byte)'\n']);

    /// <summary>Characters that cannot be in the name of an entity.</summary>
    private static readonly SearchValues<byte> InSentences = SearchValues.Create(" <&\n\"'="u8);

    private static readonly FrozenSet<string> Entities = new[] { "lt", "gt", "amp", "quot", "apos" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How to write a text.</summary>
    /// <param name="IsLiteral">It comes from a CDATA section, where a <c>&amp;</c> has no special meaning.</param>
    /// <param name="IsAttribute">A line feed is kept as a reference, so a reader does not turn it into a blank.</param>
    public readonly record struct Manner(bool IsLiteral, bool IsAttribute);

    /// <param name="xml">The whole text, so a reference that crosses the end is seen.</param>
    /// <param name="end">Where to stop; a reference that begins before it is written completely.</param>
    /// <param name="fault">Called with each fault and its position.</param>
    /// <returns>Where it stopped.</returns>
    public static int Write(ReadOnlySpan<byte> xml, int from, int end, Manner manner, IBufferWriter<byte> to, Action<string, int> fault)
    {
        var at = from;
        while (at < end)
        {
            var plain = xml[at..end].IndexOfAny(manner.IsAttribute ? SpecialInAttributes : Special);
            plain = plain < 0 ? end - at : plain;
            to.Write(xml.Slice(at, plain));
            at += plain;
            if (at < end)
                at += One(xml, at, manner, to, fault);
        }
        return at;
    }

    /// <returns>How many bytes it took.</returns>
    private static int One(ReadOnlySpan<byte> xml, int at, Manner manner, IBufferWriter<byte> to, Action<string, int> fault)
    {
        switch (xml[at])
        {
            case (byte)'&' when !manner.IsLiteral:
                return Reference(xml, at, to, fault);
            case (byte)'&':
                to.Write("&amp;"u8);
                return 1;
            case (byte)'<':
                if (!manner.IsLiteral)
                    fault(Less, at);
                to.Write("&lt;"u8);
                return 1;
            case (byte)'>':
                if (!manner.IsLiteral && !manner.IsAttribute && at >= 2 && xml[at - 1] == ']' && xml[at - 2] == ']')
                    fault(Ends, at);
                to.Write("&gt;"u8);
                return 1;
            case (byte)'"':
                to.Write("&quot;"u8);
                return 1;
            case (byte)'\n':
                to.Write("&#10;"u8);
                return 1;
            case 0xEF when xml[at..] is [_, 0xBF, 0xBE or 0xBF, ..]:
                fault(Unicode, at);
                to.Write("\uFFFD"u8);
                return 3;
            case 0xEF:
                to.Write(xml.Slice(at, 1));
                return 1;
            default:
                fault(Control, at);
                if (xml[at] == 0)
                    to.Write("\uFFFD"u8);
                else
                    to.Write(Encoding.ASCII.GetBytes($"&#{xml[at]};"));
                return 1;
        }
    }

    private static int Reference(ReadOnlySpan<byte> xml, int at, IBufferWriter<byte> to, Action<string, int> fault)
    {
        var body = xml[(at + 1)..Math.Min(xml.Length, at + MostOfReference)];
        var length = body.IndexOf((byte)';');
        body = length > 0 ? body[..length] : [];
        if (IsKnown(body))
        {
            to.Write(xml.Slice(at, body.Length + 2));
            return body.Length + 2;
        }
        fault(body.IsEmpty || body.ContainsAny(InSentences) ? Ampersand : body[0] == '#' ? Unicode : UnknownEntity, at);
        to.Write("&amp;"u8);
        return 1;
    }

    private static bool IsKnown(ReadOnlySpan<byte> body) => body switch
    {
        [] => false,
        [(byte)'#', (byte)'x', .. var hex] => Utf8Parser.TryParse(hex, out int code, out var used, 'x') && used == hex.Length && IsAllowed(code),
        [(byte)'#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && IsAllowed(code),
        _ => body.Length <= 4 && Entities.Contains(Encoding.ASCII.GetString(body)),
    };

    /// <summary>Characters that the readers accept: control characters too, but not a single half of a surrogate pair.</summary>
    private static bool IsAllowed(int code) => code is > 0 and <= MostOfCodePoint and not (>= 0xD800 and <= 0xDFFF) and not 0xFFFE and not 0xFFFF;
}
