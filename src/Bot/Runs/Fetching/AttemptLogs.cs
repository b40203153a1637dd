using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches the logs of jobs that failed in an earlier attempt of a run and ran again, into <c>history/99-RUN-FAILED-LATEST/logs</c>: a test that failed in one
/// attempt and passed in another is flaky. If artifacts have results, these logs have none to add.
/// </summary>
/// <remarks>The budget: of each run <see cref="Most"/> logs of <see cref="MaxLog"/> bytes, for each job that of the last attempt in which it failed
/// before.</remarks>
internal sealed class AttemptLogs(JobLogs logs)
{
    private const int Most = 3;
    private const long MaxLog = 50L * 1024 * 1024;

    /// <param name="jobs">Of all attempts that are known.</param>
    public async Task FetchAsync(RepositoryRef repository, WorkflowRun run, IReadOnlyList<(WorkflowJob Job, int Number)> jobs, string folder,
        FetchedInputs inputs, CancellationToken cancel)
    {
        if (run.RunAttempt < 2 || HasResults(folder))
            return;
        var again = jobs.GroupBy(j => j.Job.Name, StringComparer.Ordinal).Select(RanAgain).OfType<(WorkflowJob, int, int)>();
        foreach (var (job, failed, latest) in again.Take(Most))
            try
            {
                var place = Path.Combine(folder, "history", $"99-{run.Id}-{failed}-{latest}");
                if (await logs.CopyAsync(repository, job.Id, Path.Combine(place, WorkflowRunCollector.LogName(run, job)), MaxLog, cancel) is not null)
                    new RunFile(repository.FullName, run.HeadSha, run.HeadBranch, null, run.CreatedAt)
                    {
                        Conclusion = JobConclusions.Failure,
                        Attempt = failed,
                        Latest = latest,
                    }.Write(place);
            }
            catch (TooLargeException)
            {
                inputs.Warnings.Add($"the log of the job {job.Name} in attempt {failed} is larger than {MaxLog >> 20} MB, so it is not read");
            }
    }

    /// <summary>Null for a job that did not fail before it ran for the last time, or has neither failed nor passed then.</summary>
    private static (WorkflowJob Job, int Failed, int Latest)? RanAgain(IEnumerable<(WorkflowJob Job, int Number)> attempts)
    {
        var inOrder = attempts.OrderBy(j => j.Number).ToList();
        var latest = inOrder[^1];
        return inOrder.LastOrDefault(j => j.Number < latest.Number && Conclusions.IsFailure(j.Job.Conclusion)) is { Job: { } job, Number: var failed }
            && (latest.Job.Conclusion == JobConclusions.Success || Conclusions.IsFailure(latest.Job.Conclusion)) ? (job, failed, latest.Number) : null;
    }

    private static bool HasResults(string folder) =>
        Path.Combine(folder, "results") is var results && Directory.Exists(results) && Directory.EnumerateFiles(results).Any();
}
