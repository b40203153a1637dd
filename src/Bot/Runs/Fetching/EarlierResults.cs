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
    public const long MostArtifact = 16L * 1024 * 1024;

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
            var (inputs, before) = (new FetchedInputs(), new List<Artifact>());
            var reader = new ArtifactReader(folder, own, inputs);
            foreach (var run in runs.OrderBy(r => r.Id))
            {
                if (!budget.Take())
                    return null;
                var (last, earlier) = ArtifactAttempts.Of(await actions.ArtifactsAsync(repository, run.Id, cancel), run);
                before.AddRange(earlier.Where(a => a.SizeInBytes <= MostArtifact));
                foreach (var artifact in last.Where(a => !a.Expired))
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
            return inputs.Unread.Count > 0 ? []
                : [.. Stored(folder), .. await BeforeAsync(repository, before, Path.Combine(folder, ".before"), budget, cancel)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Results of earlier attempts prove a flake; what the budget does not allow is left out.</summary>
    private async Task<IEnumerable<StoredResult>> BeforeAsync(RepositoryRef repository, List<Artifact> some, string folder, HistoryBudget budget,
        CancellationToken cancel)
    {
        var (inputs, reader) = (new FetchedInputs(), new ArtifactReader(folder, own, new FetchedInputs()));
        Directory.CreateDirectory(folder);
        foreach (var artifact in some.TakeWhile(a => budget.Take(a.SizeInBytes)))
            await artifacts.FetchAsync(repository, artifact, reader, folder, inputs, cancel);
        reader.Name();
        return Stored(folder).Select(r => r with { File = StoredResult.OfEarlierAttempt + r.File });
    }

    private static IReadOnlyList<StoredResult> Stored(string folder) => Path.Combine(folder, "results") is var results && Directory.Exists(results)
        ? [.. Directory.EnumerateFiles(results).Order(StringComparer.Ordinal).Select(f => new StoredResult(Path.GetFileName(f), File.ReadAllBytes(f)))] : [];
}
