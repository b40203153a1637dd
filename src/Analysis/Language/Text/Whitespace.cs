using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Text;

internal static partial class Whitespace
{
    /// <summary>The text on one line, with each run of white space as one blank.</summary>
    public static string Flat(string text, bool trim = true) => Spaces().Replace(trim ? text.Trim() : text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Spaces();
}
