using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Runs.Fetching;

namespace Whybot.Runs.Analyzing;

/// <summary>
/// Has a run's folder analyzed. Which tests failed, and whether it matters which change did it, is known only then, and results are parsed only in the separate
/// process: so if files of the repository would help, they are fetched after that, and the folder is analyzed once more.
/// </summary>
internal sealed class SourcedAnalysis(FolderAnalysis analysis, SourceFetcher sources)
{
    /// <param name="sha">The tested commit.</param>
    public async Task<AnalysisOutput> RunAsync(RepositoryRef repository, CommitSha sha, string folder, CancellationToken cancel) =>
        await AgainAsync(await analysis.RunAsync(folder, cancel), repository, sha, folder, cancel);

    /// <param name="first">What was found without files of the repository. It stays if the second analysis fails.</param>
    public async Task<AnalysisOutput> AgainAsync(AnalysisOutput first, RepositoryRef repository, CommitSha sha, string folder, CancellationToken cancel) =>
        first.Drafts?.Wanted is { } wanted && await sources.FetchAsync(repository, sha, wanted, folder, cancel)
            && await analysis.RunAsync(folder, cancel) is { Drafts: not null } second ? second : first;
}
