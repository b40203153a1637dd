using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>Compares the log of a failing job with those of its last passes, line by line, in bounded memory.</summary>
/// <param name="log">What the log itself says about its jobs; if it holds several, those that ended well are left out.</param>
public sealed class LogComparison(PassingLines passing, JobLog log)
{
    /// <summary>Nobody reads more.</summary>
    private const int MostBlocks = 20;
    private const string Header = "##[group]Run ";
    private const string EndOfHeader = "##[endgroup]";

    private readonly BlockReader _reader = new(passing);
    private readonly HashSet<string> _passed = log.Endings.Count < 2 ? []
        : [.. log.Endings.Where(e => e.End.EndedWell).Select(e => e.End.Name)];

    /// <summary>Headers are shorter; what is longer is the step's output, and the header has no end.</summary>
    private const int MostOfHeader = 400;

    /// <summary>The lines of a step's header so far; null outside of one.</summary>
    private List<LogLine>? _header;
    private int _number;

    /// <param name="line">As it is in the log.</param>
    public void Feed(string line)
    {
        _number++;
        if (_passed.Count > 0 && _passed.Contains(LogPrefix.Of(line).Job(line).ToString()))
            return;
        var text = JobLogScanner.Bare(line);
        // A step's command, its shell and its environment are in its header; they are what the job was asked to do.
        if (text.StartsWith(Header, StringComparison.Ordinal))
        {
            Reopen();
            _header = [];
        }
        else if (_header is not null && text.StartsWith(EndOfHeader, StringComparison.Ordinal))
            _header = null;
        else if (_header is not null && !text.StartsWith("##[", StringComparison.Ordinal) && _header.Count < MostOfHeader)
            _header.Add(new LogLine(_number, text));
        else
        {
            Reopen();
            _reader.Feed(_number, text);
        }
    }

    /// <summary>Some logs leave out the ends of groups: then all of the step's lines were taken for its header.</summary>
    private void Reopen()
    {
        foreach (var line in _header ?? [])
            _reader.Feed(line.Number, line.Text);
        _header = null;
    }

    /// <param name="compared">The passing logs, newest first.</param>
    /// <returns>Null if nothing new speaks of a failure.</returns>
    public JobDifference? Finish(IReadOnlyList<string> compared)
    {
        Reopen();
        _reader.Finish(_number);
        var blocks = BlockSelection.Of(_reader);
        return blocks.Count == 0 ? null : new JobDifference(log.Source, compared, [.. blocks.Take(MostBlocks).Select(b => b.Block)])
        {
            Names = blocks[0].Strength >= Strength.Named,
        };
    }
}
