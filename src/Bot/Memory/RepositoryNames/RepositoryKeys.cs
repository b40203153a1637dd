using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.RepositoryNames;

/// <summary>The tables that store something about repositories, and what to do in all of them when a repository's id changes or it is removed.</summary>
internal static class RepositoryKeys
{
    /// <summary>
    /// Every table with a repository in it, and which other columns form its unique key; dependent rows are removed along with its rows. Deliveries are removed
    /// by age.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Tables = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["jobs"] = ["key"],
        ["runs"] = ["sha"],
        ["deployments"] = ["deployment"],
        ["effects"] = ["kind", "target"],
        ["causes"] = ["cluster"],
        ["sightings"] = ["cluster", "sha"],
        ["deployment_runs"] = ["deployment", "environment"],
        ["environments"] = ["environment_key"],
        ["dossiers"] = ["cluster"],
        ["mentions"] = ["thread", "cluster"],
        ["rulings"] = ["key", "cluster", "kind", "value"],
        ["reruns"] = ["key"],
        ["issue_care"] = ["issue"],
        ["rules"] = ["issue", "line"],
        ["rule_uses"] = ["rule", "subject"],
        ["contradictions"] = ["issue", "sha", "place"],
        ["reports"] = ["run"],
        ["findings"] = ["thread", "cluster"],
        ["unknown_environments"] = ["key"],
        ["write_slots"] = ["at"],
        ["stranger_comments"] = ["comment"],
        ["forgotten_repositories"] = [],
    };

    /// <summary>Tables that the database does not update along with the repository's id.</summary>
    private static readonly string[] WithoutReference = ["write_slots", "stranger_comments"];

    /// <summary>
    /// Moves everything stored under one id to another. If the other id already has a corresponding row, that row is newer and stays: the only ids that are
    /// still moved are those from before the store had GitHub's. A holder of one of the repository's jobs loses it to the next instance that takes it, under
    /// the new id.
    /// </summary>
    public static async Task ChangeAsync(Session session, RepositoryId from, RepositoryId to)
    {
        if (from == to)
            return;
        var ids = new { from, to };
        await session.ExecuteAsync(
            "update jobs set state = 'pending', fence = fence + 1, leased_until = null where repository = @from and state = 'running'", ids);
        if (await session.FirstAsync<long>("select count(*) from repositories where id = @to", ids) == 0)
        {
            await session.ExecuteAsync("update repositories set id = @to where id = @from", ids);
            foreach (var table in WithoutReference)
                await session.ExecuteAsync($"update {table} set repository = @to where repository = @from", ids);
            return;
        }
        await JoinCausesAsync(session, from, to);
        foreach (var (table, unique) in Tables)
        {
            var same = string.Concat(unique.Select(column => $" and o.{column} = {table}.{column}"));
            await session.ExecuteAsync(
                $"delete from {table} where repository = @from and exists (select 1 from {table} o where o.repository = @to{same})", ids);
            await session.ExecuteAsync($"update {table} set repository = @to where repository = @from", ids);
        }
        await CauseFigures.OfRepositoryAsync(session, to);
        await session.ExecuteAsync("update repository_names set repository = @to where repository = @from", ids);
        await session.ExecuteAsync("delete from repositories where id = @from", ids);
    }

    /// <summary>Forgets a repository, with its names.</summary>
    public static async Task RemoveAsync(Session session, RepositoryId repository)
    {
        foreach (var table in Tables.Keys)
            await session.ExecuteAsync($"delete from {table} where repository = @repository", new { repository });
        await session.ExecuteAsync("delete from repositories where id = @repository", new { repository });
    }

    /// <summary>A cause that is known under both ids keeps its issue, so that it does not get a second one, and the time when it was first seen.</summary>
    private static Task JoinCausesAsync(Session session, RepositoryId from, RepositoryId to) => session.ExecuteAsync("""
        update causes set
            issue = coalesce(issue, (select o.issue from causes o where o.repository = @from and o.cluster = causes.cluster)),
            first_sha = (select case when o.first_at > 0 and o.first_at < causes.first_at then o.first_sha else causes.first_sha end
                from causes o where o.repository = @from and o.cluster = causes.cluster),
            first_at = (select case when o.first_at > 0 and o.first_at < causes.first_at then o.first_at else causes.first_at end
                from causes o where o.repository = @from and o.cluster = causes.cluster)
        where repository = @to and exists (select 1 from causes o where o.repository = @from and o.cluster = causes.cluster)
        """, new { from, to });
}
