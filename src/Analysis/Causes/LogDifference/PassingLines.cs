using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>The lines of a job's log from a run in which it passed, by their shapes: 64 bits for each different line.</summary>
public sealed class PassingLines
{
    /// <summary>More different lines than this are not kept: about 40 MB of them.</summary>
    private const int Most = 2_000_000;

    private readonly HashSet<ulong> _shapes = [];

    /// <summary>Not all lines could be kept, so nothing can be said about what is not among them.</summary>
    public bool IsFull => _shapes.Count >= Most;

    public bool IsEmpty => _shapes.Count == 0;

    /// <param name="line">As it is in the log.</param>
    public void Add(string line)
    {
        if (!IsFull && LineShape.Of(JobLogScanner.Bare(line)) is not 0 and var shape)
            _shapes.Add(shape);
    }

    public void UnionWith(PassingLines others)
    {
        if (_shapes.Count + others._shapes.Count <= Most)
            _shapes.UnionWith(others._shapes);
    }

    /// <param name="shape">See <see cref="LineShape"/>.</param>
    internal bool Contains(ulong shape) => _shapes.Contains(shape);
}
