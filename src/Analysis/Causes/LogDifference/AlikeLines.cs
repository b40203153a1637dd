using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>
/// Searches the log of an earlier failing job for the lines that say why the job fails now: its headline and at least half of them, without figures and ids.
/// That some process ended badly is said by every failing log, and makes no two failures the same.
/// </summary>
internal sealed class AlikeLines
{
    private const int MostLines = 6;

    private readonly HashSet<ulong> _left = [];
    private readonly ulong _headline;
    private readonly int _lines;
    private (int Number, string Text)? _found;

    /// <param name="failure">Of a job without a failing test.</param>
    public AlikeLines(TestCase failure)
    {
        TestId = failure.Id;
        var lines = failure.Failure!.Message.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Take(MostLines).ToList();
        if (lines.Count == 0 || JobNoise.IsConsequence(lines[0]))
            return;
        _headline = LineShape.Of(lines[0]);
        _left.UnionWith(lines.Select(l => LineShape.Of(l)));
        _lines = _left.Count;
    }

    public string TestId { get; }

    /// <param name="line">As it is in the log.</param>
    public void Feed(int number, string line)
    {
        if (_left.Count == 0)
            return;
        var text = JobLogScanner.Bare(line);
        var shape = LineShape.Of(text);
        if (_left.Remove(shape) && shape == _headline)
            _found = (number, text);
    }

    /// <summary>The headline's place in the earlier log; null if that job failed in another way.</summary>
    public Citation? Found(string source) => _found is { } found && _left.Count * 2 <= _lines
        ? Citation.OfLines(source, found.Number, found.Number, found.Text.Trim()) : null;
}
