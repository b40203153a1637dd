using Whybot.GitHub;
using Whybot.GitHub.Records;

namespace Whybot.Pipeline;

/// <summary>Says how the jobs of a workflow run ended, by what GitHub says of them.</summary>
internal static class RunJobs
{
    /// <summary>
    /// One record for each job. Where the run did not end well and no job of it shows that (it could not be started, say), the run itself is one. A job that failed in a run
    /// that succeeded may fail: its workflow says <c>continue-on-error</c>.
    /// </summary>
    /// <returns>With the job's id; null for the run itself.</returns>
    public static IReadOnlyList<(JobRecord Record, long? Job)> Of(WorkflowRun run, IReadOnlyList<WorkflowJob> jobs)
    {
        var records = jobs.Select(j => (Record: Of(run, j), Job: (long?)j.Id)).ToList();
        if (records.All(r => r.Record.EndedWell) && (jobs.Count == 0 || run.Conclusion is not ("success" or "neutral" or "skipped")))
            records.Add((JobRecord.Of(run.Name ?? $"{run.Id}", run.Conclusion ?? "unknown", []), null));
        return records;
    }

    /// <summary>Whether its log is worth reading.</summary>
    public static bool EndedBadly(WorkflowRun run, WorkflowJob job) => !Of(run, job).EndedWell;

    private static JobRecord Of(WorkflowRun run, WorkflowJob job)
    {
        var conclusion = job.Conclusion ?? "unknown";
        var allowed = run.Conclusion == "success" && Conclusions.IsFailure(conclusion);
        return JobRecord.Of(job.Name, allowed ? "neutral" : conclusion, [], allowed ? "it failed, and its workflow lets it" : null) with
        {
            Step = (job.Steps ?? []).FirstOrDefault(s => s.Conclusion is "failure" or "timed_out" or "cancelled")?.Name,
        };
    }
}
