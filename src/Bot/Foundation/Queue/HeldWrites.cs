using Whybot.Foundation.Storage;

namespace Whybot.Foundation.Queue;

internal static class HeldWrites
{
    /// <summary>Writes on behalf of a job, but only while it is held: a holder that has lost it may no longer write for it.</summary>
    /// <exception cref="LeaseLostException">Another instance may hold it.</exception>
    public static Task WriteAsync(this IDatabase database, Job job, Func<Session, Task> write, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            await JobQueue.AssertFenceAsync(session, job);
            await write(session);
        }, cancel);
}
