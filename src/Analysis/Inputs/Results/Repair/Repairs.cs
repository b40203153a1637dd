using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>What was wrong with a file: faults that lost nothing, and places where a part of it is missing.</summary>
internal sealed class Repairs
{
    private const int MostBreaks = 10;

    private readonly Dictionary<string, (int Line, int Count)> _faults = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Reason)> _breaks = [];

    /// <summary>Places where the file is incomplete; empty if all of it could be read.</summary>
    public IReadOnlyList<(int Line, string Reason)> Breaks => _breaks;

    /// <summary>Counts another occurrence of a known fault.</summary>
    /// <returns>False for the first occurrence, whose line is needed.</returns>
    public bool Again(string fault)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_faults, fault);
        if (Unsafe.IsNullRef(ref known))
            return false;
        known.Count++;
        return true;
    }

    /// <summary>A fault that could be repaired without a loss.</summary>
    /// <param name="fault">What it is, as in: repaired: a bare '&amp;'.</param>
    public void Fault(string fault, int line)
    {
        if (!Again(fault))
            _faults[fault] = (line, 1);
    }

    /// <summary>A place where something is missing.</summary>
    /// <param name="what">As in: not well-formed XML: the file ends inside &lt;testcase&gt;.</param>
    public void Break(int line, string what) => Refuse(line, $"not well-formed XML: {what}");

    /// <summary>A place that is not read as intended.</summary>
    public void Refuse(int line, string reason)
    {
        if (_breaks.Count < MostBreaks)
            _breaks.Add((line, reason));
    }

    /// <summary>Faults become notes, breaks become problems.</summary>
    public void Tell(ResultReading reading)
    {
        foreach (var (fault, (line, count)) in _faults.OrderBy(f => f.Value.Line))
            reading.Warn($"{reading.Source}:{line}: repaired: {fault}{(count > 1 ? $" ({count:N0} places)" : "")}");
        var read = reading.Count == 1 ? "1 test was read" : $"{reading.Count:N0} tests were read";
        foreach (var (line, reason) in _breaks)
            reading.Problem(line, $"{reason}; {read}", reading.Count > 0 ? ReadExtent.Partial : ReadExtent.None);
    }
}
