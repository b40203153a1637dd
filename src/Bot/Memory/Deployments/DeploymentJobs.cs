using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;

namespace Whybot.Memory.Deployments;

internal static class DeploymentJobs
{
    /// <summary>The job that advances the run by a step.</summary>
    /// <param name="delivery">The delivery that asked for it; null if the bot did.</param>
    public static JobRequest ToJob(this DeploymentRun run, string? delivery) =>
        DeployJob.Request(run.Repository, run.Deployment, run.Environment, run.Sha, delivery);
}
