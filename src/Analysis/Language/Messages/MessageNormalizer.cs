using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>
/// Removes from a message everything that differs between occurrences of one failure: times, ids, addresses, hashes, directories, numbers. Status codes and
/// quoted words stay, because they tell causes apart.
/// </summary>
internal static partial class MessageNormalizer
{
    private const int ShortFigure = 4;

    /// <summary>Text that takes too long (deliberately hostile input) stays unchanged; it only groups less well.</summary>
    public static string Mask(string text) => Mask(text, Replacement);

    /// <summary>
    /// Like <see cref="Mask(string)"/>, but whole numbers of up to four digits stay: they are lines, codes and counts. Process ids, sizes and measurements are
    /// longer or have a fraction.
    /// </summary>
    public static string MaskLongFigures(string text) => Mask(text, match => match.Groups["n"].Success && match.Length <= ShortFigure
        && match.Value.All(char.IsAsciiDigit) ? match.Value : Replacement(match));

    private static string Mask(string text, MatchEvaluator replacement)
    {
        try
        {
            return Volatile().Replace(text, replacement);
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    /// <summary>Masked, with quoted words and lists removed as well: the shape that variants of one test share.</summary>
    public static string Shape(string text) => Lists().Replace(Quoted().Replace(Mask(text), "<str>"), "<list>");

    private static string Replacement(Match match)
    {
        if (match.Groups["status"].Success)
            return match.Value;
        if (match.Groups["time"].Success)
            return "<time>";
        if (match.Groups["path"].Success)
            return "<path>/" + match.Groups["file"].Value;
        if (match.Groups["address"].Success)
            return "<address>";
        return match.Groups["id"].Success ? "<id>" : "<n>";
    }

    /// <summary>A number after HTTP, status, code, Expected: or Received: with three digits from 100 to 599 is a status code.</summary>
    [GeneratedRegex("""
          (?<time>\d{4}-\d\d-\d\d[T\ ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?|\b\d{4}-\d\d-\d\d\b|\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b)
        | (?<id>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b0x[0-9a-fA-F]+\b|\bey[\w-]{8,}\.[\w.-]+|\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}\b|\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9_-]{20,}\b)
        | (?<address>\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|\b(?:localhost|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}):\d{2,5}\b)
        | (?<path>(?:[A-Za-z]:)?(?:[\\/][\w.@+-]+){2,}[\\/](?<file>[\w.@+-]+))
        | (?<status>(?<=(?:HTTP[\s/]{0,3}(?:1\.[01]|2)?|status(?:\s?code)?|code|Expected:|Received:|assert|==|got|answered|returned)[\s:=]{0,3})[1-5]\d\d\b(?!\s?(?:ms|s|items|bytes|%)))
        | (?<n>\d+(?:[.,]\d+)*)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Volatile();

    [GeneratedRegex("""'[^'\n]{0,200}'|"[^"\n]{0,200}"|`[^`\n]{0,200}`""", RegexOptions.CultureInvariant, 10000)]
    internal static partial Regex Quoted();

    [GeneratedRegex(@"\[<(?:str|n)>(?:, ?<(?:str|n)>)*\]", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Lists();
}
