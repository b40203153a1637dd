using Whybot.Foundation.Queue;

namespace Whybot.Features.IssueLifecycle;

internal static class IssueLifecycleServices
{
    /// <summary>Closes, reopens and ranks the bot's own issues, and writes the digest.</summary>
    public static IServiceCollection AddIssueLifecycle(this IServiceCollection services) => services
        .AddSingleton<TrackedIssues>()
        .AddSingleton<TrackedIssueReader>()
        .AddSingleton<IssueDecisions>()
        .AddSingleton<FixFinder>()
        .AddSingleton<Duplicates>()
        .AddSingleton<DigestIssues>()
        .AddSingleton<DigestReader>()
        .AddSingleton<IJobHandler, IssueLifecycleHandler>()
        .AddSingleton<IJobHandler, DigestHandler>();
}
