using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads earlier runs: <c>history/NN/run.json</c> and <c>history/NN/results</c>, oldest first.</summary>
internal static class HistoryFolder
{
    private const int MostRuns = 50;

    /// <summary>Of how many runs, the newest, the logs are read for results.</summary>
    private const int MostLogged = 5;

    /// <param name="logs">Whether to read the results in the logs too: this run's own are from logs.</param>
    public static RunHistory Read(RunFolder folder, bool logs)
    {
        var folders = folder.Folders("history");
        var known = folders.Skip(Math.Max(0, folders.Count - MostRuns)).ToList();
        var runs = known.Select((f, i) => Run(folder, f, logs && i >= known.Count - MostLogged)).OfType<HistoricRun>().ToList();
        return new RunHistory([.. runs.Where(r => r.Attempt is null)]) { Attempts = [.. runs.Where(r => r.Attempt is not null)] };
    }

    private static IReadOnlyList<ResultFile> Results(RunFolder folder, string path, bool logs)
    {
        var files = ResultFiles.Read(folder, $"{path}/results");
        return ResultSet.Of(files.Count > 0 || !logs ? files : [.. ConsoleLogs.Read(folder, alsoPassed: true, $"{path}/logs")]).Files;
    }

    private static HistoricRun? Run(RunFolder folder, string path, bool logs)
    {
        using var about = folder.Json($"{path}/run.json");
        var attempt = about?.RootElement.Integer("attempt") is { } number && about.RootElement.Integer("latest") is { } latest
            ? new RunAttempt(number, latest) : null;
        var results = Results(folder, path, logs || attempt is not null);
        folder.Warnings.AddRange(results.SelectMany(r => r.Problems).Select(p => p.ToString()));
        if (results.Count == 0)
            return null;
        var tests = new Dictionary<string, PastOutcome>(StringComparer.Ordinal);
        foreach (var test in results.SelectMany(r => r.Cases))
            tests[test.Id] = new PastOutcome(test.Outcome, test.Seconds, test.Failure is null ? null : Signature.Of(test.Failure), test.Suite,
                test.Source, test.Line)
            { Flaky = test.Flaky };
        return new HistoricRun(Path.GetFileName(path), new CommitSha(about?.RootElement.Text("sha") ?? ""), about?.RootElement.Time("deployedAt")
            ?? about?.RootElement.Time("createdAt"), tests)
        {
            Branch = about?.RootElement.Text("branch"),
            Attempt = attempt,
            Unread = results.Any(r => r.Problems.Count > 0),
        };
    }
}
