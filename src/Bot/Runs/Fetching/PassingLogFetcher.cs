using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Trust;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches the logs of the last passes of jobs that failed, into <c>history/99-RUN/logs</c>: what a failing log says and a passing one does not is why it
/// failed. Looks at the branch that the commit is on or will be merged into, and then at the commit's own. Of the first one it also records how those jobs
/// ended, with the logs of failures that this one may be the same as: in the newest run, where a pull request left its base, and in attempts that another
/// attempt showed to be flaky. Of runs of the commit itself that have several attempts, it fetches what earlier ones say (<see cref="AttemptLogs"/>).
/// </summary>
/// <remarks>The budget: for each of <see cref="MostWorkflows"/> workflows a list of runs for each branch, the jobs of <see cref="MostRuns"/> runs in each of
/// their last <see cref="JobAttempts.Most"/> attempts, and at most <see cref="MostLogs"/> passing and <see cref="MostFailing"/> failing logs of
/// <see cref="MaxLog"/> bytes for all of them, and <see cref="MostBytes"/> together.</remarks>
internal sealed class PassingLogFetcher(ActionsClient actions, JobAttempts attempts, RepositoriesClient repositories, JobLogs logs,
    AttemptLogs before)
{
    private const int MostWorkflows = 3;
    private const int MostRuns = 3;
    private const int MostLogs = 6;
    private const int MostFailing = 3;
    private const long MaxLog = 50L * 1024 * 1024;
    private const long MostBytes = 150L * 1024 * 1024;

    /// <summary>A job is explained by its own log where none can be had.</summary>
    /// <param name="left">The commit where a pull request left its base; null for anything else.</param>
    public async Task FetchAsync(RepositoryRef repository, CommitState state, CommitSha? left, string folder, FetchedInputs inputs,
        CancellationToken cancel)
    {
        try
        {
            await EachAsync(repository, state, new Left { At = left }, folder, inputs, cancel);
        }
        catch (GitHubException refused)
        {
            inputs.Warnings.Add($"logs of passing jobs could not be read, so the failing ones are explained by themselves ({refused.Message})");
        }
    }

    private async Task EachAsync(RepositoryRef repository, CommitState state, Left left, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        foreach (var run in state.Runs.Where(r => Conclusions.IsFailure(r.Conclusion) || r.RunAttempt > 1)
            .OrderByDescending(r => Conclusions.IsFailure(r.Conclusion)).ThenBy(r => r.Id).Take(MostWorkflows))
        {
            var jobs = await attempts.OfAsync(repository, run, cancel);
            await before.FetchAsync(repository, run, jobs, folder, inputs, cancel);
            if (!Conclusions.IsFailure(run.Conclusion))
                continue;
            var failed = jobs.Where(j => j.Number == run.RunAttempt && Conclusions.IsFailure(j.Job.Conclusion) && j.Job.Steps.Count > 0).Select(j => j.Job.Name)
                .ToHashSet(StringComparer.Ordinal);
            if (run.RunAttempt > 1)
                JobAttempts.Write(repository, run, jobs, JobAttempts.Place(folder, run));
            var line = state.Origin.Line ?? state.DefaultBranch;
            await OfBranchAsync(repository, run, line, failed, left, isLine: true, folder, inputs, cancel);
            if (run.HeadBranch is { Length: > 0 } branch && branch != line)
                await OfBranchAsync(repository, run, branch, failed, left, isLine: false, folder, inputs, cancel);
        }
        if (left.Passing <= 0)
            inputs.Warnings.Add($"the logs of {MostLogs} passing jobs are compared with; the other failing jobs are explained by their own log alone");
    }

    private sealed class Left
    {
        /// <summary>Where a pull request left its base.</summary>
        public CommitSha? At { get; init; }
        public int Passing { get; set; } = MostLogs;
        public int Failing { get; set; } = MostFailing;
        public long Bytes { get; set; } = MostBytes;
    }

    /// <param name="failed">Names of jobs; those whose passing log was found are taken out.</param>
    /// <param name="isLine">Whether the commit is on that branch, or will be merged into it.</param>
    private async Task OfBranchAsync(RepositoryRef repository, WorkflowRun run, string branch, HashSet<string> failed, Left left, bool isLine, string folder,
        FetchedInputs inputs, CancellationToken cancel)
    {
        if (failed.Count == 0 || left.Passing <= 0)
            return;
        var about = await repositories.GetAsync(repository, cancel);
        // A fork may have a branch of that name.
        var earlier = (await actions.OfWorkflowAsync(repository, run.WorkflowId, branch, cancel))
            .Where(r => r.Id < run.Id && RunSource.IsOwn(r, about) && !Conclusions.IsVoid(r.Conclusion)).OrderByDescending(r => r.Id).ToList();
        var names = failed.ToHashSet(StringComparer.Ordinal);
        foreach (var past in earlier.Take(1).Concat(earlier.Skip(1).OrderByDescending(r => r.HeadSha == left.At)
            .ThenByDescending(r => r.Conclusion == "success")).Take(MostRuns))
        {
            var jobs = (await attempts.OfAsync(repository, past, cancel)).Where(j => names.Contains(j.Job.Name)).ToList();
            if (isLine && jobs.Count > 0)
                JobAttempts.Write(repository, past, jobs, JobAttempts.Place(folder, past));
            foreach (var job in jobs.Select(j => j.Job).Where(j => j.Conclusion == "success").Reverse())
                if (left is { Passing: > 0, Bytes: > 0 } && failed.Contains(job.Name)
                    && await CopyAsync(repository, past, run, job, left, folder, inputs, cancel))
                {
                    failed.Remove(job.Name);
                    left.Passing--;
                }
            foreach (var job in jobs.Select(j => j.Job).Where(j => isLine && Conclusions.IsFailure(j.Conclusion)
                && (past == earlier[0] || past.HeadSha == left.At || jobs.Exists(o => o.Job.Name == j.Name && o.Job.Conclusion == "success"))))
                if (left is { Failing: > 0, Bytes: > 0 } && await CopyAsync(repository, past, run, job, left, folder, inputs, cancel))
                    left.Failing--;
        }
    }

    private async Task<bool> CopyAsync(RepositoryRef repository, WorkflowRun past, WorkflowRun failing, WorkflowJob job, Left left, string folder,
        FetchedInputs inputs, CancellationToken cancel)
    {
        var place = JobAttempts.Place(folder, past);
        var file = Path.Combine(place, WorkflowRunCollector.LogName(failing, job));
        try
        {
            if (await logs.CopyAsync(repository, job.Id, file, Math.Min(MaxLog, left.Bytes), cancel) is not { } bytes)
                return false;
            left.Bytes -= bytes;
            JobAttempts.Describe(repository, past, place);
            return true;
        }
        catch (TooLargeException)
        {
            // Half a log would make all of the other half look new.
            inputs.Warnings.Add($"the log of {(job.Conclusion == "success" ? "a pass" : "an earlier failure")} of the job {job.Name} is larger than "
                + $"{Math.Min(MaxLog, left.Bytes) >> 20} MB, so it is not compared with");
            left.Bytes -= Math.Min(MaxLog, left.Bytes);
            return false;
        }
    }
}
