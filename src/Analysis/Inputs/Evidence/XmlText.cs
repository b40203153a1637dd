using System.Globalization;
using System.Text;

namespace Whybot.Analysis.Inputs.Evidence;

/// <summary>Undoes XML escapes (the five named entities and character references) in a piece of a result file.</summary>
internal static class XmlText
{
    public static string Unescape(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '&' ? text.IndexOf(';', i, Math.Min(12, text.Length - i)) : -1;
            if (end > 0 && Entity(text.AsSpan(i + 1, end - i - 1)) is { } meant)
            {
                plain.Append(meant);
                i = end;
            }
            else
                plain.Append(text[i]);
        }
        return plain.ToString();
    }

    private static string? Entity(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => Character(code),
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Character(code),
        _ => null,
    };

    private static string? Character(int code) => Rune.IsValid(code) ? new Rune(code).ToString() : null;
}
