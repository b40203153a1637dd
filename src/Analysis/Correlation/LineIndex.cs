namespace Whybot.Analysis.Correlation;

/// <summary>
/// An inverted index: which of many documents share lines with a text, each line counted by how rare it is among the documents. A document's number is
/// its place in the order in which it was added.
/// </summary>
internal sealed class LineIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly List<List<int>> _postings = [];
    private readonly double[] _weights;
    private readonly double[] _totals;

    /// <param name="documents">Each the lines of one; a line that stands twice counts once.</param>
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

    /// <summary>The share of what both say in all that either says, by weight, 0 to 1; of the documents that share anything.</summary>
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

    /// <summary>Of the lines that the document has too, the rarest.</summary>
    public IReadOnlyList<string> Rarest(IEnumerable<string> lines, int document, int most) =>
        [.. lines.Distinct(StringComparer.Ordinal).Select(line => _ids.GetValueOrDefault(line, -1)).Where(id => id >= 0 && _postings[id].BinarySearch(document) >= 0)
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
