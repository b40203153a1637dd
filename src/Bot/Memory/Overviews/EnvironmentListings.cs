using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;

namespace Whybot.Memory.Overviews;

/// <summary>Reads how environments and default branches are doing, for all repositories that the bot knows.</summary>
internal sealed class EnvironmentListings(IDatabase database)
{
    /// <summary>Runs of the environment of <c>x</c>; what follows is another condition.</summary>
    private const string RunsOf = "from deployment_runs r where r.repository = x.repository and r.environment_key = x.environment_key";

    /// <summary>All environments that have a run, by the repository's name.</summary>
    public Task<IReadOnlyList<EnvironmentRow>> AllAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<EnvironmentRow>($"""
            select y.repository, p.name as repository_name, y.environment_key, y.newest, y.decided, d.decision as decision_word,
                (select f.opened_at from deployment_runs f where f.repository = y.repository and f.environment_key = y.environment_key and f.decision is not null
                    and f.id > y.good order by f.id limit 1) as since_at
            from (select x.repository, x.environment_key,
                (select r.id {RunsOf} order by r.id desc limit 1) as newest,
                (select r.id {RunsOf} and r.decision is not null order by r.id desc limit 1) as decided,
                coalesce((select r.id {RunsOf} and r.decision = 'go' order by r.id desc limit 1), 0) as good from environments x) y
            join repositories p on p.id = y.repository left join deployment_runs d on d.id = y.decided
            where y.newest is not null order by p.name, y.environment_key
            """), cancel);

    /// <summary>The newest analyzed checks of each repository's default branch that are not go, newest first.</summary>
    public Task<IReadOnlyList<BranchRow>> FailingBranchesAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<BranchRow>("""
            select b.id as run, b.repository, b.repository_name, b.branch, b.sha, b.decision as decision_word, b.opened_at from
                (select r.id, r.repository, p.name as repository_name, coalesce(r.branch, '') as branch, r.sha, r.decision, r.opened_at
                from repositories p join runs r on r.id = (select n.id from runs n where n.repository = p.id and n.origin = 'default-branch' and n.state = 'analysed'
                    and n.decision is not null order by n.id desc limit 1)) b
            where b.decision is not null and b.decision <> 'go' and b.decision <> 'void' order by b.id desc
            """), cancel);

    /// <param name="ids">Of runs.</param>
    public Task<IReadOnlyDictionary<long, DeploymentRun>> RunsAsync(IEnumerable<long> ids, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyDictionary<long, DeploymentRun>>(async session => ids.Distinct().ToList() is { Count: > 0 } some
            ? (await session.QueryAsync<DeploymentRun>($"select {DeploymentRuns.Columns} from deployment_runs where id in ({string.Join(',', some)})"))
                .ToDictionary(r => r.Id)
            : new Dictionary<long, DeploymentRun>(), cancel);

    /// <summary>The last runs of each of the environments, newest first.</summary>
    public Task<IReadOnlyList<IReadOnlyList<RunPoint>>> PointsAsync(IReadOnlyList<EnvironmentRow> environments, int most, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<IReadOnlyList<RunPoint>>>(async session =>
        {
            var points = new List<IReadOnlyList<RunPoint>>();
            foreach (var environment in environments)
                points.Add(await session.QueryAsync<RunPoint>("""
                    select id, sha, state, decision as decision_word, counts, cast(case when accepted is null then 0 else 1 end as bigint) as accepted, opened_at from deployment_runs
                    where repository = @Repository and environment_key = @EnvironmentKey order by id desc limit @most
                    """, new { environment.Repository, environment.EnvironmentKey, most }));
            return points;
        }, cancel);

    /// <summary>An environment's runs, newest first.</summary>
    public Task<IReadOnlyList<DeploymentRun>> RunsAsync(RepositoryId repository, string environment, int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {DeploymentRuns.Columns} from deployment_runs where repository = @repository and environment_key = @key order by id desc limit @most offset @offset
            """, new { repository, key = EnvironmentNames.KeyOf(environment), most, offset }), cancel);

    /// <summary>The newest run of a commit in an environment; null if none.</summary>
    public Task<long?> RunAtAsync(RepositoryId repository, string environment, CommitSha sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long?>(
            "select max(id) from deployment_runs where repository = @repository and environment_key = @key and sha = @sha",
            new { repository, key = EnvironmentNames.KeyOf(environment), sha }), cancel);
}
