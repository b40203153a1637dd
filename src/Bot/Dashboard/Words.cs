using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Dashboard;

/// <summary>Figures and names as people read them.</summary>
internal static partial class Words
{
    /// <summary>Never rounded up: 99.96 % is not all.</summary>
    /// <param name="share">0 to 1; null where nothing ran.</param>
    public static string Percent(double? share) =>
        share is { } known ? (Math.Floor(known * 1000 + 1e-9) / 10).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "no tests";

    public static string Minutes(double minutes) => minutes is > 0 and < 0.1 ? "under 0.1" : minutes.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A commit by its first eight digits.</summary>
    public static string Short(string sha) => sha.Length > 8 ? sha[..8] : sha;

    /// <summary>With all commits in it so.</summary>
    public static string ShortCommits(string? text) => Commit().Replace(text ?? "", "$1");

    [GeneratedRegex(@"\b([0-9a-f]{8})[0-9a-f]{32}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Commit();
}
