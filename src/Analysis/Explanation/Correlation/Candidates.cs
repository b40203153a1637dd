using System.Buffers;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>
/// Finds the issues in a repository that may be about a cause, scored by how rare the words are that they share (BM25, Robertson and Zaragoza 2009, with its
/// usual constants). These are only candidates; rules decide.
/// </summary>
internal sealed class Candidates
{
    private const double Saturation = 1.2;
    private const double ByLength = 0.75;

    /// <summary>The most index entries to look at for one query.</summary>
    private const int MostPostings = 20_000;

    private readonly Dictionary<string, List<(int Issue, int Times)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _norms;

    /// <param name="texts">One per issue; the texts are not kept.</param>
    public Candidates(IReadOnlyList<string> texts)
    {
        Count = texts.Count;
        _norms = new double[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var words = Words.Of(texts[i]);
            _norms[i] = words.Count;
            foreach (var word in words)
                if (word.Kind > WordKind.Volatile)
                    Add(word.Text, i);
        }
        var mean = texts.Count == 0 ? 1 : Math.Max(1, _norms.Average());
        for (var i = 0; i < _norms.Length; i++)
            _norms[i] = Saturation * (1 - ByLength + ByLength * _norms[i] / mean);
    }

    /// <summary>How many issues there are.</summary>
    public int Count { get; }

    /// <summary>How many issues contain a word.</summary>
    public int Having(string word) => _postings.TryGetValue(word, out var those) ? those.Count : 0;

    /// <summary>Indexes of the issues that share most with a query, best first.</summary>
    /// <param name="isSought">Which issues to consider.</param>
    public IReadOnlyList<(int Issue, double Score)> Of(IReadOnlyList<string> query, int most, Func<int, bool> isSought)
    {
        // The array is reused: with many issues a new one for each query would go to the large object heap.
        var scores = ArrayPool<double>.Shared.Rent(Count);
        var touched = new List<int>();
        Array.Clear(scores, 0, Count);
        try
        {
            var looked = 0;
            foreach (var having in query.Select(w => _postings.GetValueOrDefault(w)).OfType<List<(int Issue, int Times)>>().OrderBy(p => p.Count))
            {
                // The rarest words first: a word that very many issues contain ranks none of them above the others.
                if ((looked += having.Count) > MostPostings && touched.Count > 0)
                    break;
                var rarity = Math.Log(1 + (Count - having.Count + 0.5) / (having.Count + 0.5));
                foreach (var (issue, times) in having)
                {
                    if (scores[issue] == 0)
                        touched.Add(issue);
                    scores[issue] += rarity * times * (Saturation + 1) / (times + _norms[issue]);
                }
            }
            return Best(touched, scores, most, isSought);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private static List<(int Issue, double Score)> Best(List<int> issues, double[] scores, int most, Func<int, bool> isSought)
    {
        // The worst of the best is on top: the lowest score or, on a tie, the later place.
        var best = new PriorityQueue<int, (double Score, int Place)>();
        var worst = double.NegativeInfinity;
        foreach (var issue in issues)
        {
            if (scores[issue] < worst || !isSought(issue))
                continue;
            if (best.Count < most)
                best.Enqueue(issue, (scores[issue], -issue));
            else
                best.EnqueueDequeue(issue, (scores[issue], -issue));
            if (best.Count == most && best.TryPeek(out _, out var last))
                worst = last.Score;
        }
        var found = new List<(int, double)>(best.Count);
        while (best.TryDequeue(out var issue, out _))
            found.Add((issue, scores[issue]));
        found.Reverse();
        return found;
    }

    private void Add(string word, int issue)
    {
        if (!_postings.TryGetValue(word, out var those))
            _postings[word] = those = [];
        if (those is [.., var last] && last.Issue == issue)
            those[^1] = (issue, last.Times + 1);
        else
            those.Add((issue, 1));
    }
}
