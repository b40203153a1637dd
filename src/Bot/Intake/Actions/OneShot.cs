using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Analyzing;

namespace Whybot.Intake.Actions;

/// <summary>Takes one event from its arrival to the answer, with the same parts as the service, and then exits.</summary>
internal sealed class OneShot(EventReaders readers, IntentExecutor reactions, JobQueue jobs, JobWorker worker, QueueSettings queue, ActionReport report,
    IDatabase database, TimeProvider time)
{
    /// <summary>EX_TEMPFAIL of sysexits.h.</summary>
    private const int NotDone = 75;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task<int> RunAsync(ActionsEnvironment environment, TimeSpan most, CancellationToken cancel)
    {
        var read = readers.Read(environment.Event!, await File.ReadAllBytesAsync(environment.EventPath!, cancel));
        if (read.Reaction is not { } reaction)
        {
            Console.Error.WriteLine($"whybot: {environment.EventPath}: {read.Problem}");
            return ExitCodes.Unreadable;
        }
        var said = await database.WriteAsync(session => reactions.ExecuteAsync(session, reaction, null, time.GetUtcNow()), cancel);
        var done = await WorkAsync(time.GetUtcNow() + most, cancel);
        // The repository is known by now, perhaps under a different id than when the work began.
        if (reaction is WebhookIntent.OfRepository about)
            reaction = about with { Repository = (await database.ReadAsync(session => Repositories.KnownAsync(session, about.Repository), cancel))! };
        await report.WriteAsync(environment, reaction, said, cancel);
        return done ? 0 : NotDone;
    }

    /// <returns>False if time ran out or something was given up.</returns>
    private async Task<bool> WorkAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (time.GetUtcNow() < until)
        {
            if (await jobs.ClaimAsync(queue.Lease, cancel) is { } job)
                await worker.ExecuteAsync(job, cancel);
            else if (await jobs.CountAsync(cancel) is { Pending: 0, Running: 0 } counts)
                return counts.Dead == 0;
            else
                await Task.Delay(Look, time, cancel);
        }
        return false;
    }
}
