namespace Whybot.Analysis.Settings;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>A hint to append to an error: the nearest word, or the list of what is known.</summary>
    public static string Hint(string word, IReadOnlyList<string> known)
    {
        var nearest = known.Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k))).OrderBy(k => k.Distance).FirstOrDefault();
        if (nearest.Word is not null && nearest.Distance <= Math.Max(1, word.Length / 3))
            return $"; did you mean '{nearest.Word}'?";
        return known.Count == 0 ? "" : $"; known are: {string.Join(", ", known.Order())}";
    }

    /// <summary>Levenshtein's distance, for words of at most 100 characters.</summary>
    private static int Distance(string one, string two)
    {
        if (Math.Max(one.Length, two.Length) > 100)
            return int.MaxValue;
        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == two[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
