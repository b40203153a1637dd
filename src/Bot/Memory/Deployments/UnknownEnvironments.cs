using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Deployments;

/// <summary>An environment that was deployed to but is not in the repository's settings.</summary>
/// <param name="Name">As GitHub last spelled it.</param>
public sealed record UnknownEnvironment(RepositoryName RepositoryName, string Name, long Deployment, CommitSha Sha, DateTimeOffset First, DateTimeOffset Last);

/// <summary>Environments that the settings do not mention: each is reported once, and shown until the settings name it.</summary>
internal sealed class UnknownEnvironments(IDatabase database, TimeProvider time) : IRetained
{
    /// <summary>Each pull request's preview may come with its own environment.</summary>
    private const int Most = 50;

    /// <returns>Whether it is newly recorded as unknown.</returns>
    public Task<bool> PutAsync(RepositoryId repository, string environment, long deployment, CommitSha sha, CancellationToken cancel) =>
        database.WriteAsync(async session =>
    {
        var arguments = new { repository, key = EnvironmentNames.KeyOf(environment), environment, deployment, sha, now = time.GetUtcNow() };
        if (await session.ExecuteAsync("""
            insert into unknown_environments (repository, key, name, deployment, sha, first_at, last_at) values (@repository, @key, @environment, @deployment, @sha, @now, @now)
            on conflict (repository, key) do nothing
            """, arguments) > 0)
            return true;
        await session.ExecuteAsync("""
            update unknown_environments set name = @environment, deployment = @deployment, sha = @sha, last_at = @now where repository = @repository and key = @key
            """, arguments);
        return false;
    }, cancel);

    /// <summary>The settings now name it.</summary>
    public Task RemoveAsync(RepositoryId repository, string environment, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from unknown_environments where repository = @repository and key = @key",
            new { repository, key = EnvironmentNames.KeyOf(environment) }), cancel);

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from unknown_environments where last_at < @before", new { before }), cancel);

    /// <summary>Most recently deployed to first.</summary>
    public Task<IReadOnlyList<UnknownEnvironment>> ListAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<UnknownEnvironment>("""
            select p.name as repositoryname, u.name, deployment, sha, first_at as first, last_at as last from unknown_environments u join repositories p on p.id = u.repository
            order by last_at desc, p.name, key limit @Most
            """, new { Most }), cancel);
}
