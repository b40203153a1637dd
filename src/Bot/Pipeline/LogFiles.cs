using Whybot.Analysis.Logs;

namespace Whybot.Pipeline;

/// <summary>Scans the logs, streaming.</summary>
internal static class LogFiles
{
    public static IReadOnlyList<LogScanner> Read(RunFolder folder, IReadOnlyCollection<string> failed, IProgress<string> progress)
    {
        var scanners = new List<LogScanner>();
        foreach (var source in folder.Files("logs"))
        {
            progress.Report(source);
            using var stream = folder.Open(source);
            if (stream is null)
                continue;
            using var reader = new BoundedLineReader(stream);
            var scanner = new LogScanner(source, failed);
            while (reader.ReadLine() is { } line)
                scanner.Feed(line);
            scanners.Add(scanner);
        }
        return scanners;
    }
}
