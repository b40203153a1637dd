using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.RepositoryNames;

/// <summary>A repository whose data was removed.</summary>
/// <param name="Names">Its former names, in lower case, except names that another repository has now.</param>
internal sealed record RemovedRepository(RepositoryName Name, IReadOnlyList<RepositoryName> Names);

/// <summary>
/// Repositories that the App was removed from, or that were deleted. What is known about them is kept for a while, since people reinstall what they removed by
/// mistake and restore what they deleted.
/// </summary>
internal sealed class ForgottenRepositories(IDatabase database)
{
    /// <summary>Events that were in flight when the App was removed may still arrive.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>The known repositories of an installation.</summary>
    public static Task<IReadOnlyList<RepositoryRef>> OfInstallationAsync(Session session, long installation) =>
        Repositories.InAsync(session, "select id from repositories where installation = @installation", new { installation });

    public static Task MarkAsync(Session session, RepositoryId repository, DateTimeOffset now) => session.ExecuteAsync("""
        insert into forgotten_repositories (repository, forgotten_at) values (@repository, @now) on conflict (repository) do nothing
        """, new { repository, now });

    /// <returns>Whether it had been marked.</returns>
    public static async Task<bool> UnmarkAsync(Session session, RepositoryId repository) =>
        await session.ExecuteAsync("delete from forgotten_repositories where repository = @repository", new { repository }) > 0;

    /// <summary>
    /// Removes what is known about repositories that the App left before a given time. If something was done for one since, it has the App again, even though
    /// the event was missed, so it is kept.
    /// </summary>
    /// <returns>The repositories whose data was removed.</returns>
    public Task<IReadOnlyList<RemovedRepository>> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync<IReadOnlyList<RemovedRepository>>(async session =>
        {
            await session.ExecuteAsync("""
                delete from forgotten_repositories where
                    exists (select 1 from runs r where r.repository = forgotten_repositories.repository and r.opened_at > forgotten_at + @late)
                    or exists (select 1 from deployment_runs d where d.repository = forgotten_repositories.repository and d.opened_at > forgotten_at + @late)
                """, new { late = (long)Late.TotalMilliseconds });
            var removed = new List<RemovedRepository>();
            foreach (var repository in await Repositories.InAsync(session,
                "select repository from forgotten_repositories where forgotten_at < @before", new { before }))
            {
                removed.Add(new RemovedRepository(repository.FullName,
                    await session.QueryAsync<RepositoryName>("select name from repository_names where repository = @Id order by name", new { repository.Id })));
                await RepositoryKeys.RemoveAsync(session, repository.Id);
            }
            return removed;
        }, cancel);
}
