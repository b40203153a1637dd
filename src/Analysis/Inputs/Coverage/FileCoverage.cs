namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>One line of code in a coverage report.</summary>
/// <param name="Ran">It was run at least once.</param>
/// <param name="At">The line of the report that says so, 1-based.</param>
/// <param name="Words">What is written there.</param>
public sealed record MeasuredLine(bool Ran, int At, string Words);

/// <summary>The lines of one file that a report measured. Lines that are not in it (declarations, comments, closing brackets) are not known to have run or
/// not.</summary>
public sealed class FileCoverage
{
    private readonly int[] _numbers;
    private readonly MeasuredLine[] _lines;

    /// <param name="lines">By their numbers in the file, 1-based.</param>
    public FileCoverage(IReadOnlyDictionary<int, MeasuredLine> lines)
    {
        _numbers = [.. lines.Keys.Order()];
        _lines = [.. _numbers.Select(n => lines[n])];
    }

    /// <summary>Something in the file was run, so the measured program had loaded it.</summary>
    public bool AnyRan => _lines.Any(l => l.Ran);

    /// <summary>Null if the line was not measured.</summary>
    public MeasuredLine? At(int line) => Array.BinarySearch(_numbers, line) is >= 0 and var at ? _lines[at] : null;

    /// <summary>The measured line itself, or the last one before it; null for none.</summary>
    public MeasuredLine? UpTo(int line) => Place(line) is var at && at >= 0 ? _lines[at] : null;

    /// <summary>The first measured line after it; null for none.</summary>
    public MeasuredLine? After(int line) => Place(line) + 1 is var at && at < _lines.Length ? _lines[at] : null;

    /// <summary>The position of the last number that is not above the line; -1 for none.</summary>
    private int Place(int line) => Array.BinarySearch(_numbers, line) is var at && at >= 0 ? at : ~at - 1;
}
