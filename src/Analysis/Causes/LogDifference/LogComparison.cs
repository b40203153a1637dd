using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>Compares the log of a failing job with those of its last passes, line by line, in bounded memory.</summary>
/// <param name="log">What the log itself says about its jobs; if it holds several, those that ended well are left out.</param>
public sealed class LogComparison(PassingLines passing, JobLog log)
{
    /// <summary>Nobody reads more.</summary>
    private const int MostBlocks = 20;
    private const string Header = "##[group]Run ";

    private readonly BlockReader _reader = new(passing);
    private readonly HashSet<string> _passed = log.Endings.Count < 2 ? []
        : [.. log.Endings.Where(e => e.End.EndedWell).Select(e => e.End.Name)];

    private bool _inHeader;
    private int _number;

    /// <param name="line">As it is in the log.</param>
    public void Feed(string line)
    {
        _number++;
        if (_passed.Count > 0 && _passed.Contains(LogPrefix.Of(line).Job(line).ToString()))
            return;
        var text = JobLogScanner.Bare(line);
        // A step's command, its shell and its environment are in its header; they are what the job was asked to do.
        _inHeader = text.StartsWith(Header, StringComparison.Ordinal) || (_inHeader && !text.StartsWith("##[", StringComparison.Ordinal));
        if (!_inHeader)
            _reader.Feed(_number, text);
    }

    /// <param name="compared">The passing logs, newest first.</param>
    /// <returns>Null if nothing new speaks of a failure.</returns>
    public JobDifference? Finish(IReadOnlyList<string> compared)
    {
        _reader.Finish(_number);
        var blocks = BlockSelection.Of(_reader);
        return blocks.Count == 0 ? null : new JobDifference(log.Source, compared, [.. blocks.Take(MostBlocks).Select(b => b.Block)])
        {
            Names = blocks[0].Strength >= Strength.Named,
        };
    }
}
