namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>Where secrets were found, in a plain view.</summary>
internal sealed class Findings
{
    private readonly List<(int Start, int End)> _all = [];

    private readonly List<(int Start, int Length)> _inText = [];

    public bool IsEmpty => _all.Count + _inText.Count == 0;

    public IReadOnlyList<(int Start, int End)> All => _all;

    public void Add(int start, int length)
    {
        if (length > 0)
            _all.Add((start, start + length));
    }

    /// <summary>Found in the text itself, not in the view of it.</summary>
    public void AddInText(int start, int length) => _inText.Add((start, length));

    /// <summary>In order, as start and length in the text that the view is of; what overlaps or touches is one.</summary>
    public IReadOnlyList<(int Start, int Length)> InText(PlainView view)
    {
        var merged = new List<(int Start, int Length)>();
        foreach (var (start, length) in _all.Select(f => view.InText(f.Start, f.End - f.Start)).Concat(_inText).OrderBy(f => f.Start))
            if (merged.Count > 0 && merged[^1] is var last && start <= last.Start + last.Length)
                merged[^1] = (last.Start, Math.Max(last.Length, start + length - last.Start));
            else
                merged.Add((start, length));
        return merged;
    }
}
