using System.Text;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches all evidence about a commit's checks into a run's folder, in the layout that <c>whybot analyze</c> reads. What cannot be obtained is noted as
/// unread.
/// </summary>
internal sealed class RunFetcher(ActionsClient actions, RepositoriesClient repositories, AnswerFetcher answers, RunStore runs, OldOrigins old,
    LedgerFolder ledgers, EvidenceFolders folders, RepositorySettingsFile settingsFile, ConfiguredSecrets own, EvidenceSettings settings, TimeProvider time)
{
    private const string SettingsFile = ".github/whybot.yml";
    private const long MaxLog = 100L * 1024 * 1024;
    private const long MaxArtifact = 200L * 1024 * 1024;
    private const long MaxSettings = 256 * 1024;
    private const long MaxIndex = 2 * 1024 * 1024;
    private const int MostLogs = 40;

    /// <returns>The folder, newly created.</returns>
    public Task<RunEvidence> FetchAsync(RepositoryRef repository, Subject subject, CommitState state, CancellationToken cancel) =>
        folders.NewAsync(repository, subject.Sha, folder => FetchAsync(repository, subject, state, folder, cancel));

    private async Task FetchAsync(RepositoryRef repository, Subject subject, CommitState state, string folder, CancellationToken cancel)
    {
        var (sha, origin) = (subject.Sha, state.Origin);
        var inputs = new FetchedInputs();
        var began = state.Runs.Select(r => (DateTimeOffset?)r.CreatedAt).Min() ?? time.GetUtcNow();
        new RunFile(repository.FullName, sha, origin.Label, origin.Pull?.Number, began, subject.Filing is not null).Write(folder);
        await SettingsAsync(repository, folder, cancel);
        await CollectAsync(repository, state.Runs, folder, inputs, cancel);
        var history = await HistoryAsync(repository, sha, state, folder, cancel);
        var start = origin.Pull is { } pull ? await answers.BranchedFromAsync(repository, sha, pull, cancel)
            : history.LastOrDefault(r => r.Green == 1)?.Sha ?? await answers.ParentAsync(repository, sha, cancel);
        await answers.FetchAsync(repository, sha, start, folder, inputs.Warnings, cancel);
        await ledgers.WriteAsync(repository.Id, subject.Mandate?.Place, folder, cancel);
        if (!state.Complete)
            inputs.Lost("checks", "some checks of this commit have not ended; what they will find is not known");
        foreach (var check in state.OtherChecks.Where(c => Conclusions.IsFailure(c.Conclusion)))
            inputs.Lost($"check {check.Name}", "it failed, and what it found is not known here");
        foreach (var run in state.Aside)
            inputs.Warnings.Add($"the workflow {run.Name} failed on this commit too, on {run.HeadRepository?.FullName ?? "a deleted fork"}:{run.HeadBranch} "
                + $"({run.Event}); that run is not read here");
        foreach (var cancelled in state.Cancelled)
            inputs.Jobs.Add(new JobRecord(cancelled.Name ?? $"{cancelled.Id}", JobConclusions.Cancelled));
        inputs.Write(folder);
    }

    /// <summary>A file of the default branch; null if it does not exist or is too large.</summary>
    public async Task<byte[]?> FileAsync(RepositoryRef repository, string path, CancellationToken cancel) =>
        await repositories.FileAsync(repository, path, MaxIndex, cancel);

    /// <summary>The repository's settings, from its default branch.</summary>
    public async Task<RepositorySettings> SettingsOfAsync(RepositoryRef repository, CancellationToken cancel) =>
        await repositories.FileAsync(repository, SettingsFile, MaxSettings, cancel) is { } found
            ? settingsFile.Read(Encoding.UTF8.GetString(found), SettingsFile).Settings : RepositorySettings.Default;

    /// <summary>Settings and code owners come from the default branch: a pull request cannot change them before it is merged.</summary>
    public async Task SettingsAsync(RepositoryRef repository, string folder, CancellationToken cancel)
    {
        if (await repositories.FileAsync(repository, SettingsFile, MaxSettings, cancel) is { } found)
            await WriteAsync(folder, "whybot.yml", found, cancel);
        foreach (var place in new[] { ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS" })
            if (await repositories.FileAsync(repository, place, MaxSettings, cancel) is { } owners)
            {
                await WriteAsync(folder, "CODEOWNERS", owners, cancel);
                return;
            }
    }

    /// <summary>Writes a file of the repository, with its secrets masked.</summary>
    public async Task WriteAsync(string folder, string name, byte[] file, CancellationToken cancel)
    {
        using var from = new MemoryStream(file);
        await using var to = File.Create(Path.Combine(folder, name));
        await new RedactedCopy(own).CopyAsync(from, to, file.Length, cancel);
    }

    /// <summary>
    /// Extracts results and logs from workflow runs' artifacts, notes how their jobs ended, and takes the logs of jobs that did not end well.
    /// </summary>
    public async Task CollectAsync(RepositoryRef repository, IReadOnlyList<WorkflowRun> runs, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var artifacts = new ArtifactReader(folder, own, inputs);
        foreach (var run in runs.OrderBy(r => r.Id))
        {
            foreach (var artifact in await actions.ArtifactsAsync(repository, run.Id, cancel))
                await ArtifactAsync(repository, artifact, artifacts, folder, inputs, cancel);
            await JobsAsync(repository, run, folder, inputs, cancel);
        }
        artifacts.Name();
    }

    private async Task ArtifactAsync(RepositoryRef repository, Artifact artifact, ArtifactReader reader, string folder, FetchedInputs inputs,
        CancellationToken cancel)
    {
        var source = $"artifact {FileNames.Shown(artifact.Name)}";
        if (artifact.Expired)
            inputs.Lost(source, "it has expired; GitHub no longer has it");
        else if (artifact.SizeInBytes > MaxArtifact && LargeArtifact.MayHoldResults(artifact.Name, await EndAsync(repository, artifact, cancel),
            artifact.SizeInBytes))
            inputs.Lost(source, $"{artifact.SizeInBytes >> 20} MB, and at most {MaxArtifact >> 20} MB are fetched; upload results in an artifact of their own");
        else if (artifact.SizeInBytes > MaxArtifact)
            inputs.Warnings.Add($"{source}: {artifact.SizeInBytes >> 20} MB, skipped; judging by their names, none of its files is a result");
        if (artifact.Expired || artifact.SizeInBytes > MaxArtifact)
            return;
        await using var from = await actions.ArtifactAsync(repository, artifact.Id, cancel);
        if (from is null)
        {
            inputs.Lost(source, "GitHub no longer has it");
            return;
        }
        // A ZIP file is read from its end, so it has to be on disk.
        var zip = Path.Combine(folder, $"artifact-{artifact.Id}.zip");
        try
        {
            await using var file = new FileStream(zip, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
            var limited = new LimitedStream(from, MaxArtifact);
            await limited.CopyToAsync(file, cancel);
            file.Position = 0;
            await reader.ReadAsync(file, artifact.Name, cancel);
        }
        catch (IOException broken)
        {
            throw new GitHubUnreachableException($"artifact {artifact.Id}", broken.Message, broken);
        }
    }

    /// <returns>The artifact's last bytes; null if they are not available.</returns>
    private async Task<byte[]?> EndAsync(RepositoryRef repository, Artifact artifact, CancellationToken cancel)
    {
        try
        {
            await using var from = await actions.ArtifactEndAsync(repository, artifact.Id, artifact.SizeInBytes - LargeArtifact.End, cancel);
            if (from is null)
                return null;
            using var end = new MemoryStream();
            await new LimitedStream(from, LargeArtifact.End).CopyToAsync(end, cancel);
            return end.ToArray();
        }
        catch (IOException broken)
        {
            throw new GitHubUnreachableException($"artifact {artifact.Id}", broken.Message, broken);
        }
    }

    private async Task JobsAsync(RepositoryRef repository, WorkflowRun run, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var jobs = await actions.JobsAsync(repository, run, cancel);
        var records = RunJobs.Of(run, jobs);
        var logged = jobs.Where(j => RunJobs.EndedBadly(run, j)).ToList();
        if (logged.Count > MostLogs)
            inputs.Lost($"logs of {run.Name}", $"{logged.Count} jobs did not end well; the logs of {MostLogs} of them are read");
        var logs = new Dictionary<long, string>();
        foreach (var job in logged.Take(MostLogs))
            if (await LogAsync(repository, run, job, folder, inputs, cancel) is { } log)
                logs[job.Id] = log;
        inputs.Jobs.AddRange(records.Select(r => r.Record with { Log = r.Job is { } id ? logs.GetValueOrDefault(id) : null }));
    }

    /// <returns>The log's path in the folder; null if there is none.</returns>
    private async Task<string?> LogAsync(RepositoryRef repository, WorkflowRun run, WorkflowJob job, string folder, FetchedInputs inputs,
        CancellationToken cancel)
    {
        await using var from = await actions.LogAsync(repository, job.Id, cancel);
        if (from is null)
        {
            // A job that was cancelled before it started has no log; a job that failed must have had one.
            if (Conclusions.IsFailure(job.Conclusion))
                inputs.Lost($"log of job {job.Name}", "GitHub no longer has it");
            return null;
        }
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        var name = $"logs/{FileNames.Safe($"{run.Name}-{job.Name}")}-{job.Id}.txt";
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

    /// <summary>
    /// Earlier runs of the branch that the commit is on, or will be merged into: only the repository's own branch, never a fork's branch of that name.
    /// </summary>
    private async Task<IReadOnlyList<RunRecord>> HistoryAsync(RepositoryRef repository, string sha, CommitState state, string folder, CancellationToken cancel)
    {
        if (state.Origin.Line is not { } branch)
            return [];
        await old.SettleBranchAsync(repository, branch, settings.History, cancel);
        var earlier = await runs.HistoryAsync(repository.Id, branch, branch == state.DefaultBranch, sha, settings.History, cancel);
        for (var i = 0; i < earlier.Count; i++)
        {
            var place = Path.Combine(folder, "history", $"{i + 1:00}");
            Directory.CreateDirectory(Path.Combine(place, "results"));
            new RunFile(repository.FullName, earlier[i].Sha, branch, null, earlier[i].OpenedAt).Write(place);
            foreach (var result in await runs.ResultsAsync(earlier[i].Id, cancel))
                await File.WriteAllBytesAsync(Path.Combine(place, "results", FileNames.Safe(result.File)), result.Content, cancel);
        }
        return earlier;
    }
}
