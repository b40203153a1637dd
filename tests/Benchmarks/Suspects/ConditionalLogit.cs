namespace Whybot.Benchmarks.Suspects;

/// <summary>One choice among alternatives.</summary>
/// <param name="Values">The features of each alternative.</param>
/// <param name="Right">Which one it was.</param>
internal sealed record Choice(IReadOnlyList<double[]> Values, int Right, double Weight)
{
    public double[] Scores(double[] weights) => [.. Values.Select(v => v.Zip(weights).Sum(p => p.First * p.Second))];

    public double[] Shares(double[] weights) => SharesOf(Scores(weights));

    public static double[] SharesOf(double[] scores)
    {
        var most = scores.Max();
        var odds = scores.Select(s => Math.Exp(s - most)).ToList();
        var sum = odds.Sum();
        return [.. odds.Select(o => o / sum)];
    }
}

/// <summary>McFadden's conditional logit by gradient ascent, with a small quadratic penalty on what a weight differs from 1, so that
/// features which the choices tell little about keep a say; no weight may be below 0, since no feature speaks against a change.</summary>
/// <remarks>A weight that is given is kept.</remarks>
internal static class ConditionalLogit
{
    private const double Penalty = 0.5;
    private const int Rounds = 4000;

    /// <summary>Fitting ends when no weight changes by more in a round.</summary>
    private const double Still = 1e-6;

    public static double[] Fit(IReadOnlyList<Choice> choices, int features, IReadOnlyDictionary<int, double> given)
    {
        var weights = Enumerable.Range(0, features).Select(f => given.GetValueOrDefault(f)).ToArray();
        var step = 2.0 / choices.Count;
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = weights.Select(w => Penalty * (1 - w)).ToArray();
            foreach (var choice in choices)
            {
                var shares = choice.Shares(weights);
                for (var i = 0; i < shares.Length; i++)
                    for (var f = 0; f < features; f++)
                        gradient[f] += choice.Weight * ((i == choice.Right ? 1 : 0) - shares[i]) * choice.Values[i][f];
            }
            var before = weights.ToList();
            for (var f = 0; f < features; f++)
                if (!given.ContainsKey(f))
                    weights[f] = Math.Max(0, weights[f] + step * gradient[f]);
            if (weights.Zip(before).Max(w => Math.Abs(w.First - w.Second)) < Still)
                break;
        }
        return weights;
    }
}
