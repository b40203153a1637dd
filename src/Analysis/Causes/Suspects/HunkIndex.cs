using Whybot.Analysis.Inputs.Changes;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Finds the hunk of each change that fits a failure best, and how unlikely it is that a change of that size fits so well by chance: a large one shares
/// something with every failure.
/// </summary>
internal sealed class HunkIndex
{
    /// <summary>Nobody reads more changes, and what is rare among so many is rare.</summary>
    private const int Most = 20_000;

    /// <summary>The hunks of one commit are about few things, so they count as fewer: their number to this power. Set by hand, of 0.3 to 1.</summary>
    private const double Apart = 0.7;

    /// <summary>A chance of one in fifty counts 1, its square 2.</summary>
    private static readonly double Unit = Math.Log(50);

    private readonly List<(Candidate Candidate, Hunk Hunk)> _hunks;
    private readonly Dictionary<int, int> _byCommit;
    private readonly ChangeIndex _index;

    /// <param name="written">The candidates whose code changed.</param>
    public HunkIndex(IReadOnlyList<Candidate> written)
    {
        _hunks = [.. written.SelectMany(c => c.Patch.Hunks.Where(h => h.Lines.Any(l => l[0] != ' ' && Patch.IsCode(l[1..]))).Select(h => (c, h))).Take(Most)];
        _byCommit = _hunks.CountBy(h => h.Candidate.At).ToDictionary();
        _index = new ChangeIndex([.. _hunks.Select(h => new ChangeText(h.Candidate.File, [h.Hunk]))]);
    }

    /// <summary>At least 1.</summary>
    public int HunksOf(Candidate candidate) => _byCommit.GetValueOrDefault(candidate.At, 1);

    /// <summary>For each changed file that shares a word with the query: how surprising its best hunk is, see <see cref="Surprises"/>.</summary>
    public Dictionary<ChangedFile, double> Match(IReadOnlyDictionary<string, double> query) => Surprises(_index.Match(query));

    /// <param name="score">How well a hunk fits; null for one about which nothing can be said.</param>
    public Dictionary<ChangedFile, double> Match(Func<Candidate, Hunk, double?> score)
    {
        var scores = _hunks.Select(h => score(h.Candidate, h.Hunk)).ToArray();
        return Surprises([.. scores.Select(s => s ?? double.NaN)]);
    }

    /// <summary>
    /// −log of the probability that of as many hunks as the commit has, drawn from all of the range, the best is as good; in units of 1/50.
    /// </summary>
    private Dictionary<ChangedFile, double> Surprises(double[] scores)
    {
        var sorted = scores.Where(s => !double.IsNaN(s)).Order().ToArray();
        var best = new Dictionary<ChangedFile, double>(ReferenceEqualityComparer.Instance);
        var known = new Dictionary<int, int>();
        foreach (var ((candidate, _), score) in _hunks.Zip(scores).Where(h => !double.IsNaN(h.Second)))
        {
            known[candidate.At] = known.GetValueOrDefault(candidate.At) + 1;
            if (score > 0)
                best[candidate.File] = Math.Max(best.GetValueOrDefault(candidate.File), score);
        }
        var at = _hunks.Select(h => h.Candidate).DistinctBy(c => c.File, (IEqualityComparer<ChangedFile>)ReferenceEqualityComparer.Instance)
            .ToDictionary(c => c.File, c => c.At, (IEqualityComparer<ChangedFile>)ReferenceEqualityComparer.Instance);
        return best.ToDictionary(b => b.Key, b => Surprise(sorted, b.Value, known[at[b.Key]]),
            (IEqualityComparer<ChangedFile>)ReferenceEqualityComparer.Instance);
    }

    private static double Surprise(double[] sorted, double score, int hunks)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < score)
                low = middle + 1;
            else
                high = middle;
        }
        var chance = (sorted.Length - low - 0.5) / sorted.Length;
        return -Math.Log(Math.Max(1e-6, 1 - Math.Pow(1 - chance, Math.Pow(hunks, Apart)))) / Unit;
    }
}
