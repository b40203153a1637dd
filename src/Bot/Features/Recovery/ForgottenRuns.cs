using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;

namespace Whybot.Features.Recovery;

/// <summary>Requests the jobs of open runs that no job is waiting for.</summary>
internal sealed partial class ForgottenRuns(RunStore runs, DeploymentRuns deployments, JobQueue jobs, ILogger<ForgottenRuns> logger)
{
    /// <param name="openedBefore">Runs opened later may still get their job.</param>
    public async Task ResumeAsync(DateTimeOffset openedBefore, CancellationToken cancel)
    {
        foreach (var run in await runs.ForgottenAsync(openedBefore, cancel))
        {
            Forgotten(run.Sha, run.RepositoryName);
            await jobs.EnqueueAsync(ExplainJob.Request(run.Repository, run.Sha, null), cancel);
        }
        foreach (var run in await deployments.ForgottenAsync(openedBefore, cancel))
        {
            Forgotten(run.Sha, run.RepositoryName);
            await jobs.EnqueueAsync(run.ToJob(null), cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sha} of {Repository} was left open; it is looked at again")]
    private partial void Forgotten(CommitSha sha, RepositoryName repository);
}
