namespace Whybot.Analysis.Language.Text;

/// <summary>Levenshtein distance: how many characters to insert, delete or replace to turn one text into another.</summary>
internal static class EditDistance
{
    /// <summary>The distance; null if it is more than <paramref name="most"/>. Takes time in proportion to <paramref name="most"/> times the length.</summary>
    public static int? Within(string one, string two, int most)
    {
        if (Math.Abs(one.Length - two.Length) > most)
            return null;
        var (last, row) = (new int[two.Length + 1], new int[two.Length + 1]);
        for (var j = 0; j <= two.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            // A path that is further from the diagonal than the limit cannot get back within it.
            var (from, to) = (Math.Max(1, i - most), Math.Min(two.Length, i + most));
            row[from - 1] = from == 1 ? i : most + 1;
            for (var j = from; j <= to; j++)
            {
                var replaced = last[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1);
                var left = j < i + most ? last[j] + 1 : most + 1;
                row[j] = Math.Min(replaced, Math.Min(left, row[j - 1] + 1));
            }
            (last, row) = (row, last);
        }
        return last[two.Length] <= most ? last[two.Length] : null;
    }
}
