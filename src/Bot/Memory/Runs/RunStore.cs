using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Memory.Runs;

/// <summary>A commit whose checks are examined.</summary>
public sealed record RunRecord
{
    public required long Id { get; init; }
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required long Installation { get; init; }
    public required CommitSha Sha { get; init; }
    public string? Branch { get; init; }
    public long? Pull { get; init; }

    /// <summary>Where the commit comes from, in the words of <see cref="CommitOrigin"/>; null if that has not been asked yet.</summary>
    public string? Origin { get; init; }

    /// <summary>The workflow runs that were analyzed, with their attempts and conclusions; empty before the analysis.</summary>
    public required string Inputs { get; init; }
    public required string State { get; init; }

    /// <summary>The decision in the word of the decision table; null before there is one.</summary>
    public string? DecisionWord { get; init; }
    public Decision? Decision => DecisionTable.Of(DecisionWord)?.Decision;

    /// <summary>1 if nothing failed.</summary>
    public required long Green { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    internal RepositoryRef Ref => new(Repository, Installation, RepositoryName);
}

/// <summary>A result file as it was analyzed.</summary>
/// <param name="File">Its path in the run's folder, under <c>results/</c>.</param>
internal sealed record StoredResult(string File, byte[] Content)
{
    /// <summary>How the name begins of a file that a later attempt of its run has replaced.</summary>
    public const string OfEarlierAttempt = "earlier-attempt~";

    public bool IsReplaced => File.StartsWith(OfEarlierAttempt, StringComparison.Ordinal);
}

/// <summary>A deployment as described by GitHub's events.</summary>
/// <param name="State">success, inactive and so on; <c>refused</c> if a stranger's code created it.</param>
/// <param name="Run">The workflow run that created it; null if another program did.</param>
internal sealed record StoredDeployment(long Deployment, string Environment, CommitSha Sha, string State, long? Run)
{
    public const string Refused = "refused";
}

/// <summary>What an analysis found, in the form for the store.</summary>
/// <param name="Green">Nothing failed, so later runs are compared with it.</param>
internal sealed record RunOutcome(CommitOrigin Origin, string Inputs, Decision Decision, bool Green, IReadOnlyList<StoredResult> Results);

/// <summary>An earlier run as GitHub still has it.</summary>
/// <param name="Branch">The default branch, which contains the commit.</param>
/// <param name="At">When its first workflow run began.</param>
/// <param name="Green">All its workflow runs succeeded.</param>
internal sealed record FetchedRun(CommitSha Sha, string Branch, DateTimeOffset At, bool Green, IReadOnlyList<StoredResult> Results);

/// <summary>Runs and their results.</summary>
internal sealed class RunStore(IDatabase database, TimeProvider time) : IRetained
{
    internal const string Columns = $"id, {RepositoryColumns.Sql}, sha, branch, pull, origin, inputs, state, decision as decision_word, green, opened_at";

    private const int MostActive = 200;

    /// <summary>Runs are fetched where the store has few; a run that was stored later than so many others is also newer.</summary>
    private const int MostCompared = 200;

    /// <summary>Of a run: being looked at, or analyzed. What is only known as history was not, nor was a green commit about which nothing was said.</summary>
    private const string LookedAt = "(state <> 'analysed' or inputs <> '')";

    /// <summary>Records that a commit needs a report, if it is not known yet; what was only known as history begins now.</summary>
    public Task OpenAsync(Session session, RepositoryId repository, CommitSha sha) =>
        session.ExecuteAsync("""
            insert into runs (repository, sha, opened_at) values (@repository, @sha, @now)
            on conflict (repository, sha) do update set state = case runs.state when 'obsolete' then 'obsolete' else 'open' end,
                opened_at = case when runs.state = 'analysed' and runs.inputs = '' then excluded.opened_at else runs.opened_at end
            """, new { repository, sha, now = Now });

    public static async Task<bool> IsOpenAsync(Session session, RepositoryId repository, CommitSha sha) =>
        await session.FirstAsync<long>("select count(*) from runs where repository = @repository and sha = @sha and state = 'open'",
            new { repository, sha }) > 0;

    public Task<RunRecord?> FindAsync(RepositoryId repository, CommitSha sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<RunRecord>($"select {Columns} from runs where repository = @repository and sha = @sha",
            new { repository, sha }), cancel);

    public async Task AnalysedAsync(Session session, RunRecord run, RunOutcome outcome)
    {
        await session.ExecuteAsync("""
            update runs set state = 'analysed', branch = @branch, pull = @pull, origin = @origin, inputs = @Inputs, decision = @Decision, green = @green, finished_at = @now where id = @id
            """, new
        {
            branch = outcome.Origin.Label,
            pull = (long?)outcome.Origin.Pull?.Number,
            origin = outcome.Origin.Word,
            outcome.Inputs,
            Decision = DecisionTable.Of(outcome.Decision).Json,
            green = outcome.Green ? 1L : 0L,
            now = Now,
            id = run.Id,
        });
        await session.ExecuteAsync("delete from results where run_id = @Id", new { run.Id });
        foreach (var result in outcome.Results)
            await session.ExecuteAsync("insert into results (run_id, file, content) values (@Id, @File, @content)",
                new { run.Id, result.File, content = Packed.Zip(result.Content) });
    }

    /// <summary>Adds an earlier run of the default branch, or only its results if the run is known without any.</summary>
    public static async Task FetchedAsync(Session session, RepositoryId repository, FetchedRun run)
    {
        await session.ExecuteAsync("""
            insert into runs (repository, sha, branch, origin, state, green, opened_at, finished_at)
            values (@repository, @Sha, @Branch, @origin, 'analysed', @green, @At, @At)
            on conflict (repository, sha) do nothing
            """, new { repository, run.Sha, run.Branch, origin = CommitOrigin.DefaultBranchWord, green = run.Green ? 1L : 0L, run.At });
        var id = await session.FirstAsync<long?>("""
            select id from runs where repository = @repository and sha = @Sha and state = 'analysed'
                and not exists (select 1 from results r where r.run_id = runs.id)
            """, new { repository, run.Sha });
        foreach (var result in id is null ? [] : run.Results)
            await session.ExecuteAsync("insert into results (run_id, file, content) values (@id, @File, @content)",
                new { id, result.File, content = Packed.Zip(result.Content) });
    }

    public async Task<bool> HasResultsAsync(RunRecord run, CancellationToken cancel) =>
        await database.ReadAsync(session => session.FirstAsync<long>("select count(*) from results where run_id = @Id", new { run.Id }), cancel) > 0;

    /// <summary>Ends a run without an analysis, on behalf of the job that examined it.</summary>
    public Task EndAsync(Job job, RunRecord run, string state, CancellationToken cancel) =>
        database.WriteAsync(job, session =>
            session.ExecuteAsync("update runs set state = @state, finished_at = @now where id = @Id", new { state, now = Now, run.Id }), cancel);

    /// <summary>
    /// The latest analyzed runs of one of the repository's own branches, oldest first, without the commit itself. Those that were fetched later are older than
    /// the run that they were fetched for.
    /// </summary>
    /// <param name="trunk">Whether it is the default branch: only commits that the branch contains count.</param>
    public async Task<IReadOnlyList<RunRecord>> HistoryAsync(RepositoryId repository, string branch, bool trunk, CommitSha except, int most,
        CancellationToken cancel)
    {
        var newest = await database.ReadAsync(session => session.QueryAsync<RunRecord>($"""
            select * from (select {Columns} from runs where repository = @repository and branch = @branch and origin = @origin and state = 'analysed'
                and sha <> @except order by id desc limit {MostCompared}) newest
            order by opened_at desc, id desc limit @most
            """, new { repository, branch, origin = trunk ? CommitOrigin.DefaultBranchWord : CommitOrigin.OwnBranchWord, except, most }), cancel);
        return [.. newest.Reverse()];
    }

    /// <summary>Commits of a branch with that name, in any repository, whose origin has not been asked for yet; newest first.</summary>
    public Task<IReadOnlyList<CommitSha>> UnsettledAsync(RepositoryId repository, string branch, int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CommitSha>("""
            select sha from runs where repository = @repository and branch = @branch and pull is null and origin is null and state = 'analysed' order by id desc limit @most
            """, new { repository, branch, most }), cancel);

    /// <summary>Records GitHub's answer about where an old row's commit comes from.</summary>
    public static Task SettleAsync(Session session, RepositoryId repository, CommitSha sha, CommitOrigin origin) =>
        session.ExecuteAsync("update runs set origin = @origin, branch = @branch where repository = @repository and sha = @sha and origin is null",
            new { repository, sha, origin = origin.Word, branch = origin.Label });

    /// <summary>Analyzed runs of the repository's own branches since a given time, newest first.</summary>
    public Task<IReadOnlyList<RunRecord>> SinceAsync(RepositoryId repository, DateTimeOffset since, int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<RunRecord>($"""
            select {Columns} from runs where repository = @repository and state = 'analysed' and origin in ('default-branch', 'own-branch', 'pull-request', 'merge-queue')
            and opened_at >= @since order by id desc limit @most
            """, new { repository, since, most }), cancel);

    public Task<IReadOnlyList<StoredResult>> ResultsAsync(long run, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<StoredResult>>(async session =>
            [.. (await session.QueryAsync<(string, byte[])>("select file, content from results where run_id = @run order by file", new { run }))
                .Select(r => new StoredResult(r.Item1, Packed.Unzip(r.Item2)))], cancel);

    /// <summary>Open runs that no job is waiting for.</summary>
    public Task<IReadOnlyList<RunRecord>> ForgottenAsync(DateTimeOffset openedBefore, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<RunRecord>($"""
            select {Columns} from runs where state = 'open' and opened_at < @before and not exists (select 1 from jobs j where j.repository = runs.repository and j.key = 'explain:' || runs.sha)
            """, new { before = openedBefore }), cancel);

    /// <summary>Repositories that were heard of since a given time.</summary>
    public Task<IReadOnlyList<RepositoryRef>> ActiveAsync(DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync(session => Repositories.InAsync(session, "select repository from runs where opened_at >= @since", new { since }, MostActive),
            cancel);

    /// <summary>When the first of the repository's commits that are still stored was looked at; null if there is none.</summary>
    public Task<DateTimeOffset?> FirstAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<DateTimeOffset?>($"select min(opened_at) from runs where repository = @repository and {LookedAt}",
            new { repository }), cancel);

    /// <summary>Whether the commit was looked at, or is being looked at; a commit that is only known as history was not.</summary>
    public async Task<bool> WasLookedAtAsync(RepositoryId repository, CommitSha sha, CancellationToken cancel) =>
        await database.ReadAsync(session => session.FirstAsync<long>(
            $"select count(*) from runs where repository = @repository and sha = @sha and {LookedAt}", new { repository, sha }), cancel) > 0;

    public Task DeployedAsync(Session session, RepositoryId repository, StoredDeployment deployment) =>
        session.ExecuteAsync("""
            insert into deployments (repository, deployment, environment, environment_key, sha, state, workflow_run, changed_at)
            values (@repository, @Deployment, @Environment, @key, @Sha, @State, @Run, @now)
            on conflict (repository, deployment) do update set state = excluded.state, changed_at = excluded.changed_at,
                workflow_run = coalesce(deployments.workflow_run, excluded.workflow_run)
            """, new
        {
            repository,
            deployment.Deployment,
            deployment.Environment,
            key = EnvironmentNames.KeyOf(deployment.Environment),
            deployment.Sha,
            deployment.State,
            deployment.Run,
            now = Now,
        });

    /// <summary>The most recent deployment to an environment; null if none.</summary>
    public Task<StoredDeployment?> NewestDeploymentAsync(RepositoryId repository, string environment, CancellationToken cancel) =>
        database.ReadAsync(session => NewestDeploymentAsync(session, repository, environment), cancel);

    public static Task<StoredDeployment?> NewestDeploymentAsync(Session session, RepositoryId repository, string environment) =>
        DeploymentAsync(session, "environment_key = @key and state = 'success' order by deployment desc limit 1",
            new { repository, key = EnvironmentNames.KeyOf(environment) });

    /// <summary>Null if no event mentioned it.</summary>
    public Task<StoredDeployment?> DeploymentAsync(RepositoryId repository, long deployment, CancellationToken cancel) =>
        database.ReadAsync(session => DeploymentAsync(session, "deployment = @deployment", new { repository, deployment }), cancel);

    /// <summary>Marks a deployment as one that does not count, because a stranger made it.</summary>
    public Task RefuseAsync(RepositoryId repository, long deployment, CancellationToken cancel) => database.WriteAsync(session => session.ExecuteAsync(
        "update deployments set state = @refused where repository = @repository and deployment = @deployment",
            new { repository, deployment, refused = StoredDeployment.Refused }), cancel);

    private static async Task<StoredDeployment?> DeploymentAsync(Session session, string where, object arguments) =>
        await session.FirstAsync<(long Deployment, string Environment, CommitSha Sha, string State, long? Run)?>(
            $"select deployment, environment, sha, state, workflow_run from deployments where repository = @repository and {where}", arguments) is { } found
            ? new StoredDeployment(found.Deployment, found.Environment, found.Sha, found.State, found.Run) : null;

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from runs where state <> 'open' and opened_at < @before",
            new { before }), cancel);

    private DateTimeOffset Now => time.GetUtcNow();
}
