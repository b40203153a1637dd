using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Memory.Runs;

namespace Whybot.Runs.Fetching;

/// <summary>Reads the result files of earlier workflow runs from their artifacts, in the same way as a run's own.</summary>
internal sealed class EarlierResults(ActionsClient actions, ArtifactFetcher artifacts, ConfiguredSecrets own)
{
    /// <summary>Larger artifacts are mostly what was built; result files alone are seldom so large.</summary>
    private const long MostArtifact = 16L * 1024 * 1024;

    /// <param name="runs">All of one commit.</param>
    /// <param name="folder">Holds the files while they are read; it is removed afterwards.</param>
    /// <returns>
    /// Null if the budget does not suffice for all of them, and none if some cannot be read: results of half a run would say that the rest did not run.
    /// </returns>
    public async Task<IReadOnlyList<StoredResult>?> ReadAsync(RepositoryRef repository, IReadOnlyList<WorkflowRun> runs, string folder, HistoryBudget budget,
        CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        try
        {
            var inputs = new FetchedInputs();
            var reader = new ArtifactReader(folder, own, inputs);
            foreach (var run in runs.OrderBy(r => r.Id))
            {
                if (!budget.Take())
                    return null;
                foreach (var artifact in (await actions.ArtifactsAsync(repository, run.Id, cancel)).Where(a => !a.Expired))
                {
                    var isLarge = artifact.SizeInBytes > MostArtifact;
                    if (!budget.Take(isLarge ? LargeArtifact.End : artifact.SizeInBytes))
                        return null;
                    if (isLarge && await artifacts.MayHoldResultsAsync(repository, artifact, cancel))
                        return [];
                    if (!isLarge)
                        await artifacts.FetchAsync(repository, artifact, reader, folder, inputs, cancel);
                }
            }
            reader.Name();
            var results = Path.Combine(folder, "results");
            return inputs.Unread.Count > 0 || !Directory.Exists(results) ? []
                : [.. Directory.EnumerateFiles(results).Order(StringComparer.Ordinal).Select(f => new StoredResult(Path.GetFileName(f), File.ReadAllBytes(f)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
