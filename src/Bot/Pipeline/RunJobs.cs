using Whybot.Analysis.Logs;
using Whybot.GitHub;
using Whybot.GitHub.Records;

namespace Whybot.Pipeline;

/// <summary>Says how the jobs of a workflow run ended, by what GitHub says of them.</summary>
internal static class RunJobs
{
    /// <summary>GitHub does not say how it ended.</summary>
    private const string Unknown = "unknown";

    /// <summary>
    /// One record for each job. Where the run did not end well and no job of it shows that (it could not be started, say), the run itself is one. A job that failed in a run
    /// that succeeded may fail: its workflow says <c>continue-on-error</c>.
    /// </summary>
    /// <returns>With the job's id; null for the run itself.</returns>
    public static IReadOnlyList<(JobRecord Record, long? Job)> Of(WorkflowRun run, IReadOnlyList<WorkflowJob> jobs)
    {
        var records = jobs.Select(j => (Record: Of(run, j), Job: (long?)j.Id)).ToList();
        if (records.All(r => EndedWell(r.Record)) && (jobs.Count == 0 || run.Conclusion is not ("success" or "neutral" or "skipped")))
            records.Add((new JobRecord(run.Name ?? $"{run.Id}", run.Conclusion ?? Unknown), null));
        return records;
    }

    /// <summary>Whether its log is worth reading.</summary>
    public static bool EndedBadly(WorkflowRun run, WorkflowJob job) => !EndedWell(Of(run, job));

    /// <summary>As it should, or it did not have to run, or may fail.</summary>
    private static bool EndedWell(JobRecord job) => job.MayFail || job.Conclusion is JobConclusions.Success or JobConclusions.Skipped or JobConclusions.Neutral;

    private static JobRecord Of(WorkflowRun run, WorkflowJob job)
    {
        var conclusion = job.Conclusion ?? Unknown;
        var allowed = run.Conclusion == "success" && Conclusions.IsFailure(conclusion);
        return new JobRecord(job.Name, conclusion)
        {
            MayFail = allowed,
            Note = allowed ? "it failed, and its workflow lets it" : null,
            Step = (job.Steps ?? []).FirstOrDefault(s => s.Conclusion is "failure" or "timed_out" or "cancelled")?.Name,
        };
    }
}
