using System.Globalization;
using System.Text;

namespace Whybot.Analysis.Inputs.Evidence;

/// <summary>Undoes JSON escapes in a piece of a result file.</summary>
internal static class JsonText
{
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] != '\\' || i + 1 == text.Length)
                plain.Append(text[i]);
            else
                i += Append(plain, text, i + 1);
        return plain.ToString();
    }

    /// <returns>How many characters were read.</returns>
    private static int Append(StringBuilder plain, string text, int at)
    {
        if (text[at] == 'u' && at + 4 < text.Length && int.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var code))
        {
            plain.Append((char)code);
            return 5;
        }
        plain.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
        return 1;
    }
}
