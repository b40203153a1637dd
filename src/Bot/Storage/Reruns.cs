using Whybot.Commands;

namespace Whybot.Storage;

/// <summary>What people had run again, by commit.</summary>
internal sealed class Reruns(IDatabase database, TimeProvider time)
{
    /// <returns>False when this very command has done it already.</returns>
    public async Task<bool> PutAsync(Session session, CommandContext context, string sha) =>
        await session.ExecuteAsync("""
            insert into reruns (repository, key, sha, login, at) values (@FullName, @Key, @sha, @Login, @now) on conflict (repository, key) do nothing
            """, new { context.Repository.FullName, context.Key, sha, context.Login, now = time.GetUtcNow().ToUnixTimeMilliseconds() }) > 0;

    public Task<long> CountAsync(string repository, string sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long>("select count(*) from reruns where repository = @repository and sha = @sha", new { repository, sha }), cancel);
}
