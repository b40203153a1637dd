using System.Text;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Runs;

/// <summary>A run's report as it was written, with the passages that it cites.</summary>
internal sealed record StoredReport(string Report, string Passages);

/// <summary>The complete reports of runs, for viewing.</summary>
internal sealed class ReportStore(IDatabase database, TimeProvider time) : IRetained
{
    public static string OfDeployment(long run) => $"deployment:{run}";

    public static string OfCommit(long run) => $"commit:{run}";

    /// <param name="run">As <see cref="OfDeployment"/> or <see cref="OfCommit"/> returns it.</param>
    /// <param name="report"><c>report.json</c>; null if there is none, and nothing is stored.</param>
    /// <param name="passages">The surroundings of each place that the report cites, as JSON; null if there is none.</param>
    public Task PutAsync(Session session, RepositoryId repository, string run, string? report, string? passages) =>
        report is null ? Task.CompletedTask : session.ExecuteAsync("""
            insert into reports (repository, run, made_at, report, passages) values (@repository, @run, @now, @report, @passages)
            on conflict (repository, run) do update set made_at = excluded.made_at, report = excluded.report, passages = excluded.passages
            """, new
        {
            repository,
            run,
            now = time.GetUtcNow(),
            report = Packed.Zip(Encoding.UTF8.GetBytes(report)),
            passages = Packed.Zip(Encoding.UTF8.GetBytes(passages ?? "[]")),
        });

    public async Task<StoredReport?> FindAsync(RepositoryId repository, string run, CancellationToken cancel)
    {
        var (report, passages) = await database.ReadAsync(session =>
            session.FirstAsync<(byte[]?, byte[]?)>("select report, passages from reports where repository = @repository and run = @run",
            new { repository, run }), cancel);
        return report is null || passages is null ? null : new StoredReport(Encoding.UTF8.GetString(Packed.Unzip(report)),
            Encoding.UTF8.GetString(Packed.Unzip(passages)));
    }

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("delete from reports where made_at < @before", new { before }), cancel);
}
