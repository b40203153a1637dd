using Whybot.Storage;

namespace Whybot.Queue;

internal static class HeldWrites
{
    /// <summary>Writes in a job's name: only while it is held, since one who has lost it may not speak for it.</summary>
    /// <exception cref="LeaseLostException">Another may hold it.</exception>
    public static Task WriteAsync(this IDatabase database, Job job, Func<Session, Task> write, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            await JobQueue.HoldAsync(session, job);
            await write(session);
        }, cancel);
}
