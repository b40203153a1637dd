using System.Text.Json;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;

namespace Whybot.Memory.Overviews;

/// <summary>Reads what the pages list, newest first, for all repositories that the bot knows.</summary>
internal sealed class Listings(IDatabase database)
{
    /// <summary>Listing more jobs would be of no use to a reader.</summary>
    private const int MostJobs = 300;

    /// <summary>The newest run of each environment.</summary>
    public Task<IReadOnlyList<DeploymentRun>> EnvironmentsAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {DeploymentRuns.Columns} from deployment_runs where id in (select max(id) from deployment_runs group by repository, environment_key) order by repository_name, environment_key
            """), cancel);

    public Task<IReadOnlyList<DeploymentRun>> RunsAsync(RepositoryId repository, string environment, int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeploymentRun>($"""
            select {DeploymentRuns.Columns} from deployment_runs where repository = @repository and environment_key = @key order by id desc limit @most offset @offset
            """, new { repository, key = EnvironmentNames.KeyOf(environment), most, offset }), cancel);

    /// <summary>The newest run of a commit in an environment; null if none.</summary>
    public Task<long?> RunAtAsync(RepositoryId repository, string environment, string sha, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<long?>(
            "select max(id) from deployment_runs where repository = @repository and environment_key = @key and sha = @sha",
            new { repository, key = EnvironmentNames.KeyOf(environment), sha }), cancel);

    /// <summary>Commits whose checks were analyzed.</summary>
    public Task<IReadOnlyList<RunRecord>> CommitsAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<RunRecord>(
            $"select {RunStore.Columns} from runs where state = 'analysed' order by id desc limit @most offset @offset", new { most, offset }), cancel);

    public Task<RunRecord?> CommitAsync(long id, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<RunRecord>($"select {RunStore.Columns} from runs where id = @id", new { id }), cancel);

    /// <summary>Sorted by when they last failed.</summary>
    public Task<IReadOnlyList<CauseRow>> CausesAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<CauseRow>(
            $"{Cause} group by c.repository, p.name, c.cluster, c.title, c.issue, c.matched, c.first_at order by last_at desc, c.cluster limit @most offset "
            + $"@offset", new { most, offset }), cancel);

    public Task<CauseRow?> CauseAsync(RepositoryId repository, string cluster, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<CauseRow>($"{Cause} where {One}", new { repository, cluster }), cancel);

    /// <summary>Those of the given causes that are in the ledger, which does not know about causes seen only on a pull request.</summary>
    public Task<IReadOnlyDictionary<string, CauseRow>> HeldAsync(RepositoryId repository, IEnumerable<string> clusters, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyDictionary<string, CauseRow>>(async session =>
        {
            var held = new Dictionary<string, CauseRow>(StringComparer.Ordinal);
            foreach (var cluster in clusters.Distinct(StringComparer.Ordinal))
                if (await session.FirstAsync<CauseRow>($"{Cause} where {One}", new { repository, cluster }) is { } cause)
                    held[cluster] = cause;
            return held;
        }, cancel);

    private const string One = "c.repository = @repository and c.cluster = @cluster group by c.repository, p.name, c.cluster, c.title, c.issue, c.matched, "
        + "c.first_at";

    private const string Cause = """
        select c.repository, p.name as repository_name, c.cluster, c.title, coalesce(c.issue, c.matched) as issue, c.first_at, coalesce(max(case when s.tests >= 0 then s.seen_at end), c.first_at) as last_at,
            sum(case when s.tests >= 0 then 1 else 0 end) as failed, sum(case when s.tests < 0 then 1 else 0 end) as passed
        from causes c join repositories p on p.id = c.repository join counted_sightings s on s.repository = c.repository and s.cluster = c.cluster
        """;

    /// <summary>Repositories with at least one known cause.</summary>
    public Task<IReadOnlyList<RepositoryRef>> RepositoriesAsync(CancellationToken cancel) =>
        database.ReadAsync(session => Repositories.InAsync(session, "select repository from causes"), cancel);

    public Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeliveryRow>(
            "select guid, event, received_at, state, redelivered, note, roughly from deliveries order by id desc limit @most offset @offset",
            new { most, offset }), cancel);

    /// <summary>Dead jobs first, then running ones, then those that are due next; the sweeps, one of which is always waiting, come last.</summary>
    public Task<IReadOnlyList<JobRow>> JobsAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<JobRow>("""
            select p.name as repository_name, key, kind, state, due_at, attempts, delivery, error from jobs j join repositories p on p.id = j.repository
            order by case state when 'dead' then 0 when 'running' then 1 else 2 end, case when kind like 'sweep%' then 1 else 0 end, due_at limit @most
            """, new { most = MostJobs }), cancel);

    public Task<IReadOnlyList<Effect>> EffectsAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>(
            $"select {EffectStore.Columns} from effects order by coalesce(sent_at, created_at) desc, id desc limit @most offset @offset",
            new { most, offset }), cancel);

    public Task<Effect?> EffectAsync(long id, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<Effect>($"select {EffectStore.Columns} from effects where id = @id", new { id }), cancel);

    /// <summary>The files of a deployment's run.</summary>
    public async Task<IReadOnlyList<FileRow>> FilesAsync(DeploymentRun run, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<(long Id, long Phase, string Suites, string File)>("""
            select r.id, r.phase, r.suites, f.file from suite_files f join suite_runs r on r.id = f.suite_run where r.deployment_run = @Id order by r.id, f.file
            """, new { run.Id }), cancel))
            .Select(f => new FileRow(f.Id, string.Join(", ", JsonSerializer.Deserialize(f.Suites, SuiteRunJson.Default.IReadOnlyListString)!)
                + (f.Phase == 0 ? ", once more" : ""), f.File))];

    /// <summary>The result files of a commit's checks.</summary>
    public async Task<IReadOnlyList<FileRow>> FilesAsync(RunRecord run, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<string>("select file from results where run_id = @Id order by file", new { run.Id }),
            cancel)).Select(f => new FileRow(0, "", f))];

    /// <param name="run">The deployment's run that the file must belong to.</param>
    /// <returns>Its bytes; null if there is no such file.</returns>
    public Task<byte[]?> FileAsync(DeploymentRun run, long suite, string file, CancellationToken cancel) => UnzipAsync("""
        select f.content from suite_files f join suite_runs r on r.id = f.suite_run where r.deployment_run = @Id and r.id = @suite and f.file = @file
        """, new { run.Id, suite, file }, cancel);

    /// <returns>Its bytes; null if there is no such file.</returns>
    public Task<byte[]?> FileAsync(RunRecord run, string file, CancellationToken cancel) =>
        UnzipAsync("select content from results where run_id = @Id and file = @file", new { run.Id, file }, cancel);

    private async Task<byte[]?> UnzipAsync(string sql, object arguments, CancellationToken cancel) =>
        await database.ReadAsync(session => session.FirstAsync<byte[]>(sql, arguments), cancel) is { } packed ? Packed.Unzip(packed) : null;
}
