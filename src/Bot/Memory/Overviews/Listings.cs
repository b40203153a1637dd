using System.Text.Json;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.Runs;

namespace Whybot.Memory.Overviews;

/// <summary>Reads what the pages list, newest first, for all repositories that the bot knows.</summary>
internal sealed class Listings(IDatabase database)
{
    /// <summary>Commits whose checks were analyzed.</summary>
    public Task<IReadOnlyList<RunRecord>> CommitsAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<RunRecord>(
            // Names are looked up for the rows of the page, not for those before it. Runs that were only fetched were not examined.
            $"select {RunStore.Columns} from (select * from runs where state = 'analysed' and not (decision is null and origin is not null) "
                + "order by id desc limit @most offset @offset) r order by id desc",
            new { most, offset }), cancel);

    public Task<RunRecord?> CommitAsync(long id, CancellationToken cancel) =>
        database.ReadAsync(session => session.FirstAsync<RunRecord>($"select {RunStore.Columns} from runs where id = @id", new { id }), cancel);

    /// <summary>Dead jobs first, then running ones, then those that are due next; the sweeps, one of which is always waiting, come last.</summary>
    public Task<IReadOnlyList<JobRow>> JobsAsync(int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<JobRow>("""
            select p.name as repository_name, key, kind, state, due_at, attempts, delivery, error from jobs j join repositories p on p.id = j.repository
            order by case state when 'dead' then 0 when 'running' then 1 else 2 end, case when kind like 'sweep%' then 1 else 0 end, due_at limit @most
            """, new { most }), cancel);

    /// <summary>How many jobs there are in each state, without the sweeps.</summary>
    public Task<IReadOnlyList<(string State, long Count)>> JobCountsAsync(CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<(string, long)>(
            "select state, count(*) from jobs where kind not like 'sweep%' group by state"), cancel);

    /// <summary>Deliveries that could not be acted upon, newest first.</summary>
    public Task<IReadOnlyList<DeliveryRow>> FailedDeliveriesAsync(int most, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<DeliveryRow>(
            "select guid, event, received_at, state, redelivered, note, roughly from deliveries where state = 'failed' order by id desc limit @most",
            new { most }), cancel);

    public Task<IReadOnlyList<Effect>> EffectsAsync(int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<Effect>(
            $"select {EffectStore.Columns} from (select * from effects order by coalesce(sent_at, created_at) desc, id desc limit @most offset @offset) e "
                + "order by coalesce(sent_at, created_at) desc, id desc",
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
