using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Writes earlier runs into a run's folder: those of the branch that the commit is on, or will be merged into. Only the repository's own branch counts, never
/// a fork's branch of that name. If a commit fails and the store has no results of the default branch, they are fetched from GitHub first.
/// </summary>
internal sealed class BranchHistory(RunStore runs, OldOrigins old, HistoryFetcher fetcher, EvidenceSettings settings)
{
    /// <returns>The runs, oldest first.</returns>
    public async Task<IReadOnlyList<RunRecord>> WriteAsync(RepositoryRef repository, CommitSha sha, CommitState state, string folder, CancellationToken cancel)
    {
        if (state.Origin.Line is not { } branch)
            return [];
        await old.SettleBranchAsync(repository, branch, settings.History, cancel);
        var earlier = await EarlierAsync();
        if (state.Failing && branch == state.DefaultBranch && !await HaveResultsAsync(earlier, cancel))
        {
            await fetcher.FetchAsync(repository, sha, state, folder, cancel);
            earlier = await EarlierAsync();
        }
        for (var i = 0; i < earlier.Count; i++)
        {
            var results = await runs.ResultsAsync(earlier[i].Id, cancel);
            var attempts = results.ToLookup(r => r.IsReplaced);
            foreach (var attempt in attempts.OrderByDescending(a => a.Key))
                await WriteAsync(earlier[i], attempt, $"{i + 1:00}{(attempts.Count > 1 ? attempt.Key ? "-1" : "-2" : "")}");
        }
        return earlier;

        async Task WriteAsync(RunRecord run, IEnumerable<StoredResult> results, string name)
        {
            var place = Path.Combine(folder, "history", name);
            Directory.CreateDirectory(Path.Combine(place, "results"));
            new RunFile(repository.FullName, run.Sha, branch, null, run.OpenedAt).Write(place);
            foreach (var result in results)
                await File.WriteAllBytesAsync(Path.Combine(place, "results", FileNames.Safe(result.File)), result.Content, cancel);
        }

        Task<IReadOnlyList<RunRecord>> EarlierAsync() =>
            runs.HistoryAsync(repository.Id, branch, branch == state.DefaultBranch, sha, settings.History, cancel);
    }

    private async Task<bool> HaveResultsAsync(IEnumerable<RunRecord> some, CancellationToken cancel)
    {
        foreach (var run in some)
            if (await runs.HasResultsAsync(run, cancel))
                return true;
        return false;
    }
}
