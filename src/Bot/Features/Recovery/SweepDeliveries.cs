using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Runs;

namespace Whybot.Features.Recovery;

/// <summary>
/// Asks GitHub to repeat deliveries that failed, since it never does so by itself. Deliveries that GitHub never even tried are not in its list, so the newest
/// runs of active repositories are checked too.
/// </summary>
internal sealed partial class SweepDeliveries(HookDeliveries hooks, ActionsClient actions, GitHubSettings github, RunStore runs, JobQueue jobs,
    IDatabase database, QueueSettings settings, TimeProvider time,
    ILogger<SweepDeliveries> logger) : IJobHandler
{
    public const string JobKind = "sweep deliveries";

    /// <summary>GitHub can repeat deliveries of the last three days.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(3);
    private const int MostAtOnce = 50;
    private bool _swept;

    public string Kind => JobKind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        try
        {
            if (github.IsApp)
                await DeliveriesAsync(_swept ? now - 3 * settings.SweepDeliveries : now - Back, cancel);
            foreach (var repository in await runs.ActiveAsync(now - Back, cancel))
                await RepositoryAsync(repository, now, cancel);
            _swept = true;
        }
        catch (Exception failure) when (failure is GitHubException or GitHubUnreachableException)
        {
            Failed(failure);
        }
        return now + settings.SweepDeliveries;
    }

    private async Task DeliveriesAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var failed = (await hooks.SinceAsync(since, cancel)).GroupBy(d => d.Guid).Where(g => g.All(d => d.Status != "OK"))
            .Select(g => g.MaxBy(d => d.DeliveredAt)!).ToList();
        foreach (var delivery in failed.OrderBy(d => d.DeliveredAt).Take(MostAtOnce))
        {
            Again(delivery.Guid, delivery.Status);
            await hooks.RedeliverAsync(delivery.Id, cancel);
        }
    }

    private async Task RepositoryAsync(RepositoryRef repository, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            foreach (var run in await actions.NewestAsync(repository, cancel))
                if (IsMissed(run, now) && await runs.FindAsync(repository.Id, run.HeadSha, cancel) is null)
                    await database.WriteAsync(async session =>
                    {
                        await runs.OpenAsync(session, repository.Id, run.HeadSha);
                        await jobs.EnqueueAsync(session, ExplainJob.Request(repository.Id, run.HeadSha, null), now);
                    }, cancel);
        }
        catch (GitHubException gone)
        {
            // The App may have been removed from the repository.
            Failed(gone);
        }
    }

    /// <summary>Whether the run failed within the period that matters, and long enough ago for its webhook to have arrived.</summary>
    private bool IsMissed(WorkflowRun run, DateTimeOffset now) =>
        RepositoryRef.IsSha(run.HeadSha) && Conclusions.IsFailure(run.Conclusion) && run.UpdatedAt > now - Back
            && run.UpdatedAt < now - settings.SweepDeliveries;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} had failed ({Status}); GitHub is asked to repeat it")]
    private partial void Again(string delivery, string status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not ask GitHub")]
    private partial void Failed(Exception failure);
}
