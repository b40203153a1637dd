namespace Whybot.Analysis.Logs;

/// <summary>Takes a log line by line, in bounded memory, and finds out by itself whether a job or the platform wrote it.</summary>
/// <param name="source">The log's path in the incident's folder.</param>
/// <param name="failedTests">Names of the failed tests whose sections a job log is searched for.</param>
public sealed class LogScanner(string source, IReadOnlyCollection<string> failedTests)
{
    /// <summary>Characters of one line that are looked at.</summary>
    public const int MaxLine = 8 * 1024;

    /// <summary>End of the name of a log that holds what a suite's own runner printed: it is read as a job's.</summary>
    public const string RunnerOutput = ".out.txt";

    private readonly LogOpening _opening = new(source);
    private JobLogScanner? _job;
    private PlatformLogScanner? _platform;

    public void Feed(string line)
    {
        var text = line.Length <= MaxLine ? line : line[..MaxLine];
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

    /// <summary>The job log, when a job wrote it.</summary>
    public JobLog? Job
    {
        get
        {
            Close();
            return _job?.Finish();
        }
    }

    /// <summary>The platform log, when the platform wrote it and a line of it could be understood.</summary>
    public PlatformLog? Platform
    {
        get
        {
            Close();
            return _platform is { Understood: true } ? _platform.Finish() : null;
        }
    }

    /// <summary>Why nothing of it is used, in words; null where something is.</summary>
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
