using System.Net;
using Whybot.Features.Deployments;
using Whybot.Features.Recovery;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Runs;

namespace Whybot.Intake.Actions;

/// <summary>
/// What the service's sweeps do. Each run looks for deployments that caused no event; a run of a schedule also looks for runs that were left open, and for
/// failures whose own run was killed before it had written anything, schedules the digest, and removes what is old.
/// </summary>
internal sealed class WakeUp(UnseenDeployments deployments, MissedRuns missed, RunStore runs, ForgottenRuns forgotten, Retention retention, JobQueue jobs,
    TimeProvider time)
{
    /// <summary>The events of a workflow that are about nothing in particular.</summary>
    public static bool Is(string name) => name is "schedule" or "workflow_dispatch" or "repository_dispatch";

    /// <summary>An open run whose job got lost would have ended by then.</summary>
    private static readonly TimeSpan LeftOpen = TimeSpan.FromHours(1);

    /// <summary>Schedules are delayed and left out where GitHub is busy, but seldom for so long.</summary>
    private static readonly TimeSpan Missable = TimeSpan.FromDays(1);

    /// <summary>The run that a failure started may still wait for a runner, or be at work.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(30);

    /// <param name="whole">Whether nothing else started this run.</param>
    /// <param name="listenedTo">Names of the workflows whose ends start a run of Whybot.</param>
    public async Task RunAsync(RepositoryRef repository, bool whole, IReadOnlySet<string> listenedTo, CancellationToken cancel)
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
        // What failed before Whybot came is nothing it has missed.
        if (listenedTo.Count > 0 && await runs.FirstAsync(repository.Id, cancel) is { } first)
            await missed.RequestAsync(repository, r => r.Name is { } name && listenedTo.Contains(name),
                first > now - Missable ? first : now - Missable, now - OnItsWay, cancel);
        await jobs.ScheduleIfAbsentAsync(DigestJob.Request(repository.Id), SweepDigests.Next(now), cancel);
        await retention.RemoveAsync(now, cancel);
    }
}
