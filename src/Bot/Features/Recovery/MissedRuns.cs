using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Runs;

namespace Whybot.Features.Recovery;

/// <summary>
/// Finds failed workflow runs of active repositories that no delivery told of: GitHub does not list deliveries that it never even tried.
/// </summary>
internal sealed partial class MissedRuns(ActionsClient actions, RunStore runs, JobQueue jobs, IDatabase database, ILogger<MissedRuns> logger)
{
    /// <param name="since">The period that matters.</param>
    /// <param name="until">The webhook of a run that ended later may still arrive.</param>
    public async Task RequestAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancel)
    {
        foreach (var repository in await runs.ActiveAsync(since, cancel))
            try
            {
                await RequestAsync(repository, _ => true, since, until, cancel);
            }
            catch (GitHubException gone)
            {
                // The App may have been removed from the repository.
                Failed(gone);
            }
    }

    /// <param name="matters">Whether the bot would have been told of the run.</param>
    /// <param name="since">The period that matters.</param>
    /// <param name="until">What tells of a run that ended later may still arrive.</param>
    /// <exception cref="GitHubException">GitHub refused the list of runs.</exception>
    public async Task RequestAsync(RepositoryRef repository, Func<WorkflowRun, bool> matters, DateTimeOffset since, DateTimeOffset until,
        CancellationToken cancel)
    {
        foreach (var run in await actions.NewestAsync(repository, cancel))
            if (IsMissed(run, since, until) && matters(run) && !await runs.WasLookedAtAsync(repository.Id, run.HeadSha, cancel))
                await database.WriteAsync(async session =>
                {
                    await runs.OpenAsync(session, repository.Id, run.HeadSha);
                    await jobs.EnqueueAsync(session, ExplainJob.Request(repository.Id, run.HeadSha, null));
                }, cancel);
    }

    private static bool IsMissed(WorkflowRun run, DateTimeOffset since, DateTimeOffset until) =>
        Conclusions.IsFailure(run.Conclusion) && run.UpdatedAt > since && run.UpdatedAt < until;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not ask GitHub")]
    private partial void Failed(Exception failure);
}
