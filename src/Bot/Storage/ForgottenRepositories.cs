namespace Whybot.Storage;

/// <summary>
/// Repositories that the App was removed from. What is known of them stays for a while, since people install again what they removed by mistake.
/// </summary>
internal sealed class ForgottenRepositories(IDatabase database)
{
    /// <summary>Every table with a repository in it, except the marks; what hangs on their rows goes with them. Deliveries are removed by age.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "jobs", "runs", "deployments", "effects", "causes", "sightings", "deployment_runs", "dossiers", "mentions", "rulings", "reruns", "issue_care", "rules",
        "rule_uses", "contradictions", "reports", "findings", "unknown_environments", "write_slots", "stranger_comments",
    ];

    /// <summary>Events that were under way when the App was removed may still come in.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>The repositories that are known of an installation.</summary>
    public static Task<IReadOnlyList<string>> OfInstallationAsync(Session session, long installation) =>
        session.QueryAsync<string>("""
            select repository from runs where installation = @installation
            union select repository from deployment_runs where installation = @installation
            """, new { installation });

    public static async Task MarkAsync(Session session, IReadOnlyList<string> repositories, DateTimeOffset now)
    {
        foreach (var repository in repositories)
            await session.ExecuteAsync("""
                insert into forgotten_repositories (repository, forgotten_at) values (@repository, @at) on conflict (repository) do nothing
                """, new { repository, at = now.ToUnixTimeMilliseconds() });
    }

    /// <returns>How many were marked.</returns>
    public static async Task<int> UnmarkAsync(Session session, IReadOnlyList<string> repositories)
    {
        var marked = 0;
        foreach (var repository in repositories)
            marked += await session.ExecuteAsync("delete from forgotten_repositories where repository = @repository", new { repository });
        return marked;
    }

    /// <summary>
    /// Removes what is known of the repositories that were left before a time. One for which something was done since has the App again, though its event
    /// was missed: it is kept.
    /// </summary>
    /// <returns>Those whose data were removed.</returns>
    public Task<IReadOnlyList<string>> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync<IReadOnlyList<string>>(async session =>
        {
            await session.ExecuteAsync("""
                delete from forgotten_repositories where
                    exists (select 1 from runs r where r.repository = forgotten_repositories.repository and r.opened_at > forgotten_at + @late)
                    or exists (select 1 from deployment_runs d where d.repository = forgotten_repositories.repository and d.opened_at > forgotten_at + @late)
                """, new { late = (long)Late.TotalMilliseconds });
            var repositories = await session.QueryAsync<string>("delete from forgotten_repositories where forgotten_at < @before returning repository",
                new { before = before.ToUnixTimeMilliseconds() });
            foreach (var repository in repositories)
                foreach (var table in Tables)
                    await session.ExecuteAsync($"delete from {table} where repository = @repository", new { repository });
            return repositories;
        }, cancel);
}
