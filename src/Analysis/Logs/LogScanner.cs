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

    private JobLogScanner? _job;
    private PlatformLogScanner? _platform;

    public void Feed(string line)
    {
        var text = line.Length <= MaxLine ? line : line[..MaxLine];
        if (_job is null && _platform is null)
        {
            if (JobLogScanner.IsStamped(text) || source.EndsWith(RunnerOutput, StringComparison.Ordinal))
                _job = new JobLogScanner(source, failedTests);
            else
                _platform = new PlatformLogScanner(source);
        }
        _job?.Feed(text);
        _platform?.Feed(text);
    }

    /// <summary>The job log, when a job wrote it.</summary>
    public JobLog? Job => _job?.Finish();

    /// <summary>The platform log, when the platform wrote it.</summary>
    public PlatformLog? Platform => _platform?.Finish();
}
