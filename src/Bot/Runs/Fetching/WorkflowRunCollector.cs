using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Collects what workflow runs left behind: results and logs from their artifacts, how their jobs ended, and the logs of jobs that did not end well, or what
/// GitHub notes about them. If one of those may be GitHub's fault, it asks what its status page says.
/// </summary>
internal sealed class WorkflowRunCollector(ActionsClient actions, ArtifactFetcher artifacts, JobNotes notes, StatusFetcher status,
    ConfiguredSecrets own)
{
    private const long MaxLog = 100L * 1024 * 1024;
    private const int MostLogs = 40;
    private const int MostEarlier = 10;

    /// <param name="inputs">Notes how the jobs ended, and what could not be obtained.</param>
    public async Task CollectAsync(RepositoryRef repository, IReadOnlyList<WorkflowRun> runs, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var reader = new ArtifactReader(folder, own, inputs);
        foreach (var run in runs.OrderBy(r => r.Id))
        {
            var (last, earlier) = ArtifactAttempts.Of(await actions.ArtifactsAsync(repository, run.Id, cancel), run);
            foreach (var artifact in last)
                await artifacts.FetchAsync(repository, artifact, reader, folder, inputs, cancel);
            await EarlierAsync(repository, run, earlier, folder, cancel);
            await JobsAsync(repository, run, folder, inputs, cancel);
        }
        reader.Name();
        await status.FetchAsync(folder, cancel);
    }

    /// <summary>Results of earlier attempts are another run of the same commit: a test that passed there is flaky.</summary>
    private async Task EarlierAsync(RepositoryRef repository, WorkflowRun run, IReadOnlyList<Artifact> some, string folder, CancellationToken cancel)
    {
        if (some.Where(a => a.SizeInBytes <= EarlierResults.MostArtifact).Take(MostEarlier).ToList() is not { Count: > 0 } small)
            return;
        var place = Directory.CreateDirectory(JobAttempts.Place(folder, run)).FullName;
        var reader = new ArtifactReader(place, own, new FetchedInputs());
        foreach (var artifact in small)
            await artifacts.FetchAsync(repository, artifact, reader, place, new FetchedInputs(), cancel);
        reader.Name();
        JobAttempts.Describe(repository, run, place);
        // An attempt's other logs are no logs of its jobs, and only what the last attempt ran is looked at.
        foreach (var other in new[] { "logs", CoverageFiles.Below }.Select(n => Path.Combine(place, n)).Where(Directory.Exists))
            Directory.Delete(other, recursive: true);
    }

    private async Task JobsAsync(RepositoryRef repository, WorkflowRun run, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var jobs = await actions.JobsAsync(repository, run, cancel);
        var records = RunJobs.Of(run, jobs);
        var logged = jobs.Where(j => RunJobs.EndedBadly(run, j)).ToList();
        if (logged.Count > MostLogs)
            inputs.Lost($"logs of {run.Name}", $"{logged.Count} jobs did not end well; the logs of {MostLogs} of them are read");
        var (logs, left) = (new Dictionary<long, string>(), JobNotes.Most);
        foreach (var job in logged.Take(MostLogs))
        {
            var log = await LogAsync(repository, run, job, folder, inputs, cancel);
            if (JobNotes.AreWorthReading(run, job, jobs, log is null ? null : Path.Combine(folder, log)) && left-- > 0)
                log = await notes.ReadAsync(repository, run, job, log, folder, cancel);
            if (log is not null)
                logs[job.Id] = log;
            else if (Conclusions.IsFailure(job.Conclusion))
                // A job that was cancelled before it started has no log.
                inputs.Lost($"log of job {job.Name}", job.Steps.Count > 0 ? "GitHub no longer has it"
                    : left < 0 ? $"no runner ran it; why is asked for {JobNotes.Most} jobs of a run" : "no runner ran it, and GitHub does not say why");
        }
        inputs.Jobs.AddRange(records.Select(r => r.Record with { Log = r.Job is { } id ? logs.GetValueOrDefault(id) : null }));
    }

    /// <summary>A log's path in a run's folder; logs of one job in several runs differ only in the number at the end.</summary>
    public static string LogName(WorkflowRun run, WorkflowJob job) => $"logs/{FileNames.Safe($"{run.Name}-{job.Name}")}-{job.Id}.txt";

    /// <returns>The log's path in the folder; null if there is none.</returns>
    private async Task<string?> LogAsync(RepositoryRef repository, WorkflowRun run, WorkflowJob job, string folder, FetchedInputs inputs,
        CancellationToken cancel)
    {
        await using var from = await actions.LogAsync(repository, job.Id, cancel);
        if (from is null)
            return null;
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        var name = LogName(run, job);
        await using var to = File.Create(Path.Combine(folder, name));
        try
        {
            await new RedactedCopy(own).CopyAsync(from, to, MaxLog, cancel);
        }
        catch (TooLargeException tooLarge)
        {
            inputs.Cut(name, $"the log of job {job.Name} is {tooLarge.Message}; the rest of it is not read");
        }
        catch (IOException broken)
        {
            throw new GitHubUnreachableException($"log of job {job.Id}", broken.Message, broken);
        }
        return name;
    }
}
