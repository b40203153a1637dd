using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Deployments;

/// <summary>Takes a run one step further; its state says which step that is.</summary>
internal sealed class DeploymentSteps(ReadinessStep readiness, SuitesStep suites, RecheckStep recheck, ConcludeStep conclude)
{
    public Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) => run.State switch
    {
        "waiting" => readiness.RunAsync(job, run, environment, cancel),
        "running" when run.Note is null => suites.RunAsync(job, run, environment, cancel),
        "rechecking" => recheck.RunAsync(job, run, environment, cancel),
        _ => conclude.RunAsync(job, run, environment, cancel),
    };
}
