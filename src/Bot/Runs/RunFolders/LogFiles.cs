using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Runs.RunFolders;

/// <summary>Scans the logs as streams.</summary>
internal static class LogFiles
{
    public const string Below = "logs";

    /// <summary>
    /// The logs to read. A run's ZIP file has logs for jobs and for steps; the jobs' logs include the steps', so each line is read only once.
    /// </summary>
    /// <param name="below">The folder of the logs.</param>
    public static IReadOnlyList<string> Sources(RunFolder folder, string below = Below)
    {
        var all = folder.Files(below);
        var repeated = LogNames.Repeated(all);
        return [.. all.Where(s => !repeated.Contains(s))];
    }

    public static LogsReading Read(RunFolder folder, IReadOnlyCollection<string> failed, IProgress<string> progress)
    {
        var scanners = new List<LogScanner>();
        var problems = new List<InputProblem>();
        foreach (var source in Sources(folder))
        {
            progress.Report(source);
            using var stream = folder.OpenOrSay(source, long.MaxValue, out var problem);
            problem ??= stream is null ? "cannot be opened" : WhyNotText(stream) is { } reason ? $"the log is {reason}" : null;
            if (stream is null || problem is not null)
            {
                problems.Add(new InputProblem(source, null, ReadExtent.None, problem!));
                continue;
            }
            using var reader = new BoundedLineReader(stream);
            var scanner = new LogScanner(source, failed);
            while (reader.ReadLine() is { } line)
                scanner.Feed(line);
            scanners.Add(scanner);
            if (scanner.Unused is { } unused)
                folder.Warnings.Add($"{source}: {unused}");
        }
        return new LogsReading([.. scanners.Select(s => s.Job).OfType<JobLog>()], [.. scanners.Select(s => s.Platform).OfType<PlatformLog>()], problems);
    }

    /// <summary>Null if it is text.</summary>
    public static string? WhyNotText(Stream stream)
    {
        var head = new byte[TextEncoding.Head];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return TextEncoding.WhyNotText(head.AsSpan(0, length));
    }
}

/// <param name="Problems">Logs that could not be read at all.</param>
internal sealed record LogsReading(IReadOnlyList<JobLog> Jobs, IReadOnlyList<PlatformLog> Platforms, IReadOnlyList<InputProblem> Problems);
