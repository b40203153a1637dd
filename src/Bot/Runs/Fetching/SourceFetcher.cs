using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Queue;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches files of the repository at the tested commit into a run's folder, <c>sources/PATH</c>: those that the analysis wants, within
/// <see cref="SourceBudget"/>. Whatever goes wrong, the run is explained without them.
/// </summary>
internal sealed partial class SourceFetcher(CommitFiles commits, ConfiguredSecrets own, EvidenceSettings settings, ILogger<SourceFetcher> logger)
{
    /// <returns>Whether there is anything new in the folder, so that it should be analyzed again.</returns>
    public async Task<bool> FetchAsync(RepositoryRef repository, CommitSha sha, WantedSources wanted, string folder, CancellationToken cancel)
    {
        if (settings.Sources <= 0)
            return false;
        var written = 0;
        try
        {
            if (await commits.TreeAsync(repository, sha, cancel) is not { } tree)
                return Without(folder, sha, "GitHub lists no files of it");
            // Names that differ only in case are one file on some systems.
            var safe = tree.Files.Where(f => SourcePaths.IsSafe(f.Path)).DistinctBy(f => f.Path, StringComparer.OrdinalIgnoreCase);
            var chosen = wanted.Choose([.. safe.Select(f => new RepositoryFile(f.Path, f.Size))], SourceBudget.Limits(settings.Sources));
            if (chosen.Count > 0 && tree.IsCut)
                WarningsFile.Add(folder, $"the repository has more files than GitHub lists ({tree.Files.Count:N0}), so some that would help to tell which "
                    + "change did it may not have been read");
            foreach (var some in SourceBudget.Queries(chosen))
            {
                var (texts, problem) = await commits.TextsAsync(repository, sha, [.. some.Select(f => f.Path)], cancel);
                foreach (var (path, text) in texts)
                {
                    await SourceFiles.WriteAsync(folder, path, text, own, cancel);
                    written++;
                }
                if (problem is not null)
                    return Without(folder, sha, problem);
            }
            Fetched(written, chosen.Count, tree.Files.Count);
            return written > 0;
        }
        catch (Exception failure) when (failure is GitHubException or GitHubUnreachableException or RetryLaterException or IOException
            or UnauthorizedAccessException)
        {
            return Without(folder, sha, failure.Message);
        }
    }

    private bool Without(string folder, CommitSha sha, string why)
    {
        NotFetched(sha, why);
        WarningsFile.Add(folder, $"files of {sha.Short} could not be read, so which change did it is told from the changes alone ({why})");
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Written} sources of {Chosen} that are wanted; the repository has {Files} files")]
    private partial void Fetched(int written, int chosen, int files);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sources of {Sha} could not be fetched: {Why}")]
    private partial void NotFetched(CommitSha sha, string why);
}
