namespace Whybot.Analysis.Language.Text;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class NearestWord
{
    private const int MostCharacters = 100;

    /// <summary>A hint to append to an error: the nearest word, or the list of known words.</summary>
    public static string Hint(string word, IReadOnlyList<string> known)
    {
        if (Nearest(word, known) is { } nearest)
            return $"; did you mean '{nearest}'?";
        return known.Count == 0 ? "" : $"; known are: {string.Join(", ", known.Order())}";
    }

    /// <summary>The known word that differs least, ignoring case; null if none is close.</summary>
    public static string? Nearest(string word, IReadOnlyList<string> known) => word.Length > MostCharacters ? null
        : known.Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k.ToLowerInvariant()))).Where(k => k.Distance is not null)
            .OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault();

    private static int? Distance(string word, string known) => EditDistance.Within(word, known, Math.Max(1, word.Length / 3));
}
