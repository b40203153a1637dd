namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>
/// An inverted index that finds which of many documents share lines with a text. Each line is weighted by how rare it is among the documents. Documents are
/// numbered in the order in which they are added.
/// </summary>
internal sealed class LineIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly List<List<int>> _postings = [];
    private readonly double[] _weights;
    private readonly double[] _totals;

    /// <param name="documents">The lines of each document; a line that occurs twice counts once.</param>
    public LineIndex(IEnumerable<IEnumerable<string>> documents)
    {
        var features = new List<int[]>();
        foreach (var lines in documents)
            features.Add([.. lines.Distinct(StringComparer.Ordinal).Select(line => Add(line, features.Count))]);
        Count = features.Count;
        _weights = [.. _postings.Select(p => Weight(p.Count))];
        _totals = [.. features.Select(f => f.Sum(id => _weights[id]))];
    }

    public int Count { get; }

    /// <summary>For each document that shares anything: the weight of the shared lines as a share of all lines in either, 0 to 1.</summary>
    public IReadOnlyDictionary<int, double> Likeness(IEnumerable<string> lines)
    {
        var total = 0.0;
        var shared = new Dictionary<int, double>();
        foreach (var line in lines.Distinct(StringComparer.Ordinal))
            if (_ids.TryGetValue(line, out var id))
            {
                total += _weights[id];
                foreach (var document in _postings[id])
                    shared[document] = shared.GetValueOrDefault(document) + _weights[id];
            }
            else
                total += Weight(0);
        return shared.ToDictionary(s => s.Key, s => s.Value / Math.Max(1e-9, total + _totals[s.Key] - s.Value));
    }

    /// <summary>The rarest of the lines that the document has too.</summary>
    public IReadOnlyList<string> Rarest(IEnumerable<string> lines, int document, int most) =>
        [.. lines.Distinct(StringComparer.Ordinal).Select(line => _ids.GetValueOrDefault(line, -1))
            .Where(id => id >= 0 && _postings[id].BinarySearch(document) >= 0)
            .OrderByDescending(id => _weights[id]).Take(most).Select(id => _lines[id])];

    private double Weight(int documents) => Math.Log((Count + 1) / (documents + 0.5));

    private int Add(string line, int document)
    {
        if (!_ids.TryGetValue(line, out var id))
        {
            _ids[line] = id = _postings.Count;
            _lines.Add(line);
            _postings.Add([]);
        }
        _postings[id].Add(document);
        return id;
    }
}
