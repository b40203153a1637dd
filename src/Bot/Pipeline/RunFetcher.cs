using System.Text;
using Whybot.Analysis.Settings;
using Whybot.GitHub;
using Whybot.GitHub.Clients;
using Whybot.GitHub.Records;
using Whybot.Publishing;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Pipeline;

/// <summary>
/// Fetches all evidence about a commit's checks into a run's folder, in the layout that <c>whybot analyze</c> reads. What cannot be had becomes a
/// warning.
/// </summary>
internal sealed class RunFetcher(ActionsClient actions, RepositoriesClient repositories, AnswerFetcher answers, RunStore runs, OldOrigins old, LedgerFolder ledgers,
    OwnSecrets own, EvidenceSettings settings, TimeProvider time)
{
    private const string SettingsFile = ".github/whybot.yml";
    private const long MaxLog = 100L * 1024 * 1024;
    private const long MaxArtifact = 200L * 1024 * 1024;
    private const long MaxSettings = 256 * 1024;
    private const long MaxIndex = 2 * 1024 * 1024;
    private const int MostLogs = 40;

    /// <returns>The folder, made anew.</returns>
    public async Task<string> FetchAsync(RepositoryRef repository, Subject subject, CommitState state, CancellationToken cancel)
    {
        var (sha, origin) = (subject.Sha, state.Origin);
        var folder = NewFolder(repository, sha);
        var warnings = new List<string>();
        var began = state.Runs.Select(r => (DateTimeOffset?)r.CreatedAt).Min() ?? time.GetUtcNow();
        new RunFile(repository.FullName, sha, origin.Label, origin.Pull?.Number, began, subject.Filing is not null).Write(folder);
        await SettingsAsync(repository, folder, cancel);
        await CollectAsync(repository, state.Runs, folder, warnings, cancel);
        var history = await HistoryAsync(repository, sha, state, folder, cancel);
        var start = origin.Pull is { } pull ? await answers.BranchedFromAsync(repository, sha, pull, cancel)
            : history.LastOrDefault(r => r.Green == 1)?.Sha ?? await answers.ParentAsync(repository, sha, cancel);
        await answers.FetchAsync(repository, sha, start, folder, warnings, cancel);
        await ledgers.WriteAsync(repository.FullName, subject.Mandate?.Place, folder, cancel);
        if (!state.Complete)
            warnings.Add("some checks of this commit have not ended; what they will find is not in here");
        foreach (var check in state.OtherChecks.Where(c => Conclusions.IsFailure(c.Conclusion)))
            warnings.Add($"the check {check.Name} failed; what it found is not known here");
        foreach (var run in state.Aside)
            warnings.Add($"the workflow {run.Name} failed on this commit too, on {run.HeadRepository?.FullName ?? "a deleted fork"}:{run.HeadBranch} ({run.Event}); that run is not read here");
        WarningsFile.Write(folder, warnings);
        return folder;
    }

    /// <summary>An empty folder of a run.</summary>
    public string NewFolder(RepositoryRef repository, string name)
    {
        var folder = Path.GetFullPath(Path.Combine(settings.Folder, repository.FullName, name));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>A file of the default branch; null when there is none, or it is too large.</summary>
    public async Task<byte[]?> FileAsync(RepositoryRef repository, string path, CancellationToken cancel) =>
        await repositories.FileAsync(repository, path, MaxIndex, cancel);

    /// <summary>The repository's settings, of its default branch.</summary>
    public async Task<RepositorySettings> SettingsOfAsync(RepositoryRef repository, CancellationToken cancel) =>
        await repositories.FileAsync(repository, SettingsFile, MaxSettings, cancel) is { } found
            ? SettingsReader.Read(Encoding.UTF8.GetString(found), SettingsFile).Settings : RepositorySettings.Default;

    /// <summary>Settings and owners come from the default branch: what a pull request says about them has no force before it is merged.</summary>
    public async Task SettingsAsync(RepositoryRef repository, string folder, CancellationToken cancel)
    {
        if (await repositories.FileAsync(repository, SettingsFile, MaxSettings, cancel) is { } found)
            await File.WriteAllBytesAsync(Path.Combine(folder, "whybot.yml"), found, cancel);
        foreach (var place in new[] { ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS" })
            if (await repositories.FileAsync(repository, place, MaxSettings, cancel) is { } owners)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, "CODEOWNERS"), owners, cancel);
                return;
            }
    }

    /// <summary>Takes the results and logs out of workflow runs' artifacts, and the logs of their failed jobs.</summary>
    public async Task CollectAsync(RepositoryRef repository, IReadOnlyList<WorkflowRun> runs, string folder, List<string> warnings, CancellationToken cancel)
    {
        var artifacts = new ArtifactReader(folder, own, warnings);
        foreach (var run in runs.OrderBy(r => r.Id))
        {
            foreach (var artifact in await actions.ArtifactsAsync(repository, run.Id, cancel))
                await ArtifactAsync(repository, artifact, artifacts, folder, warnings, cancel);
            if (Conclusions.IsFailure(run.Conclusion))
                await LogsAsync(repository, run, folder, warnings, cancel);
        }
        artifacts.Name();
    }

    private async Task ArtifactAsync(RepositoryRef repository, Artifact artifact, ArtifactReader reader, string folder, List<string> warnings,
        CancellationToken cancel)
    {
        if (artifact.SizeInBytes > MaxArtifact)
            warnings.Add($"artifact {artifact.Name}: {artifact.SizeInBytes >> 20} MB; at most {MaxArtifact >> 20} MB are fetched, so it is left out");
        if (artifact.Expired || artifact.SizeInBytes > MaxArtifact)
            return;
        await using var from = await actions.ArtifactAsync(repository, artifact.Id, cancel);
        if (from is null)
        {
            warnings.Add($"artifact {artifact.Name}: GitHub no longer has it");
            return;
        }
        // A ZIP file is read from its end: it must lie on the disk.
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

    private async Task LogsAsync(RepositoryRef repository, WorkflowRun run, string folder, List<string> warnings, CancellationToken cancel)
    {
        var failed = (await actions.JobsAsync(repository, run, cancel)).Where(j => Conclusions.IsFailure(j.Conclusion)).ToList();
        if (failed.Count > MostLogs)
            warnings.Add($"{failed.Count} jobs of {run.Name} failed; the logs of {MostLogs} of them are read");
        foreach (var job in failed.Take(MostLogs))
        {
            await using var from = await actions.LogAsync(repository, job.Id, cancel);
            if (from is null)
            {
                warnings.Add($"job {job.Name}: GitHub no longer has its log");
                continue;
            }
            Directory.CreateDirectory(Path.Combine(folder, "logs"));
            await using var to = File.Create(Path.Combine(folder, "logs", $"{FileNames.Safe($"{run.Name}-{job.Name}")}-{job.Id}.txt"));
            try
            {
                await new RedactedCopy(own).CopyAsync(from, to, MaxLog, cancel);
            }
            catch (TooLargeException tooLarge)
            {
                warnings.Add($"job {job.Name}: its log is {tooLarge.Message}; the rest of it is not read");
            }
            catch (IOException broken)
            {
                throw new GitHubUnreachableException($"log of job {job.Id}", broken.Message, broken);
            }
        }
    }

    /// <summary>Earlier runs of the branch that the commit is, or is to be merged, on: the repository's own, never those of a fork's branch of that name.</summary>
    private async Task<IReadOnlyList<RunRecord>> HistoryAsync(RepositoryRef repository, string sha, CommitState state, string folder, CancellationToken cancel)
    {
        if (state.Origin.Line is not { } branch)
            return [];
        await old.SettleBranchAsync(repository, branch, settings.History, cancel);
        var earlier = await runs.HistoryAsync(repository.FullName, branch, branch == state.DefaultBranch, sha, settings.History, cancel);
        for (var i = 0; i < earlier.Count; i++)
        {
            var place = Path.Combine(folder, "history", $"{i + 1:00}");
            Directory.CreateDirectory(Path.Combine(place, "results"));
            new RunFile(repository.FullName, earlier[i].Sha, branch, null, DateTimeOffset.FromUnixTimeMilliseconds(earlier[i].OpenedAt)).Write(place);
            foreach (var result in await runs.ResultsAsync(earlier[i].Id, cancel))
                await File.WriteAllBytesAsync(Path.Combine(place, "results", FileNames.Safe(result.File)), result.Content, cancel);
        }
        return earlier;
    }
}
