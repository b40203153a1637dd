using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads the logs of failed jobs for reasons of their own, for runs whose result files have failing tests.</summary>
internal static class FailedJobLogs
{
    public static OtherJobs Beside(RunFolder folder, IReadOnlyList<ResultFile> results, IReadOnlyList<JobEnd> ends, IReadOnlyList<JobDifference> differences)
    {
        var names = new FailedNames(results.SelectMany(r => r.Cases).Where(c => c.Bad && !BuildStub.Is(c)));
        var failed = ends.Where(e => e is { EndedWell: false, State: not JobState.Unknown }).Select(e => e.Source).ToHashSet(StringComparer.Ordinal);
        var logs = LogFiles.Sources(folder).Where(failed.Contains).Select(s => Read(folder, s, names)).OfType<LoggedFailure>().ToList();
        return OtherJobs.Of(results, logs, ends, differences, names.IsComplete);
    }

    /// <summary>Null for a file that is not a text.</summary>
    private static LoggedFailure? Read(RunFolder folder, string source, FailedNames names)
    {
        using var stream = folder.Open(source);
        if (stream is null || LogFiles.WhyNotText(stream) is not null)
            return null;
        using var reader = new BoundedLineReader(stream);
        var results = new ConsoleResults(source);
        while (reader.ReadLine() is { } line)
        {
            if (names.IsIn(line))
                return new LoggedFailure(source, NamesFailed: true, null);
            results.Feed(line);
        }
        return new LoggedFailure(source, NamesFailed: false, results.Finish() is { } file ? OnlyFailed(file) : null);
    }

    private static ResultFile OnlyFailed(ResultFile file) => file with { Cases = [.. file.Cases.Where(c => c.Bad)], UnnamedPassed = 0, UnnamedSkipped = 0 };
}
