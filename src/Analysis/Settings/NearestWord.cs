using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Settings;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class NearestWord
{
    private const int MostCharacters = 100;

    /// <summary>A hint to append to an error: the nearest word, or the list of what is known.</summary>
    public static string Hint(string word, IReadOnlyList<string> known)
    {
        if (word.Length <= MostCharacters && Nearest(word.ToLowerInvariant(), known) is { } nearest)
            return $"; did you mean '{nearest}'?";
        return known.Count == 0 ? "" : $"; known are: {string.Join(", ", known.Order())}";
    }

    private static string? Nearest(string word, IReadOnlyList<string> known) =>
        known.Select(k => (Word: k, Distance: EditDistance.Within(word, k, Math.Max(1, word.Length / 3)))).Where(k => k.Distance is not null)
            .OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault();
}
