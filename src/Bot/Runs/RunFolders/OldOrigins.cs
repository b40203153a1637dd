using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Runs;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Handles rows that were written before their origin was stored. They may come from a fork's branch called <c>main</c>, so none of them counts. If one would
/// be needed, GitHub is asked once where its commit comes from.
/// </summary>
internal sealed class OldOrigins(RunStore runs, Ledger ledger, ActionsClient actions, RepositoriesClient repositories, OriginReader origins, IDatabase database)
{
    /// <summary>How many are settled at once; the rest are settled the next time they are needed.</summary>
    private const int Most = 20;

    public async Task SettleBranchAsync(RepositoryRef repository, string branch, int most, CancellationToken cancel) =>
        await SettleAsync(repository, await runs.UnsettledAsync(repository.Id, branch, Math.Min(most, Most), cancel), cancel);

    public async Task SettleIssueAsync(RepositoryRef repository, int issue, CancellationToken cancel) =>
        await SettleAsync(repository, await ledger.UnsettledAsync(repository.Id, issue, Most, cancel), cancel);

    private async Task SettleAsync(RepositoryRef repository, IReadOnlyList<CommitSha> commits, CancellationToken cancel)
    {
        if (commits.Count == 0)
            return;
        var about = await repositories.GetAsync(repository, cancel);
        foreach (var sha in commits)
        {
            var reading = await origins.ReadAsync(repository, about, sha, await actions.RunsOfAsync(repository, sha, cancel), cancel);
            await database.WriteAsync(async session =>
            {
                await RunStore.SettleAsync(session, repository.Id, sha, reading.Origin);
                await Ledger.SettleAsync(session, repository.Id, sha, reading.Origin);
            }, cancel);
        }
    }
}
