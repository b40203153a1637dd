using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches the pull requests of the changes that a report suspects, and the checks of those that it names, into a run's folder. Of all other changes nobody
/// reads them, and each costs a request. Whatever goes wrong, the run is explained without them, and the report says that they are not known.
/// </summary>
internal sealed partial class SuspectFetcher(AnswerFetcher answers, ILogger<SuspectFetcher> logger)
{
    /// <summary>How many changes are looked at; a report of many causes may name more.</summary>
    private const int Most = 6;

    /// <returns>Whether there is anything new in the folder, so that it should be analyzed again.</returns>
    public async Task<bool> FetchAsync(RepositoryRef repository, IReadOnlyList<SuspectedCommit> suspects, string folder, CancellationToken cancel)
    {
        var recorded = new RecordedAnswers(new RunFolder(folder), repository.FullName);
        var found = false;
        foreach (var suspect in suspects.Take(Most))
            try
            {
                found |= await answers.PullsAsync(repository, folder, suspect.Sha, cancel) && recorded.Pull(suspect.Sha) is not null;
                if (!suspect.Named)
                    continue;
                // A change that was squashed has other checks than its pull request.
                var head = recorded.Pull(suspect.Sha)?.HeadSha ?? suspect.Sha;
                found |= await answers.ChecksAsync(repository, folder, head, cancel) && recorded.Checks(head).Count > 0;
                if (recorded.Checks(head).Count == 0)
                    found |= await answers.ChecksAsync(repository, folder, suspect.Sha, cancel) && recorded.Checks(suspect.Sha).Count > 0;
            }
            catch (Exception failure) when (failure is GitHubException or GitHubUnreachableException or RetryLaterException)
            {
                NotFetched(suspect.Sha, failure.Message);
                break;
            }
        return found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pull request and checks of {Sha} could not be fetched: {Why}")]
    private partial void NotFetched(CommitSha sha, string why);
}
