using System.Globalization;
using System.Text;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Reads what GitHub notes on the page of a job that did not end well, for a job whose log does not say why: no runner took it, its runner was lost, the
/// account may not run jobs. GitHub keeps it as annotations of the job's check run, which has the job's number, and a job that no runner took has no log at
/// all. It is written as lines of a log, <c>logs/WORKFLOW-JOB-NUMBER.annotations.txt</c>, or at the end of the log that says nothing.
/// </summary>
/// <remarks>The budget: one request for a job, and <see cref="Most"/> for a run.</remarks>
internal sealed class JobNotes(ChecksClient checks, ConfiguredSecrets own)
{
    public const int Most = 5;
    private const int MostLines = 20;

    /// <summary>What ends a job is near the end of its log.</summary>
    private const int MostOfLog = 256 * 1024;

    /// <summary>
    /// A job that was cancelled before it began has nothing to say if another one failed: that is why it was cancelled. The log of one that ran too long only
    /// says that it was cancelled.
    /// </summary>
    /// <param name="log">Path of its log; null for none.</param>
    public static bool AreWorthReading(WorkflowRun run, WorkflowJob job, IReadOnlyList<WorkflowJob> jobs, string? log) => OvertimeReader.MayBeLate(run, job)
        || ((Conclusions.IsFailure(job.Conclusion) || (job.Steps.Count == 0 && !jobs.Any(j => Conclusions.IsFailure(j.Conclusion))))
        && (log is null || !SaysWhy(log)));

    /// <param name="log">Path of its log; null for none.</param>
    /// <returns>The path of the file in the folder; null if GitHub notes nothing about a job without a log.</returns>
    public async Task<string?> ReadAsync(RepositoryRef repository, WorkflowRun run, WorkflowJob job, string? log, string folder, CancellationToken cancel)
    {
        if (await NotedAsync(repository, job, cancel) is not { Count: > 0 } noted)
            return log;
        var name = log ?? LogNames.NotesOf(WorkflowRunCollector.LogName(run, job));
        var stamp = (job.CompletedAt ?? job.StartedAt)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff'Z '", CultureInfo.InvariantCulture);
        var lines = string.Concat(noted.Select(l => $"{stamp}##[error]{l}\n"));
        Directory.CreateDirectory(Path.Combine(folder, LogFiles.Below));
        await using var to = new FileStream(Path.Combine(folder, name), FileMode.Append);
        await using var from = new MemoryStream(Encoding.UTF8.GetBytes(to.Length > 0 ? $"\n{lines}" : lines));
        await new RedactedCopy(own).CopyAsync(from, to, from.Length, cancel);
        return name;
    }

    private async Task<IReadOnlyList<string>> NotedAsync(RepositoryRef repository, WorkflowJob job, CancellationToken cancel)
    {
        try
        {
            return [.. (await checks.FailuresAsync(repository, job.Id, cancel)).SelectMany(a => a.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0)
                .Take(MostLines)];
        }
        catch (GitHubException)
        {
            // Without them a job's end is only not explained.
            return [];
        }
    }

    private static bool SaysWhy(string log)
    {
        using var file = File.OpenRead(log);
        file.Seek(-Math.Min(file.Length, MostOfLog), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Contains("##[error]", StringComparison.Ordinal))
                return true;
        return false;
    }
}
