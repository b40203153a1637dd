using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Runs.Fetching;

namespace Whybot.Runs.Analyzing;

/// <summary>
/// Has a run's folder analyzed. Which tests failed, and which change is suspected, is known only then, and results are parsed only in the separate process: so
/// what would help after that is fetched, and the folder is analyzed once more. First come files of the repository, which may change the suspects, then the
/// suspects' pull requests and checks.
/// </summary>
internal sealed class SourcedAnalysis(FolderAnalysis analysis, SourceFetcher sources, SuspectFetcher suspects)
{
    /// <param name="sha">The tested commit.</param>
    public async Task<AnalysisOutput> RunAsync(RepositoryRef repository, CommitSha sha, string folder, CancellationToken cancel) =>
        await AgainAsync(await analysis.RunAsync(folder, cancel), repository, sha, folder, cancel);

    /// <param name="first">What was found without them. It stays if a later analysis fails.</param>
    public async Task<AnalysisOutput> AgainAsync(AnalysisOutput first, RepositoryRef repository, CommitSha sha, string folder, CancellationToken cancel)
    {
        var output = first;
        if (output.Drafts?.Wanted is { } wanted && await sources.FetchAsync(repository, sha, wanted, folder, cancel))
            output = await BetterAsync(output, folder, cancel);
        if (output.Drafts is { Suspected: [_, ..] suspected } && await suspects.FetchAsync(repository, suspected, folder, cancel))
            output = await BetterAsync(output, folder, cancel);
        return output;
    }

    private async Task<AnalysisOutput> BetterAsync(AnalysisOutput earlier, string folder, CancellationToken cancel) =>
        await analysis.RunAsync(folder, cancel) is { Drafts: not null } later ? later : earlier;
}
