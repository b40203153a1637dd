using System.Net;
using Whybot.Features.Deployments;
using Whybot.Features.Recovery;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;

namespace Whybot.Intake.Actions;

/// <summary>
/// What the service's sweeps do. Each run looks for deployments that caused no event; a run of a schedule also looks for runs that were left open, schedules
/// the digest, and removes what is old.
/// </summary>
internal sealed class WakeUp(UnseenDeployments deployments, ForgottenRuns forgotten, Retention retention, JobQueue jobs, TimeProvider time)
{
    /// <summary>The events of a workflow that are about nothing in particular.</summary>
    public static bool Is(string name) => name is "schedule" or "workflow_dispatch" or "repository_dispatch";

    /// <summary>An open run whose job got lost would have ended by then.</summary>
    private static readonly TimeSpan LeftOpen = TimeSpan.FromHours(1);

    /// <param name="whole">Whether nothing else started this run.</param>
    public async Task RunAsync(RepositoryRef repository, bool whole, CancellationToken cancel)
    {
        try
        {
            await deployments.RequestAsync(repository, cancel);
        }
        catch (GitHubException refused) when (refused.Status == HttpStatusCode.Forbidden)
        {
            // A workflow that only explains checks needs no right to read deployments.
        }
        if (!whole)
            return;
        var now = time.GetUtcNow();
        await forgotten.ResumeAsync(now - LeftOpen, cancel);
        await jobs.ScheduleIfAbsentAsync(DigestJob.Request(repository.Id), SweepDigests.Next(now), cancel);
        await retention.RemoveAsync(now, cancel);
    }
}
