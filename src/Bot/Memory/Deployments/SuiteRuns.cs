using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Runs;

namespace Whybot.Memory.Deployments;

/// <summary>Suites that were started together.</summary>
internal sealed record SuiteRun
{
    public required long Id { get; init; }
    public required long DeploymentRun { get; init; }

    /// <summary>0 for tests that are rerun.</summary>
    public required long Phase { get; init; }

    /// <summary><c>actions</c>: a workflow run; <c>local</c>: a command on this machine.</summary>
    public required string Place { get; init; }

    /// <summary>Names, as JSON.</summary>
    public required string Suites { get; init; }

    /// <summary>The tests that are rerun, as JSON; null for all tests.</summary>
    public string? Tests { get; init; }
    public required string Correlation { get; init; }

    /// <summary>asked, running, ended.</summary>
    public required string State { get; init; }
    public long? WorkflowRun { get; init; }

    /// <summary>success, failure, killed, timed_out, cancelled, startup_failure, lost; null before it has ended.</summary>
    public string? Outcome { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    public IReadOnlyList<string> Names => JsonSerializer.Deserialize(Suites, SuiteRunJson.Default.IReadOnlyListString)!;
    public IReadOnlyList<TestToRecheck> Only => Tests is null ? [] : JsonSerializer.Deserialize(Tests, SuiteRunJson.Default.IReadOnlyListTestToRecheck)!;
    public bool Ended => State == "ended";
}

/// <summary>Suites to start.</summary>
/// <param name="Tests">Null for all of their tests.</param>
internal sealed record SuiteRequest(string Place, IReadOnlyList<string> Suites, IReadOnlyList<TestToRecheck>? Tests);

/// <summary>What was started for deployments' runs, and the resulting files.</summary>
internal sealed class SuiteRuns(IDatabase database, TimeProvider time)
{
    private const string Columns = "id, deployment_run, phase, place, suites, tests, correlation, state, workflow_run, outcome, note, asked_at";
    private const int MostOwn = 1000;

    public Task<IReadOnlyList<SuiteRun>> OfAsync(DeploymentRun run, CancellationToken cancel) =>
        database.ReadAsync(session => OfAsync(session, run), cancel);

    public static Task<IReadOnlyList<SuiteRun>> OfAsync(Session session, DeploymentRun run) =>
        session.QueryAsync<SuiteRun>($"select {Columns} from suite_runs where deployment_run = @Id order by id", new { run.Id });

    public Task<SuiteRun?> FindAsync(long id, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<SuiteRun>($"select {Columns} from suite_runs where id = @id", new { id }), cancel);

    /// <summary>Records what will be started, before it is.</summary>
    /// <returns>The id of the record.</returns>
    public Task<long> AskAsync(Session session, DeploymentRun run, int phase, SuiteRequest request) =>
        session.FirstAsync<long>("""
            insert into suite_runs (deployment_run, phase, place, suites, tests, correlation, asked_at) values (@Id, @phase, @Place, @suites, @tests, @correlation, @now) returning id
            """, new
        {
            run.Id,
            phase = (long)phase,
            request.Place,
            suites = JsonSerializer.Serialize(request.Suites, SuiteRunJson.Default.IReadOnlyListString),
            tests = request.Tests is null ? null : JsonSerializer.Serialize(request.Tests, SuiteRunJson.Default.IReadOnlyListTestToRecheck),
            correlation = Correlation.New(run.Deployment, $"{phase}"),
            now = Now,
        });

    /// <summary>A suite run that was withdrawn in the meantime stays withdrawn.</summary>
    public static Task StartedAsync(Session session, SuiteRun run, long? workflowRun) =>
        session.ExecuteAsync("update suite_runs set state = 'running', workflow_run = @workflowRun where id = @Id and state <> 'ended'",
            new { run.Id, workflowRun });

    /// <summary>Starts it again, as if it had been requested just now.</summary>
    public Task AgainAsync(Session session, SuiteRun run, string note) =>
        session.ExecuteAsync("update suite_runs set state = 'asked', note = @note, asked_at = @now where id = @Id", new { run.Id, note, now = Now });

    /// <summary>Stores its files and its end together, so that the files are always there once it has ended.</summary>
    public async Task EndedAsync(Session session, SuiteRun run, string outcome, string? note, IReadOnlyList<StoredResult> files)
    {
        await session.ExecuteAsync("update suite_runs set state = 'ended', outcome = @outcome, note = @note, ended_at = @now where id = @Id",
            new { run.Id, outcome, note, now = Now });
        await session.ExecuteAsync("delete from suite_files where suite_run = @Id", new { run.Id });
        foreach (var file in files)
            await session.ExecuteAsync("insert into suite_files (suite_run, file, content) values (@Id, @File, @content)",
                new { run.Id, file.File, content = Packed.Zip(file.Content) });
    }

    public Task<IReadOnlyList<StoredResult>> FilesAsync(long suiteRun, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<StoredResult>>(async session =>
            [.. (await session.QueryAsync<(string, byte[])>("select file, content from suite_files where suite_run = @suiteRun order by file",
                new { suiteRun }))
                .Select(f => new StoredResult(f.Item1, Packed.Unzip(f.Item2)))], cancel);

    /// <summary>Ids of workflow runs that the bot itself started, newest first.</summary>
    public Task<IReadOnlyList<long>> OwnAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<long>("""
            select s.workflow_run from suite_runs s join deployment_runs d on d.id = s.deployment_run
            where d.repository = @repository and s.place = 'actions' and s.workflow_run is not null order by s.id desc limit @most
            """, new { repository, most = MostOwn }), cancel);

    /// <summary>The open run that a workflow run belongs to; null if none.</summary>
    /// <param name="title">The workflow run's title, as GitHub shows it.</param>
    public static async Task<DeploymentRun?> OwnerAsync(Session session, RepositoryId repository, long? workflowRun, string? title)
    {
        var open = await session.QueryAsync<(long Run, long? WorkflowRun, string Correlation)>("""
            select d.id, s.workflow_run, s.correlation from suite_runs s join deployment_runs d on d.id = s.deployment_run
            where d.repository = @repository and s.place = 'actions' and s.state <> 'ended'
            """, new { repository });
        var own = open.FirstOrDefault(o => (workflowRun is not null && o.WorkflowRun == workflowRun)
            || title?.Contains(o.Correlation, StringComparison.Ordinal) == true);
        return own.Run == 0 ? null : await session.FirstAsync<DeploymentRun>($"select {DeploymentRuns.Columns} from deployment_runs where id = @Run",
            new { own.Run });
    }

    private DateTimeOffset Now => time.GetUtcNow();
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<TestToRecheck>))]
internal sealed partial class SuiteRunJson : JsonSerializerContext;
