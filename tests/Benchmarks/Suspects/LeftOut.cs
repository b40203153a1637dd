namespace Whybot.Benchmarks.Suspects;

/// <summary>How sure the fitted weights may be: each group is judged by weights that were fitted on all the others.</summary>
internal static class LeftOut
{
    private const int MostGroups = 10;
    private static readonly double[] Errors = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3];
    private static readonly double[] Steps = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01];

    /// <param name="choices">Each with its group.</param>
    public static void Print(IReadOnlyList<(string Group, Choice Choice)> choices, Func<IReadOnlyList<Choice>, double[]> fit)
    {
        // Single bugs are taken together, so that the fit is not repeated for each.
        var parts = choices.GroupBy(c => c.Group).Index().ToLookup(g => g.Item.Count() > MostGroups ? g.Item.Key : $"{g.Index % MostGroups}", g => g.Item.Key);
        var judged = new List<(Choice Choice, double[] Shares)>();
        foreach (var part in parts)
        {
            var left = part.ToHashSet(StringComparer.Ordinal);
            var weights = fit([.. choices.Where(c => !left.Contains(c.Group)).Select(c => c.Choice)]);
            judged.AddRange(choices.Where(c => left.Contains(c.Group)).Select(c => (c.Choice, c.Choice.Shares(weights))));
        }
        Console.WriteLine("left out of the fit, with this part of each choice left to chance: mean log-likelihood");
        var all = judged.Sum(j => j.Choice.Weight);
        foreach (var error in Errors)
            Console.WriteLine($"  {error:0%}: {judged.Sum(j => j.Choice.Weight * Math.Log(Said(j.Shares, j.Choice.Right, error))) / all:0.000}");
        var first = judged.Where(j => j.Shares.Length > 1).Select(j => First(j.Choice, j.Shares)).ToList();
        foreach (var (from, to) in Steps.Zip(Steps.Skip(1)))
            if (first.Where(f => f.Said >= from && f.Said < to).ToList() is { Count: > 0 } within)
            {
                var weight = within.Sum(w => w.Weight);
                Console.WriteLine($"  first one said with {from:0%} to {Math.Min(1, to):0%}: {within.Count}, on average "
                    + $"{within.Sum(w => w.Said * w.Weight) / weight:0%}, right {within.Sum(w => w.Right ? w.Weight : 0) / weight:0%}");
            }
    }

    private static (double Said, bool Right, double Weight) First(Choice choice, double[] shares)
    {
        var said = shares.SkipLast(1).Max();
        return (said, Array.IndexOf(shares, said) == choice.Right, choice.Weight);
    }

    private static double Said(double[] shares, int at, double error) => (1 - error) * shares[at] + error / shares.Length;
}
