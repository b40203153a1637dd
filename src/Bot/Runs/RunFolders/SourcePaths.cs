using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Which paths of a repository may be files in a run's folder. They come from outside, and git allows almost everything in a name: what leads out of a folder,
/// means something else on another system, or cannot be read by people is refused.
/// </summary>
internal static partial class SourcePaths
{
    private const int Longest = 240;
    private const int LongestName = 200;

    /// <summary>What <see cref="RunFolder"/> lists.</summary>
    private const int Deepest = 16;

    public static bool IsSafe(string path)
    {
        var parts = path.Split('/');
        return path.Length is > 0 and <= Longest && parts.Length <= Deepest && parts.All(IsSafeName) && Secrets.Redact(path) == path;
    }

    private static bool IsSafeName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LongestName && name[0] != ' ' && name[^1] is not (' ' or '.')
        && name.EnumerateRunes().All(IsSafe) && !Device().IsMatch(name);

    /// <summary>Unpaired halves of a character are read as the replacement character.</summary>
    private static bool IsSafe(Rune rune) => rune.Value is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|') && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Names that Windows takes for devices, with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces").</summary>
    [GeneratedRegex(@"^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Device();
}
