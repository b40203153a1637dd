using Whybot.Features.Deployments.Probes;
using Whybot.Features.Deployments.Suites;
using Whybot.Foundation.Queue;

namespace Whybot.Features.Deployments;

internal static class DeploymentServices
{
    /// <summary>Takes a deployment from readiness to its decision.</summary>
    public static IServiceCollection AddDeployments(this IServiceCollection services) => services
        .AddSingleton<Prober>()
        .AddSingleton<ReadinessStep>()
        .AddSingleton<SuitesStep>()
        .AddSingleton<ConcludeStep>()
        .AddSingleton<SupersedeStep>()
        .AddSingleton<WorkflowWatch>()
        .AddSingleton<WorkflowSuites>()
        .AddSingleton<LiveCheck>()
        .AddSingleton<AfterRun>()
        .AddSingleton<IJobHandler, DeployHandler>()
        .AddSingleton<IJobHandler, LocalSuiteHandler>();
}
