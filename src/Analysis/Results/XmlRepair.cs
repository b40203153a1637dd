namespace Whybot.Analysis.Results;

/// <summary>
/// Mends one fault that reporters make: a <c>&lt;</c> inside an attribute's value, which XML forbids and some parsers let pass. Works on bytes of any
/// encoding that has ASCII in it.
/// </summary>
internal static class XmlRepair
{
    /// <returns>The same file with those characters escaped.</returns>
    public static byte[] Attributes(ReadOnlySpan<byte> xml)
    {
        using var mended = new MemoryStream(xml.Length + 256);
        while (!xml.IsEmpty)
        {
            var next = xml.IndexOf((byte)'<');
            if (next < 0)
                next = xml.Length;
            mended.Write(xml[..next]);
            xml = xml[next..];
            var length = Markup(xml, mended);
            xml = xml[length..];
        }
        return mended.ToArray();
    }

    /// <summary>One tag, comment or section.</summary>
    /// <returns>How many bytes it has.</returns>
    private static int Markup(ReadOnlySpan<byte> xml, MemoryStream mended)
    {
        var whole = xml.StartsWith("<!--"u8) ? End(xml, "-->"u8) : xml.StartsWith("<![CDATA["u8) ? End(xml, "]]>"u8) : xml.StartsWith("<?"u8) ? End(xml, "?>"u8) : 0;
        if (whole > 0)
        {
            mended.Write(xml[..whole]);
            return whole;
        }
        byte quote = 0;
        for (var i = 0; i < xml.Length; i++)
        {
            var at = xml[i];
            if (at == '<' && quote != 0)
                mended.Write("&lt;"u8);
            else
                mended.WriteByte(at);
            if (quote == 0 && at == '>')
                return i + 1;
            quote = quote == 0 ? at is (byte)'"' or (byte)'\'' ? at : (byte)0 : at == quote ? (byte)0 : quote;
        }
        return xml.Length;
    }

    private static int End(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> mark) => xml.IndexOf(mark) is >= 0 and var at ? at + mark.Length : xml.Length;
}
