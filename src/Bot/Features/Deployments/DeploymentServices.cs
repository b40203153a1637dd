using Whybot.Features.Deployments.Probes;
using Whybot.Features.Deployments.Suites;
using Whybot.Foundation.Queue;

namespace Whybot.Features.Deployments;

internal static class DeploymentServices
{
    /// <summary>Takes a deployment from readiness to its decision.</summary>
    public static IServiceCollection AddDeployments(this IServiceCollection services) => services
        .AddSingleton<Prober>()
        .AddSingleton<NewestDeployment>()
        .AddSingleton<RecentDeployments>()
        .AddSingleton<UnseenDeployments>()
        .AddSingleton<InterruptedDeployments>()
        .AddSingleton<TestedEnvironments>()
        .AddSingleton<DeploymentSteps>()
        .AddSingleton<ReadinessStep>()
        .AddSingleton<PlanStep>()
        .AddSingleton<NotRunStep>()
        .AddSingleton<SuitesStep>()
        .AddSingleton<SuiteCounter>()
        .AddSingleton<RecheckStep>()
        .AddSingleton<ConcludeStep>()
        .AddSingleton<EndStep>()
        .AddSingleton<NotifiedPulls>()
        .AddSingleton<EndingTransaction>()
        .AddSingleton<SupersedeStep>()
        .AddSingleton<ServiceWatch>()
        .AddSingleton<WorkflowWatch>()
        .AddSingleton<WorkflowSuites>()
        .AddSingleton<SuiteFileCollector>()
        .AddSingleton<LocalSuiteRun>()
        .AddSingleton<LocalSuiteEnding>()
        .AddSingleton<LiveCheck>()
        .AddSingleton<AfterRun>()
        .AddSingleton<IJobHandler, DeployHandler>()
        .AddSingleton<IJobHandler, LocalSuiteHandler>();
}
