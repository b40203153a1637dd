using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>The tests of one file in order of their lines.</summary>
internal sealed class TestsOfSource
{
    private readonly TestCase[] _byLine;

    /// <summary>The last line reached by any test up to this one.</summary>
    private readonly int[] _reach;

    public TestsOfSource(string source, IEnumerable<TestCase> tests)
    {
        Source = source;
        _byLine = [.. tests.OrderBy(t => t.Line)];
        _reach = new int[_byLine.Length];
        for (var i = 0; i < _byLine.Length; i++)
            _reach[i] = Math.Max(i == 0 ? 0 : _reach[i - 1], _byLine[i].EndLine);
    }

    public string Source { get; }

    public IReadOnlyList<TestCase> Tests => _byLine;

    /// <summary>The tests on any of the lines, each once.</summary>
    /// <param name="lines">In ascending order.</param>
    /// <returns>Each test, and whether one of the lines belongs to no other test: several may share their first or last line (pytest writes its whole file on a
    /// few lines).</returns>
    public IEnumerable<(TestCase Test, bool IsInside)> On(IReadOnlyList<int> lines)
    {
        var seen = new HashSet<int>();
        foreach (var line in lines)
            for (var i = Upto(line) - 1; i >= 0 && _reach[i] >= line; i--)
                if (_byLine[i].EndLine >= line && seen.Add(i))
                    yield return (_byLine[i], _byLine[i].EndLine > _byLine[i].Line + 1 && IsWithin(lines, _byLine[i].Line + 1, _byLine[i].EndLine - 1));
    }

    /// <summary>Whether any of the lines is among those from the first to the last.</summary>
    public static bool IsWithin(IReadOnlyList<int> lines, int first, int last) => Below(lines.Count, i => lines[i] < first) is var at
        && at < lines.Count && lines[at] <= last;

    /// <summary>How many tests begin on or before the line.</summary>
    private int Upto(int line) => Below(_byLine.Length, i => _byLine[i].Line <= line);

    /// <summary>How many of the first positions, in ascending order, are below a bound; found by binary search.</summary>
    private static int Below(int count, Func<int, bool> isBelow)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBelow(middle))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
