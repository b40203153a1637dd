using Whybot.Analysis.Causes.Suspects;

namespace Whybot.Benchmarks.Suspects;

/// <summary>A choice with the scores of its alternatives, by weights that it took no part in.</summary>
/// <param name="Kept">The part of each score that is taken as it is.</param>
/// <param name="Cooled">The part that is divided by the temperature: the higher, the less sure.</param>
internal sealed record Judged(Choice Choice, double[] Kept, double[] Cooled)
{
    public double[] Shares(double temperature) => Choice.SharesOf([.. Kept.Zip(Cooled).Select(s => s.First + s.Second / temperature)]);
}

/// <summary>
/// How often what is said with a probability is right, and by what the scores should be divided so that it is (temperature scaling: Guo et al., On Calibration
/// of Modern Neural Networks, ICML 2017).
/// </summary>
internal static class Sureness
{
    private static readonly IReadOnlyList<double> Temperatures = [.. Enumerable.Range(10, 41).Select(t => t / 20.0)];
    private static readonly double[] Steps = [0, 0.2, 0.4, 0.6, 0.8, 0.85, 0.9, 0.95, 1.01];

    public static void Print(IReadOnlyList<Judged> judged)
    {
        var best = Temperatures.MaxBy(t => Likelihood(judged, t));
        Console.WriteLine($"likeliest temperature {best:0.00}: mean log-likelihood {Likelihood(judged, best):0.000}");
        foreach (var temperature in Temperatures.Where((_, i) => i % 4 == 2))
        {
            var named = Firsts(judged, temperature).Where(f => f.Said >= SuspectRanker.NamedFrom).ToList();
            Console.WriteLine($"  at {temperature:0.00}: {Likelihood(judged, temperature):0.000}; likely enough to be named {named.Count(n => n.Right)} right, "
                + $"{named.Count(n => !n.Right)} wrong");
        }
        foreach (var temperature in new[] { 1, best }.Distinct())
            Print(Firsts(judged, temperature), temperature);
    }

    private static double Likelihood(IReadOnlyList<Judged> judged, double temperature) =>
        judged.Sum(j => j.Choice.Weight * Math.Log(j.Shares(temperature)[j.Choice.Right])) / judged.Sum(j => j.Choice.Weight);

    private static void Print(IReadOnlyList<(double Said, bool Right, double Weight)> first, double temperature)
    {
        Console.WriteLine($"at temperature {temperature:0.00}:");
        foreach (var (from, to) in Steps.Zip(Steps.Skip(1)))
            if (first.Where(f => f.Said >= from && f.Said < to).ToList() is { Count: > 0 } within)
            {
                var weight = within.Sum(w => w.Weight);
                Console.WriteLine($"  first one said with {from:0%} to {Math.Min(1, to):0%}: {within.Count}, on average "
                    + $"{within.Sum(w => w.Said * w.Weight) / weight:0%}, right {within.Sum(w => w.Right ? w.Weight : 0) / weight:0%}");
            }
    }

    private static List<(double Said, bool Right, double Weight)> Firsts(IReadOnlyList<Judged> judged, double temperature) =>
        [.. judged.Where(j => j.Kept.Length > 1).Select(j => First(j.Choice, j.Shares(temperature)))];

    private static (double Said, bool Right, double Weight) First(Choice choice, double[] shares)
    {
        var said = shares.SkipLast(1).Max();
        return (said, Array.IndexOf(shares, said) == choice.Right, choice.Weight);
    }
}
