namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Finds the changes that share rare words with a failure: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with a changed file as
/// the document. A word is rare if few of the changed files have it, so words of the whole project count nothing.
/// </summary>
internal sealed class ChangeIndex
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.2;

    /// <summary>In a short range every word is rare; as if there were at least so many files.</summary>
    private const int FewestFiles = 50;
    private const int FewFiles = 3;

    /// <summary>How much of what would be a perfect hit is added to the best hit, so that the best of bad ones does not count as a good one.</summary>
    private const double OfPerfect = 0.3;

    private readonly Dictionary<string, List<(int Change, double Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _usual;

    public ChangeIndex(IReadOnlyList<ChangeText> changes)
    {
        _lengths = [.. changes.Select(c => c.Length)];
        _usual = _lengths.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
        for (var i = 0; i < changes.Count; i++)
            foreach (var (word, count) in changes[i].Words)
            {
                if (!_postings.TryGetValue(word, out var list))
                    _postings[word] = list = [];
                list.Add((i, count));
            }
    }

    /// <summary>From 0 to 1 for each change.</summary>
    public double[] Match(IReadOnlyDictionary<string, double> query)
    {
        var (scores, perfect) = (new double[_lengths.Length], 0.0);
        foreach (var (word, weight) in query)
        {
            var rarity = weight * Rarity(word);
            perfect += rarity * (Saturation + 1);
            foreach (var (change, count) in _postings.GetValueOrDefault(word) ?? [])
                scores[change] += rarity * count * (Saturation + 1)
                    / (count + Saturation * (1 - LengthShare + LengthShare * _lengths[change] / _usual));
        }
        var scale = scores.DefaultIfEmpty(0).Max() + OfPerfect * perfect;
        return scale <= 0 ? scores : [.. scores.Select(s => s / scale)];
    }

    public double Rarity(string word) => Rarity(_postings.GetValueOrDefault(word)?.Count ?? 0);

    /// <summary>1 for a name that few of the files have, which may be one renaming; nearer to 0 the more of them have it. 1 for a text.</summary>
    public double Rareness(string name) => Math.Min(1, Rarity(name.ToLowerInvariant()) / Rarity(FewFiles));

    private double Rarity(int having) => Math.Log(1 + (Math.Max(_lengths.Length, FewestFiles) - having + 0.5) / (having + 0.5));
}
