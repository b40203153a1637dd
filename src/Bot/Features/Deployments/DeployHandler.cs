using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Deployments;

/// <summary>
/// Takes an environment's newest deployment through its run: readiness, plan, suites phase by phase, a rerun of failures that are not understood, decision.
/// Each step is stored before the next one starts, and nothing waits in memory: any instance can continue it.
/// </summary>
internal sealed partial class DeployHandler(NewestDeployment newest, TestedEnvironments environments, DeploymentRuns runs, SupersedeStep supersede,
    DeploymentSteps steps, ILogger<DeployHandler> logger) : IJobHandler
{
    public string Kind => DeployJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var repository = job.Ref;
        if (await newest.FindAsync(repository, DeployJob.Of(job), cancel) is not var (deployment, name, sha))
            return null;
        if (await environments.FindAsync(repository, name, deployment, sha, cancel) is not { } environment)
        {
            if (await runs.FindAsync(repository.Id, deployment, name, cancel) is { Ended: false } begun)
                await supersede.VoidAsync(job, begun, TestedEnvironments.NotNamed, cancel);
            return null;
        }
        var run = await runs.OpenAsync(repository.Id, deployment, name, sha, cancel);
        using var scope = LogScopes.Run(logger, run.Id);
        await supersede.OlderAsync(job, run, cancel);
        while (!run.Ended)
        {
            if (await supersede.ReplacedAsync(job, run, cancel) is { } why)
            {
                Left(run.Environment, run.Sha, why);
                return null;
            }
            var next = await steps.RunAsync(job, run, environment, cancel);
            if (!next.Now)
                return next.Due;
            run = (await runs.FindAsync(run.Id, cancel))!;
        }
        Left(run.Environment, run.Sha, run.DecisionWord ?? run.Note ?? run.State);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {What}")]
    private partial void Left(string environment, CommitSha sha, string what);
}
