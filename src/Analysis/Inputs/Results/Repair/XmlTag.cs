namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>
/// A start tag as people and reporters write it: <c>name (attribute = "value")* /? &gt;</c>, where a value may contain anything. A value ends at the quote that
/// must be the last one, judging by what follows, so quotes inside it do no harm. Every byte is looked at once or twice.
/// </summary>
internal sealed class XmlTag
{
    private const int MostAttributes = 1000;
    private const int MostOfName = 200;

    private readonly List<(Range Name, Range Value)> _attributes = [];

    /// <summary>The name without its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Byte ranges, relative to the beginning of the scanned text.</summary>
    public IReadOnlyList<(Range Name, Range Value)> Attributes => _attributes;

    /// <summary>The position after the tag.</summary>
    public int End { get; private set; }
    public bool IsEmpty { get; private set; }

    /// <summary>It has its <c>&gt;</c>.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>It breaks off within a value or a name.</summary>
    public bool IsCutInside { get; private set; }

    /// <summary>Name of a tag that may begin here, including the character that ends it; empty for none.</summary>
    public static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> xml)
    {
        if (xml.IsEmpty || !IsNameStart(xml[0]))
            return [];
        var length = 1;
        while (length < xml.Length && length < MostOfName && IsNameByte(xml[length]))
            length++;
        return length == xml.Length || xml[length] is (byte)'>' or (byte)'/' || IsBlank(xml[length]) ? xml[..length] : [];
    }

    /// <summary>A name that is also valid in XML, without its prefix.</summary>
    public static string Plain(ReadOnlySpan<byte> name)
    {
        var local = name[(name.LastIndexOf((byte)':') + 1)..];
        Span<char> plain = stackalloc char[Math.Min(local.Length, MostOfName)];
        for (var i = 0; i < plain.Length; i++)
            plain[i] = local[i] < 0x80 ? (char)local[i] : '_';
        return plain.IsEmpty || plain[0] is '-' or '.' or (>= '0' and <= '9') ? $"_{plain}" : plain.ToString();
    }

    /// <param name="xml">What follows the tag's <c>&lt;</c>, starting with a name that <see cref="NameAt"/> found.</param>
    /// <param name="name">That name.</param>
    public void Scan(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name)
    {
        _attributes.Clear();
        Name = Plain(name);
        (IsEmpty, IsWhole, IsCutInside) = (false, false, name.Length == xml.Length);
        var at = name.Length;
        while (at < xml.Length)
        {
            if (IsBlank(xml[at]))
                at++;
            else if (xml[at] == '>')
            {
                (End, IsWhole) = (at + 1, true);
                return;
            }
            else if (xml[at] == '<')
                break;
            else if (xml[at] == '/' || !IsNameStart(xml[at]))
                IsEmpty = xml[at++] == '/' && at < xml.Length && xml[at] == '>';
            else if (!Attribute(xml, ref at))
                break;
        }
        End = at;
    }

    /// <returns>False if the tag breaks off in it.</returns>
    private bool Attribute(ReadOnlySpan<byte> xml, ref int at)
    {
        var name = at;
        while (at < xml.Length && IsNameByte(xml[at]))
            at++;
        var nameEnd = at;
        while (at < xml.Length && IsBlank(xml[at]))
            at++;
        if (at == xml.Length)
            IsCutInside = true;
        if (at == xml.Length || xml[at] != '=')
            return at < xml.Length;
        at++;
        while (at < xml.Length && IsBlank(xml[at]))
            at++;
        if (at == xml.Length)
            return !(IsCutInside = true);
        var quote = xml[at] is (byte)'"' or (byte)'\'' ? xml[at] : (byte)0;
        var from = quote == 0 ? at : at + 1;
        at = quote == 0 ? Bare(xml, at) : Quoted(xml, from, quote);
        if (_attributes.Count < MostAttributes)
            _attributes.Add((name..nameEnd, from..at));
        if (quote == 0)
            return true;
        IsCutInside = at == xml.Length || xml[at] != quote;
        at = IsCutInside ? at : at + 1;
        return !IsCutInside;
    }

    private static int Bare(ReadOnlySpan<byte> xml, int at)
    {
        while (at < xml.Length && !IsBlank(xml[at]) && xml[at] is not ((byte)'>' or (byte)'<'))
            at++;
        return at;
    }

    /// <summary>Where the value ends: at its last quote or, if that quote is missing, where it runs into the elements after it.</summary>
    private static int Quoted(ReadOnlySpan<byte> xml, int from, byte quote)
    {
        var at = from;
        var sawEnd = false;
        while (at < xml.Length)
        {
            var next = xml[at..].IndexOfAny(quote, (byte)'<');
            if (next < 0)
                return xml.Length;
            sawEnd |= xml.Slice(at, next).Contains((byte)'>');
            at += next;
            if (xml[at] == quote ? Closes(xml[(at + 1)..]) : sawEnd && BeginsKnown(xml[(at + 1)..]))
                return at;
            at++;
        }
        return at;
    }

    /// <summary>Whether what follows a quote can only follow the end of a value.</summary>
    private static bool Closes(ReadOnlySpan<byte> xml)
    {
        var at = 0;
        while (at < xml.Length && at < MostOfName && IsBlank(xml[at]))
            at++;
        if (at == xml.Length || xml[at] == '>' || (xml[at] == '/' && (at + 1 == xml.Length || xml[at + 1] == '>')))
            return true;
        if (at == 0 || !IsNameStart(xml[at]))
            return false;
        for (var most = at + MostOfName; at < xml.Length && at < most && IsNameByte(xml[at]);)
            at++;
        while (at < xml.Length && IsBlank(xml[at]))
            at++;
        if (at == xml.Length)
            return true;
        if (xml[at] != '=')
            return false;
        for (at++; at < xml.Length && IsBlank(xml[at]);)
            at++;
        return at == xml.Length || xml[at] is (byte)'"' or (byte)'\'';
    }

    private static bool BeginsKnown(ReadOnlySpan<byte> xml)
    {
        var name = NameAt(xml is [(byte)'/', ..] ? xml[1..] : xml);
        return name.Length > 0 && ResultElements.IsKnown(Plain(name));
    }

    public static bool IsBlank(byte at) => at is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsNameStart(byte at) => at is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)':' or >= 0x80;

    private static bool IsNameByte(byte at) => IsNameStart(at) || at is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'.';
}
