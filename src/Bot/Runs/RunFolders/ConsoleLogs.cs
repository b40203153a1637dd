using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads test results from job logs, for runs whose result files show no failure.</summary>
internal static class ConsoleLogs
{
    /// <param name="alsoPassed">Whether to read passed tests too; if there are result files, they list those.</param>
    /// <param name="below">The folder of the logs.</param>
    public static IEnumerable<ResultFile> Read(RunFolder folder, bool alsoPassed, string below = LogFiles.Below)
    {
        foreach (var source in LogFiles.Sources(folder, below))
        {
            using var stream = folder.Open(source);
            if (stream is null || LogFiles.WhyNotText(stream) is not null)
                continue;
            using var reader = new BoundedLineReader(stream);
            var results = new ConsoleResults(source);
            while (reader.ReadLine() is { } line)
                results.Feed(line);
            if (results.Finish() is not { } file)
                continue;
            if (alsoPassed)
                yield return file;
            else if (file.Cases.Where(c => c.Bad).ToList() is { Count: > 0 } bad)
                yield return file with { Cases = bad, UnnamedPassed = 0, UnnamedSkipped = 0 };
        }
    }
}
