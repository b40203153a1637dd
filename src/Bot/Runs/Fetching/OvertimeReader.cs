using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Finds runs with a job that ran until its <c>timeout-minutes</c>. GitHub ends such a job as cancelled, as if a person or a newer run had done it; only the
/// note on the job's page tells them apart. A hang is a failure, so these runs are taken for timed out.
/// </summary>
/// <remarks>The budget for a run: one request for its jobs, and <see cref="Most"/> for notes. It is spent only on runs that nothing newer replaced.</remarks>
internal sealed class OvertimeReader(ActionsClient actions, ChecksClient checks)
{
    private const int Most = 3;
    private const string Note = "has exceeded the maximum execution time";

    /// <summary>A workflow cannot set a shorter limit.</summary>
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMinutes(1);

    /// <param name="runs">Cancelled ones.</param>
    /// <returns>Those of them that ran too long, as timed out.</returns>
    public async Task<IReadOnlyList<WorkflowRun>> AmongAsync(RepositoryRef repository, IReadOnlyList<WorkflowRun> runs, CancellationToken cancel)
    {
        var found = new List<WorkflowRun>();
        foreach (var run in runs.Where(r => r.UpdatedAt - r.CreatedAt >= ShortestLimit))
            if (await RanTooLongAsync(repository, run, cancel))
                found.Add(run with { Conclusion = JobConclusions.TimedOut });
        return found;
    }

    /// <summary>Whether a job of a run that ran too long may be the one that did.</summary>
    public static bool MayBeLate(WorkflowRun run, WorkflowJob job) =>
        run.Conclusion == JobConclusions.TimedOut && job.Conclusion == JobConclusions.Cancelled && job.Steps is { Count: > 0 };

    private async Task<bool> RanTooLongAsync(RepositoryRef repository, WorkflowRun run, CancellationToken cancel)
    {
        try
        {
            var late = (await actions.JobsAsync(repository, run, cancel)).Where(j => j.Conclusion == JobConclusions.Cancelled && j.Steps is { Count: > 0 })
                .OrderByDescending(j => j.CompletedAt - j.StartedAt).Take(Most);
            foreach (var job in late)
                if ((await checks.FailuresAsync(repository, job.Id, cancel)).Any(n => n.Contains(Note, StringComparison.Ordinal)))
                    return true;
            return false;
        }
        catch (GitHubException)
        {
            // It stays what GitHub calls it.
            return false;
        }
    }
}
