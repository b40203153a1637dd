using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Publishing;

namespace Whybot.Intake.Actions;

/// <summary>Does what is due now. What is due later stays in the store for a later run: a runner that waits costs minutes.</summary>
internal sealed class DueWork(JobQueue jobs, JobWorker worker, Outbox outbox, QueueSettings queue, TimeProvider time)
{
    /// <summary>Rate limits and failed requests often end sooner than a later run begins.</summary>
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMinutes(1);

    /// <summary>After waits of this length together, none begins.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Briefest = TimeSpan.FromMilliseconds(20);

    /// <param name="began">When this run began: what was decided before and does more than say something is not carried out.</param>
    public async Task RunAsync(RepositoryId repository, DateTimeOffset began, CancellationToken cancel)
    {
        await outbox.GiveUpActsAsync(repository, began, cancel);
        await outbox.PublishOverdueAsync(cancel);
        var left = Patience;
        while (true)
        {
            if (await jobs.ClaimAsync(queue.Lease, cancel) is { } job)
            {
                await worker.ExecuteAsync(job, cancel);
                continue;
            }
            if (await jobs.NextAsync(cancel) - time.GetUtcNow() is not { } wait || wait > WorthWaiting || left <= TimeSpan.Zero)
                return;
            wait = wait < Briefest ? Briefest : wait;
            left -= wait;
            await Task.Delay(wait, time, cancel);
        }
    }
}
