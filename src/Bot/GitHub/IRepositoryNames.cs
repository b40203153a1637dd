namespace Whybot.GitHub;

/// <summary>Told what GitHub answers a repository is.</summary>
internal interface IRepositoryNames
{
    /// <param name="asked">As it was asked for.</param>
    /// <param name="id">As GitHub answers; so with the name.</param>
    /// <exception cref="Queue.NotYetException">It has another id or name than it was asked for: that is stored, and whoever asked begins anew.</exception>
    Task LearnAsync(RepositoryRef asked, RepositoryId id, string fullName, CancellationToken cancel);
}
