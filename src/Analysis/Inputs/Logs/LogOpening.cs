using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Who wrote a log.</summary>
internal enum LogKind
{
    /// <summary>A job, or a test runner.</summary>
    Job,

    /// <summary>The platform under test.</summary>
    Platform,
}

/// <summary>
/// Determines from a log's first lines who wrote it, and buffers them until that is known. Most logs show it in their first line. A log without stamps is a
/// job's log if it has a line that only a job could print, or if it has lines of a test runner and few lines that look like a service's (a clock and a level,
/// or JSON).
/// </summary>
internal sealed class LogOpening(string source)
{
    private const int MostLines = 2000;
    private const int MostCharacters = 1024 * 1024;

    /// <summary>This many lines of a service are enough if hardly any others are among them.</summary>
    private const int Enough = 100;

    private readonly List<string> _lines = [];
    private int _characters;
    private int _told;
    private int _service;
    private bool _runner;

    /// <summary>Null until it is known.</summary>
    public LogKind? Kind { get; private set; }

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The buffered lines; feed them to the log's reader once the kind is known.</summary>
    public IReadOnlyList<string> TakeLines()
    {
        IReadOnlyList<string> lines = [.. _lines];
        _lines.Clear();
        return lines;
    }

    public void Feed(string line)
    {
        _lines.Add(line);
        _characters += line.Length;
        if (source.EndsWith(LogScanner.RunnerOutput, StringComparison.Ordinal))
            Kind = LogKind.Job;
        else
            Look(line);
        if (Kind is null && (_lines.Count == MostLines || _characters >= MostCharacters))
            Close();
    }

    /// <summary>There are no more lines, or enough were seen.</summary>
    public void Close() => Kind ??= _runner && _service * 2 < _told ? LogKind.Job : LogKind.Platform;

    private void Look(string line)
    {
        if (LogPrefix.Of(line).IsOfJob)
        {
            Kind = LogKind.Job;
            return;
        }
        var text = JobLogScanner.Bare(line);
        if (text.Length == 0)
            return;
        if (LogPrefix.Of(text).IsOfJob)
        {
            Kind = LogKind.Job;
            return;
        }
        _told++;
        var speaker = SignRule.Of(text);
        if (speaker == LogSpeaker.Job)
            Kind = LogKind.Job;
        _runner |= speaker == LogSpeaker.Runner;
        if (IsService(Ansi.Strip(line).TrimEnd()) && ++_service >= Enough && _service * 10 >= _told * 9)
            Kind ??= LogKind.Platform;
    }

    private static bool IsService(string line) => line.Length > 0 && LogLineFormat.Parse(line) is { At: not null } start
        && (start.Level != LogLevel.Unknown || line[0] == '{');
}
