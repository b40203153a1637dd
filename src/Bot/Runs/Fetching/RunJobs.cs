using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Runs.Fetching;

/// <summary>Converts GitHub's data about a workflow run into records of how its jobs ended.</summary>
internal static class RunJobs
{
    private const string Unknown = "unknown";

    /// <summary>
    /// One record per job. If the run did not end well and none of its jobs shows that (for example, it could not be started), the run itself gets a record. A
    /// job that failed in a run that succeeded is one that is allowed to fail: its workflow says <c>continue-on-error</c>.
    /// </summary>
    /// <returns>The records with their jobs' ids; null for the run itself.</returns>
    public static IReadOnlyList<(JobRecord Record, long? Job)> Of(WorkflowRun run, IReadOnlyList<WorkflowJob> jobs)
    {
        var records = jobs.Select(j => (Record: Of(run, j), Job: (long?)j.Id)).ToList();
        if (jobs.Count == 0 || (!IsWell(run.Conclusion) && records.All(r => IsWell(r.Record.Conclusion))))
            records.Add((new JobRecord(run.Name ?? $"{run.Id}", run.Conclusion ?? Unknown) { Page = $"actions/runs/{run.Id}" }, null));
        return records;
    }

    /// <summary>Whether its log is worth reading.</summary>
    public static bool EndedBadly(WorkflowRun run, WorkflowJob job) => Of(run, job) is { MayFail: false } record && !IsWell(record.Conclusion);

    /// <summary>A job without steps has run nothing: no runner took it, whatever GitHub concludes.</summary>
    private static JobRecord Of(WorkflowRun run, WorkflowJob job) => new(job.Name,
        job.Steps is { Count: 0 } && job.Conclusion == JobConclusions.Failure ? JobConclusions.StartupFailure : job.Conclusion ?? Unknown)
    {
        Page = $"actions/runs/{run.Id}/job/{job.Id}",
        MayFail = run.Conclusion == JobConclusions.Success && Conclusions.IsFailure(job.Conclusion),
        Step = (job.Steps ?? []).FirstOrDefault(s => s.Conclusion is JobConclusions.Failure or JobConclusions.TimedOut or JobConclusions.Cancelled)?.Name,
    };

    /// <summary>Whether it ended as it should, or did not have to run.</summary>
    private static bool IsWell(string? conclusion) => conclusion is JobConclusions.Success or JobConclusions.Skipped or JobConclusions.Neutral;
}
