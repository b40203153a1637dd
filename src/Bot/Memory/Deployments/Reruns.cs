using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Deployments;

/// <summary>What people had rerun, by commit.</summary>
internal sealed class Reruns(IDatabase database, TimeProvider time)
{
    /// <returns>False if this same command has already done it.</returns>
    /// <param name="key">The comment and the command's position in it.</param>
    public async Task<bool> PutAsync(Session session, RepositoryId repository, string key, CommitSha sha, string login) =>
        await session.ExecuteAsync("""
            insert into reruns (repository, key, sha, login, at) values (@repository, @key, @sha, @login, @now) on conflict (repository, key) do nothing
            """, new { repository, key, sha, login, now = time.GetUtcNow() }) > 0;

    public Task<long> CountAsync(RepositoryId repository, CommitSha sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long>("select count(*) from reruns where repository = @repository and sha = @sha",
            new { repository, sha }), cancel);
}
