namespace Whybot.Analysis.Language.Redaction;

/// <summary>Where secrets were found in a text.</summary>
internal sealed class Findings
{
    private readonly List<(int Start, int End)> _all = [];

    public bool IsEmpty => _all.Count == 0;

    public IReadOnlyList<(int Start, int End)> All => _all;

    public void Add(int start, int length)
    {
        if (length > 0)
            _all.Add((start, start + length));
    }

    /// <summary>In order; overlapping or adjacent findings are merged into one.</summary>
    public IReadOnlyList<(int Start, int Length)> Merged()
    {
        if (_all.Count < 2)
            return [.. _all.Select(f => (f.Start, f.End - f.Start))];
        var merged = new List<(int Start, int Length)>();
        foreach (var (start, end) in _all.Order())
            if (merged.Count > 0 && merged[^1] is var last && start <= last.Start + last.Length)
                merged[^1] = (last.Start, Math.Max(last.Length, end - last.Start));
            else
                merged.Add((start, end - start));
        return merged;
    }
}
