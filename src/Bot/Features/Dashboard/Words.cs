using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Features.Dashboard;

/// <summary>Figures and names in a readable form.</summary>
internal static partial class Words
{
    /// <summary>Never rounded up: 99.96% is not all.</summary>
    /// <param name="share">From 0 to 1; null if nothing ran.</param>
    public static string Percent(double? share) =>
        share is { } known ? (Math.Floor(known * 1000 + 1e-9) / 10).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "no tests";

    public static string Minutes(double minutes) => minutes is > 0 and < 0.1 ? "under 0.1" : minutes.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>At most so many characters, with … where something is left out.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd() + "…";

    /// <summary>Shortens every commit in the text.</summary>
    public static string ShortCommits(string? text) => Commit().Replace(text ?? "", "$1");

    [GeneratedRegex(@"\b([0-9a-f]{8})[0-9a-f]{32}\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Commit();
}
