using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;

namespace Whybot.Foundation.GitHub;

/// <summary>Learns a repository's id and name from GitHub's answers.</summary>
internal interface IRepositoryNames
{
    /// <param name="asked">The repository as it was requested.</param>
    /// <param name="id">The id in GitHub's answer; likewise the name.</param>
    /// <exception cref="RetryLaterException">It has a different id or name than requested: that is now stored, and the caller starts over.</exception>
    Task LearnAsync(RepositoryRef asked, RepositoryId id, RepositoryName fullName, CancellationToken cancel);
}
