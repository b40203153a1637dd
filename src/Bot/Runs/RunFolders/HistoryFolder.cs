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

    public static RunHistory Read(RunFolder folder)
    {
        var folders = folder.Folders("history");
        return new RunHistory([.. folders.Skip(Math.Max(0, folders.Count - MostRuns)).Select(f => Run(folder, f)).OfType<HistoricRun>()]);
    }

    private static HistoricRun? Run(RunFolder folder, string path)
    {
        using var about = folder.Json($"{path}/run.json");
        var results = ResultSet.Of(ResultFiles.Read(folder, $"{path}/results")).Files;
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
            Unread = results.Any(r => r.Problems.Count > 0),
        };
    }
}
