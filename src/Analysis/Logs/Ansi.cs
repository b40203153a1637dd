using System.Text.RegularExpressions;

namespace Whybot.Analysis.Logs;

/// <summary>Takes terminal escapes (colours, cursor moves, hyperlinks) out of a line.</summary>
public static partial class Ansi
{
    public const char Escape = '\u001b';

    public static string Strip(string text) => text.Contains(Escape, StringComparison.Ordinal) ? Escapes().Replace(text, "") : text;

    /// <summary>What stands between the escapes; the text itself where there are none.</summary>
    public static IReadOnlyList<string> Pieces(string text) => text.Contains(Escape, StringComparison.Ordinal) ? Escapes().Split(text) : [text];

    [GeneratedRegex(@"\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escapes();
}
