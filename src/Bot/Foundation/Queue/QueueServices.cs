namespace Whybot.Foundation.Queue;

internal static class QueueServices
{
    /// <summary>The queue of jobs, and what works it off.</summary>
    public static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddSingleton<JobQueue>()
        .AddSingleton<Backoff>()
        .AddSingleton<WorkSignals>()
        .AddSingleton<JobWorker>();
}
