namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Reads a log line by line, in bounded memory, and determines by itself whether a job or the platform wrote it.</summary>
/// <param name="source">The log's path in the incident's folder.</param>
/// <param name="failedTests">Names of the failed tests whose sections to look for in a job log.</param>
public sealed class LogScanner(string source, IReadOnlyCollection<string> failedTests)
{
    /// <summary>How many characters of a line are looked at.</summary>
    public const int MaxLine = 8 * 1024;

    /// <summary>File name ending of a log with the output of a suite's own runner; it is read as a job's log.</summary>
    public const string RunnerOutput = ".out.txt";

    private readonly LogTimes _times = new();
    private readonly LogOpening _opening = new(source);
    private JobLogScanner? _job;
    private PlatformLogScanner? _platform;

    public void Feed(string line)
    {
        var text = line.Length <= MaxLine ? line : line[..MaxLine];
        _times.Feed(text);
        if (_job is not null)
            _job.Feed(text);
        else if (_platform is not null)
            _platform.Feed(text);
        else
        {
            _opening.Feed(text);
            Begin();
        }
    }

    /// <summary>The job log, if a job wrote it.</summary>
    public JobLog? Job
    {
        get
        {
            Close();
            return _job?.Finish() is { } log ? log with { Written = _times.Written } : null;
        }
    }

    /// <summary>The platform log, if the platform wrote it and at least one line was understood.</summary>
    public PlatformLog? Platform
    {
        get
        {
            Close();
            return _platform is { Understood: true } ? _platform.Finish() : null;
        }
    }

    /// <summary>Why nothing in it is used, in words; null if something is.</summary>
    public string? Unused
    {
        get
        {
            Close();
            return _job is not null || _platform is { Understood: true } ? null : _platform is null ? "the file is empty"
                : "not a log that is known: no line of it is a CI job's or a test runner's, and none has a service's time or level; nothing of it is used";
        }
    }

    private void Close()
    {
        if (_job is not null || _platform is not null || _opening.IsEmpty)
            return;
        _opening.Close();
        Begin();
    }

    private void Begin()
    {
        if (_opening.Kind is not { } kind)
            return;
        if (kind == LogKind.Job)
            _job = new JobLogScanner(source, failedTests);
        else
            _platform = new PlatformLogScanner(source);
        foreach (var line in _opening.TakeLines())
        {
            _job?.Feed(line);
            _platform?.Feed(line);
        }
    }
}
