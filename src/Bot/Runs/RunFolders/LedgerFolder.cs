using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Identity;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;

namespace Whybot.Runs.RunFolders;

/// <summary>Writes what the bot knows about causes, and what people have ruled about them, into a run's folder.</summary>
internal sealed class LedgerFolder(Ledger ledger, CauseExplanations explanations, Rulings rulings, RuleStore rules, RuleRecords records)
{
    /// <summary>If there are more causes with an issue, only those seen most recently are watched, and recognized by their other signatures.</summary>
    private const int MostRead = 500;

    /// <param name="place">The environment or branch that the run is about: causes seen there are watched; null if none.</param>
    public async Task WriteAsync(RepositoryId repository, string? place, string folder, CancellationToken cancel)
    {
        var filed = (await ledger.FiledAsync(repository, cancel)).ToDictionary(c => c.Cluster, c => (int)c.Issue!.Value);
        var ruled = Rulings.ByCluster(await rulings.StandingAsync(repository, cancel));
        var seen = await explanations.FiledAsync(repository, MostRead, cancel);
        var watched = seen.Where(c => place is not null && EnvironmentNames.Comparer.Equals(c.Place, place) && c.About.CanBeCleared)
            .ToDictionary(c => c.Cluster, c => c.About.AsPast);
        var signatures = seen.ToDictionary(c => c.Cluster, c => c.About.Signatures);
        var flipped = (await ledger.FlippedAsync(repository, cancel)).ToDictionary(f => f.Cluster, f => (int)f.Times);
        new LedgerFile([.. filed.Keys.Union(ruled.Keys).Union(flipped.Keys).OrderBy(c => c.Value, StringComparer.Ordinal)
            .Select(c => new LedgerCause(c, filed.TryGetValue(c, out var issue) ? issue : null, ruled.GetValueOrDefault(c), watched.GetValueOrDefault(c),
            flipped.GetValueOrDefault(c)) { Signatures = signatures.GetValueOrDefault(c, []) })],
            [.. (await records.OfAsync(repository, cancel)).Where(r => r.IsDoubted).Select(r => r.Rule)])
        {
            Rules = [.. (await rules.OfAsync(repository, cancel)).Select(r => new LedgerRule(r.Issue, r.Block))],
        }.Write(folder);
    }
}
