using System.Buffers;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Text;

/// <summary>Removes terminal escapes (colours, cursor moves, hyperlinks, Buildkite's time marks) and null characters from a line.</summary>
public static partial class Ansi
{
    public const char Escape = '\u001b';

    private static readonly SearchValues<char> Unseen = SearchValues.Create(Escape, '\0');

    public static string Strip(string text) => text.AsSpan().ContainsAny(Unseen) ? Escapes().Replace(text, "") : text;

    /// <summary>The pieces between the escapes; the text itself if there are none.</summary>
    public static IReadOnlyList<string> Pieces(string text) => text.AsSpan().ContainsAny(Unseen) ? Escapes().Split(text) : [text];

    [GeneratedRegex(@"\0+|\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[_P^X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Escapes();
}
