using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Memory.Deployments;

/// <summary>One run of an environment's suites against one deployment.</summary>
public sealed record DeploymentRun
{
    public required long Id { get; init; }
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required long Installation { get; init; }
    public required long Deployment { get; init; }
    public required string Environment { get; init; }
    public required CommitSha Sha { get; init; }

    /// <summary>waiting (for the services), running, rechecking, done, void.</summary>
    public required string State { get; init; }

    /// <summary><c>plan.json</c>; null until there is a plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Number of the phase that is running.</summary>
    public required long Phase { get; init; }

    /// <summary>What probes saw before and during the run, as JSON.</summary>
    public string? Looks { get; init; }

    /// <summary>The suites' results so far, as JSON.</summary>
    public string? Counts { get; init; }

    /// <summary>Why it went no further.</summary>
    public string? Note { get; init; }
    /// <summary>The decision in the word of the decision table; null before there is one.</summary>
    public string? DecisionWord { get; init; }
    public Decision? Decision => DecisionTable.Of(DecisionWord)?.Decision;
    public required long Green { get; init; }

    /// <summary>What is passed on to the next run, as JSON.</summary>
    public string? Conclusion { get; init; }

    /// <summary>Who overrode the gate, as JSON; null if nobody did.</summary>
    public string? Accepted { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    internal RepositoryRef Ref => new(Repository, Installation, RepositoryName);

    /// <summary>The mandate of a deployment's run.</summary>
    internal Mandate Mandate => Mandate.OfDeployment(Environment);

    /// <summary>The key by which the environment is found, however its name is spelled.</summary>
    public string EnvironmentKey => EnvironmentNames.KeyOf(Environment);
    public bool Ended => State is "done" or "void";
}

/// <summary>How a run ended.</summary>
internal sealed record DeploymentOutcome(Decision Decision, bool Green, string Conclusion, string Worklog);

/// <summary>Runs of environments' suites, one per deployment.</summary>
internal sealed class DeploymentRuns(IDatabase database, TimeProvider time) : IRetained
{
    internal const string Columns =
        $"id, {RepositoryColumns.Sql}, deployment, environment, sha, state, plan, phase, looks, counts, note, decision as decision_word, green, "
        + $"conclusion, accepted, opened_at, ended_at";

    private const int MostActive = 200;

    /// <summary>The deployment's run, created if there is none.</summary>
    public Task<DeploymentRun> OpenAsync(RepositoryId repository, long deployment, string environment, CommitSha sha, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            var arguments = new { repository, deployment, environment, key = EnvironmentNames.KeyOf(environment), sha, now = Now };
            await session.ExecuteAsync("""
                insert into deployment_runs (repository, deployment, environment, environment_key, sha, opened_at)
                select @repository, @deployment, @environment, @key, @sha, @now
                where not exists (select 1 from deployment_runs where repository = @repository and deployment = @deployment and environment_key = @key)
                on conflict (repository, deployment, environment) do nothing
                """, arguments);
            await session.ExecuteAsync("insert into environments (repository, environment_key) values (@repository, @key) on conflict do nothing", arguments);
            return (await session.FirstAsync<DeploymentRun>($"""
                select {Columns} from deployment_runs where repository = @repository and deployment = @deployment and environment_key = @key
                """, arguments))!;
        }, cancel);

    public Task<DeploymentRun?> FindAsync(long id, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<DeploymentRun>($"select {Columns} from deployment_runs where id = @id", new { id }), cancel);

    /// <summary>The deployment's run; null if there is none.</summary>
    public Task<DeploymentRun?> FindAsync(RepositoryId repository, long deployment, string environment, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs where repository = @repository and deployment = @deployment and environment_key = @key
            """, new { repository, deployment, key = EnvironmentNames.KeyOf(environment) }), cancel);

    /// <summary>Unfinished runs of the environment, of deployments before the given one.</summary>
    public Task<IReadOnlyList<DeploymentRun>> OpenBeforeAsync(DeploymentRun run, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs where repository = @Repository and environment_key = @EnvironmentKey and deployment < @Deployment and state not in ('done', 'void') order by id
            """, run), cancel);

    /// <summary>The newest run of each environment, by name.</summary>
    public Task<IReadOnlyList<DeploymentRun>> NewestAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs r where repository = @repository
            and deployment = (select max(o.deployment) from deployment_runs o where o.repository = r.repository and o.environment_key = r.environment_key) order by environment_key
            """, new { repository }), cancel);

    /// <summary>Finished runs of the environment before the given one, oldest first.</summary>
    public async Task<IReadOnlyList<DeploymentRun>> HistoryAsync(DeploymentRun run, int most, CancellationToken cancel)
    {
        var newest = await database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs where repository = @Repository and environment_key = @EnvironmentKey and deployment < @Deployment and state = 'done' order by deployment desc limit @most
            """, new { run.Repository, run.EnvironmentKey, run.Deployment, most }), cancel);
        return [.. newest.Reverse()];
    }

    /// <summary>Open runs that no job is waiting for.</summary>
    public Task<IReadOnlyList<DeploymentRun>> ForgottenAsync(DateTimeOffset openedBefore, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs where state not in ('done', 'void') and opened_at < @before
            and not exists (select 1 from jobs j where j.repository = deployment_runs.repository and j.key = 'deploy:' || deployment_runs.environment_key)
            """, new { before = openedBefore }), cancel);

    /// <summary>Repositories with deployments since a given time.</summary>
    public Task<IReadOnlyList<RepositoryRef>> ActiveAsync(DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => Repositories.InAsync(session, "select repository from deployment_runs where opened_at >= @since", new { since },
            MostActive), cancel);

    /// <summary>Finished runs of all environments since a given time, newest first.</summary>
    public Task<IReadOnlyList<DeploymentRun>> SinceAsync(RepositoryId repository, DateTimeOffset since, int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {Columns} from deployment_runs where repository = @repository and state = 'done' and opened_at >= @since order by deployment desc limit @most
            """, new { repository, since, most }), cancel);

    public static Task PlannedAsync(Session session, DeploymentRun run, string plan, string looks) =>
        session.ExecuteAsync("update deployment_runs set state = 'running', plan = @plan, looks = @looks where id = @Id", new { run.Id, plan, looks });

    public static Task PhaseAsync(Session session, DeploymentRun run, int phase) =>
        session.ExecuteAsync("update deployment_runs set phase = @phase where id = @Id", new { run.Id, phase = (long)phase });

    public static Task LookedAsync(Session session, DeploymentRun run, string looks) =>
        session.ExecuteAsync("update deployment_runs set looks = @looks where id = @Id", new { run.Id, looks });

    public static Task CountedAsync(Session session, DeploymentRun run, string counts) =>
        session.ExecuteAsync("update deployment_runs set counts = @counts where id = @Id", new { run.Id, counts });

    /// <summary>Records why it goes no further than its current phase.</summary>
    public static Task StoppedAsync(Session session, DeploymentRun run, string why) =>
        session.ExecuteAsync("update deployment_runs set note = @why where id = @Id", new { run.Id, why });

    /// <summary>Clears the reason that had stopped it.</summary>
    public static Task ResumedAsync(Session session, DeploymentRun run, string counts) =>
        session.ExecuteAsync("update deployment_runs set note = null, counts = @counts where id = @Id", new { run.Id, counts });

    public static Task RecheckedAsync(Session session, DeploymentRun run) =>
        session.ExecuteAsync("update deployment_runs set state = 'running' where id = @Id", new { run.Id });

    public static Task RecheckingAsync(Session session, DeploymentRun run) =>
        session.ExecuteAsync("update deployment_runs set state = 'rechecking' where id = @Id", new { run.Id });

    /// <summary>Some of its suites run again, so it will be concluded again.</summary>
    public static Task ReopenedAsync(Session session, DeploymentRun run) =>
        session.ExecuteAsync("update deployment_runs set state = 'rechecking', ended_at = null where id = @Id and state = 'done'", new { run.Id });

    /// <param name="line">Text for its worklog.</param>
    public static Task AcceptedAsync(Session session, DeploymentRun run, string accepted, string line) =>
        session.ExecuteAsync("update deployment_runs set accepted = @accepted, worklog = coalesce(worklog, '') || @line where id = @Id",
            new { run.Id, accepted, line = "\n" + line });

    public Task DoneAsync(Session session, DeploymentRun run, DeploymentOutcome outcome) =>
        session.ExecuteAsync("""
            update deployment_runs set state = 'done', decision = @Decision, green = @green, conclusion = @Conclusion, worklog = @Worklog, ended_at = @now where id = @id
            """, new
        {
            Decision = DecisionTable.Of(outcome.Decision).Json,
            green = outcome.Green ? 1L : 0L,
            outcome.Conclusion,
            outcome.Worklog,
            now = Now,
            id = run.Id,
        });

    /// <summary>Marks it as void, with the reason.</summary>
    public Task VoidAsync(Session session, DeploymentRun run, string why) =>
        session.ExecuteAsync("update deployment_runs set state = 'void', note = @why, ended_at = @now where id = @Id", new { run.Id, why, now = Now });

    /// <param name="deployment">Null for the most recent one that has a worklog.</param>
    public Task<string?> WorklogAsync(RepositoryId repository, string environment, long? deployment, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<string?>("""
            select worklog from deployment_runs where repository = @repository and environment_key = @key and worklog is not null
            and deployment = coalesce(@deployment, deployment) order by deployment desc limit 1
            """, new { repository, key = EnvironmentNames.KeyOf(environment), deployment }), cancel);

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from deployment_runs where state in ('done', 'void') and opened_at < @before",
            new { before }), cancel);

    private DateTimeOffset Now => time.GetUtcNow();
}
