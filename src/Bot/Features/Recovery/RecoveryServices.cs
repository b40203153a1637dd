using Whybot.Foundation.Queue;

namespace Whybot.Features.Recovery;

internal static class RecoveryServices
{
    /// <summary>Finds what was missed or left behind.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddSingleton<FailedDeliveries>()
        .AddSingleton<MissedRuns>()
        .AddSingleton<ForgottenRuns>()
        .AddSingleton<Retention>()
        .AddSingleton<OwnIssues>()
        .AddSingleton<OwnComments>()
        .AddSingleton<Rebuild>()
        .AddSingleton<IJobHandler, SweepDigests>()
        .AddSingleton<IJobHandler, SweepRuns>()
        .AddSingleton<IJobHandler, SweepDeliveries>();
}
