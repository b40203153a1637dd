using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches earlier runs of the default branch from GitHub, for a failing commit that the store has nothing to compare with: at a cold start, after the store
/// was lost, or where it does not keep results. They are stored like runs that were examined, without a decision.
/// </summary>
internal sealed partial class HistoryFetcher(ActionsClient actions, RepositoriesClient repositories, EarlierResults earlier, IDatabase database,
    GitHubSettings github, EvidenceSettings settings, ILogger<HistoryFetcher> logger)
{
    /// <summary>
    /// Events whose runs test the commit itself. What was started by hand or by a deployment may have tested something else, and after a loss nobody knows
    /// which of those runs the bot started.
    /// </summary>
    private static readonly HashSet<string> Events = new(StringComparer.Ordinal) { "push", "schedule" };

    private const int EnoughWithout = 3;

    /// <param name="state">The failing commit; only runs that began before its own count.</param>
    /// <param name="folder">Holds files while they are read.</param>
    public async Task FetchAsync(RepositoryRef repository, CommitSha sha, CommitState state, string folder, CancellationToken cancel)
    {
        var budget = new HistoryBudget();
        var about = await repositories.GetAsync(repository, cancel);
        var before = state.Runs.Select(r => r.Id).DefaultIfEmpty(long.MaxValue).Min();
        budget.Take();
        var commits = (await actions.NewestOfAsync(repository, about.DefaultBranch, cancel))
            .Where(r => r.Id < before && r.HeadSha != sha && Events.Contains(r.Event) && RunSource.IsOfDefaultBranch(r, about) && r.Path != github.OwnWorkflow
                && r.Id != github.OwnRun && !Conclusions.IsVoid(r.Conclusion))
            .GroupBy(r => r.HeadSha).OrderByDescending(g => g.Max(r => r.Id)).Take(settings.History);
        var found = new List<FetchedRun>();
        foreach (var runs in commits.TakeWhile(_ => !LeaveNoResults(found)))
        {
            // A commit that was pushed over is not part of the branch's history.
            if (!budget.Take())
                break;
            if (!await repositories.HoldsAsync(repository, runs.Key, about.DefaultBranch, cancel))
                continue;
            List<WorkflowRun> latest = [.. runs.GroupBy(r => r.WorkflowId).Select(g => g.MaxBy(r => r.Id)!)];
            if (await earlier.ReadAsync(repository, latest, Path.Combine(folder, ".earlier"), budget, cancel) is not { } results)
                break;
            found.Add(new FetchedRun(runs.Key, about.DefaultBranch, latest.Min(r => r.CreatedAt),
                latest.TrueForAll(r => r.Conclusion is "success" or "neutral"), results));
        }
        await database.WriteAsync(async session =>
        {
            foreach (var run in found.AsEnumerable().Reverse())
                await RunStore.FetchedAsync(session, repository.Id, run);
        }, cancel);
        Fetched(found.Count, about.DefaultBranch, budget.Requests, budget.Bytes, budget.IsSpent);
    }

    /// <summary>Some repositories have no results in artifacts, and would be asked in vain each time; what matters there is which commit was green.</summary>
    private static bool LeaveNoResults(List<FetchedRun> found) =>
        found.Count >= EnoughWithout && found.TrueForAll(r => r.Results.Count == 0) && found.Exists(r => r.Green);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Fetched {Runs} earlier runs of {Branch}: {Requests} requests, {Bytes} bytes; left out more because of the limits: {Cut}")]
    private partial void Fetched(int runs, string branch, int requests, long bytes, bool cut);
}
