using System.Diagnostics;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Storage;

namespace Whybot.Foundation.Queue;

/// <summary>
/// Takes jobs and carries them out, several repositories in parallel. Where nothing can be claimed it waits until the next job is due or until its own
/// instance wakes it, but never longer than <see cref="Poll"/>, since other instances may request jobs too.
/// </summary>
internal sealed partial class JobWorker(JobQueue queue, IEnumerable<IJobHandler> handlers, WorkSignals signals, QueueSettings settings, Backoff backoff,
    TimeProvider time, WhybotMetrics metrics, ILogger<JobWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Times are stored in milliseconds, and another instance may be claiming what is due: both need a moment.</summary>
    private static readonly TimeSpan Briefest = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, IJobHandler> _handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <summary>One loop claims for all workers: an idle queue is asked once, however many jobs may run at a time.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var free = new SemaphoreSlim(settings.Workers);
        while (await IsFreeAsync(free, stoppingToken))
            if (await ClaimAsync(stoppingToken) is { } job)
                _ = Task.Run(() => WorkAsync(job, free, stoppingToken), CancellationToken.None);
            else
                free.Release();
        for (var i = 0; i < settings.Workers; i++)
            await free.WaitAsync(CancellationToken.None);
    }

    /// <returns>False if the service stops.</returns>
    private static async Task<bool> IsFreeAsync(SemaphoreSlim free, CancellationToken stop)
    {
        try
        {
            await free.WaitAsync(stop);
            if (!stop.IsCancellationRequested)
                return true;
            free.Release();
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>Null after a wait, if there was no job.</returns>
    private async Task<Job?> ClaimAsync(CancellationToken stop)
    {
        try
        {
            if (await queue.ClaimAsync(settings.Lease, stop) is { } job)
                return job;
            await signals.Jobs.WaitAsync(Until(await queue.NextAsync(stop)), time, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nothing was claimed.
        }
        catch (Exception failure)
        {
            await StoreFailedAsync(failure);
        }
        return null;
    }

    private TimeSpan Until(DateTimeOffset? next)
    {
        var wait = next - time.GetUtcNow() ?? Poll;
        return wait > Poll ? Poll : wait < Briefest ? Briefest : wait;
    }

    private async Task WorkAsync(Job job, SemaphoreSlim free, CancellationToken stop)
    {
        try
        {
            await ExecuteAsync(job, stop);
        }
        catch (Exception failure)
        {
            await StoreFailedAsync(failure);
        }
        finally
        {
            // Its line is free again, and it may have requested others.
            signals.Jobs.Signal();
            // Last: a stop waits for this, and then takes apart what was used above.
            free.Release();
        }
    }

    private Task StoreFailedAsync(Exception failure)
    {
        StoreFailed(failure);
        return Task.Delay(Poll, time, CancellationToken.None);
    }

    /// <summary>Carries out one job under its lease, and records the result.</summary>
    public async Task ExecuteAsync(Job job, CancellationToken stop)
    {
        using var scope = LogScopes.Job(logger, job.Key, job.RepositoryName.Value, job.Delivery);
        using var span = Traces.Job(job.Kind, job.RepositoryName, job.Delivery);
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(job, lease);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var handler = _handlers.GetValueOrDefault(job.Kind)
                ?? throw new NonRetryableException($"this version of Whybot doesn't know jobs of kind '{job.Kind}'; a newer version may have queued it");
            var again = await handler.RunAsync(job, lease.Token);
            if (again is { } due)
                await queue.DeferAsync(job, due, CancellationToken.None);
            else
                await queue.FinishAsync(job, CancellationToken.None);
            var took = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            Done(job.Key, job.Attempts, took, again);
            metrics.Jobs.Add(1, new("kind", job.Kind), new("outcome", again is null ? "done" : "deferred"));
        }
        catch (LeaseLostException lost)
        {
            Lost(lost.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped, not failed: another instance, or this one after a restart, continues immediately.
            await queue.DeferAsync(job, time.GetUtcNow(), CancellationToken.None);
        }
        catch (OperationCanceledException) when (lease.IsCancellationRequested)
        {
            Lost($"job {job.Key} was cancelled with its lease");
        }
        catch (RetryLaterException wait)
        {
            Waits(job.Key, wait.Until, wait.Message);
            await queue.DeferAsync(job, wait.Until, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not StoreUnavailableException)
        {
            await FailAsync(job, failure);
        }
        finally
        {
            await lease.CancelAsync();
            await renewing;
        }
    }

    private async Task FailAsync(Job job, Exception failure)
    {
        var wait = failure is NonRetryableException ? null
            : backoff.After(job.Attempts, failure is IAwaitsPerson { AwaitsPerson: true } ? time.GetUtcNow() - job.AskedAt : null);
        metrics.Jobs.Add(1, new("kind", job.Kind), new("outcome", wait is null ? "dead" : "failed"));
        Failed(failure, job.Key, job.Attempts, wait);
        await queue.FailAsync(job, failure.Message, wait is null ? null : time.GetUtcNow() + wait, CancellationToken.None);
    }

    private async Task RenewAsync(Job job, CancellationTokenSource lease)
    {
        try
        {
            while (true)
            {
                await Task.Delay(settings.Lease / 3, time, lease.Token);
                await queue.RenewAsync(job, settings.Lease, lease.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (Exception failure) when (failure is LeaseLostException or StoreUnavailableException)
        {
            Lost(failure.Message);
            await lease.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Key}, attempt {Attempt}: done in {Milliseconds} ms, again at {Again}")]
    private partial void Done(string key, long attempt, long milliseconds, DateTimeOffset? again);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Key} waits until {Until}: {Why}")]
    private partial void Waits(string key, DateTimeOffset until, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Key}, attempt {Attempt}: failed; next in {Wait} (none: a dead letter)")]
    private partial void Failed(Exception failure, string key, long attempt, TimeSpan? wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lease lost: {Why}")]
    private partial void Lost(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue cannot be read")]
    private partial void StoreFailed(Exception failure);
}
