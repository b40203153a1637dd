namespace Whybot.Benchmarks.Suspects;

/// <summary>How sure the fitted weights may be: each group is judged by weights that were fitted on all the others.</summary>
internal static class LeftOut
{
    private const int MostGroups = 10;

    /// <param name="choices">Each with its group.</param>
    public static void Print(IReadOnlyList<(string Group, Choice Choice)> choices, Func<IReadOnlyList<Choice>, double[]> fit)
    {
        // Single bugs are taken together, so that the fit is not repeated for each.
        var parts = choices.GroupBy(c => c.Group).Index().ToLookup(g => g.Item.Count() > MostGroups ? g.Item.Key : $"{g.Index % MostGroups}", g => g.Item.Key);
        var judged = new List<Judged>();
        foreach (var part in parts)
        {
            var left = part.ToHashSet(StringComparer.Ordinal);
            var weights = fit([.. choices.Where(c => !left.Contains(c.Group)).Select(c => c.Choice)]);
            judged.AddRange(choices.Where(c => left.Contains(c.Group))
                .Select(c => new Judged(c.Choice, new double[c.Choice.Values.Count], c.Choice.Scores(weights))));
        }
        Sureness.Print(judged);
    }
}
