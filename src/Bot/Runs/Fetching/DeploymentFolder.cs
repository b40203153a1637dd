using System.Text.Json.Nodes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Writes a deployment's run as a folder that <c>whybot analyze</c> and <c>whybot plan</c> can read. All of it comes from the store and from GitHub.
/// </summary>
internal sealed class DeploymentFolder(EvidenceFolders folders, DefaultBranchFiles branch, AnswerFetcher answers, DeploymentRuns runs, SuiteRuns suites,
    LedgerFolder ledgers, Ledger ledger, EvidenceSettings settings)
{
    /// <summary>Writes everything that helps to explain the run.</summary>
    /// <returns>The folder, newly created.</returns>
    public Task<RunEvidence> WriteAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, CancellationToken cancel,
        string? name = null) =>
        folders.NewAsync(run.Ref, name ?? Name(run), folder => WriteAsync(run, environment, looks, folder, cancel));

    private async Task WriteAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, string folder, CancellationToken cancel)
    {
        var inputs = await BeginAsync(run, environment, looks, folder, cancel);
        var history = await runs.HistoryAsync(run, settings.History, cancel);
        await HistoryAsync(run, history, folder, cancel);
        if (history.Select(r => Conclusion.Read(r.Conclusion)).LastOrDefault(c => c is not null) is { } last)
            LastRunFile.Write(folder, last.Run with { Causes = [.. await FiledAsync(run, last, cancel)] });
        var start = history.LastOrDefault(r => r.Green == 1)?.Sha ?? await answers.ParentAsync(run.Ref, run.Sha, cancel);
        // A plan says what was merged.
        await answers.FetchAsync(run.Ref, run.Sha, start, pulls: true, folder, inputs.Warnings, cancel);
        await ledgers.WriteAsync(run.Repository, run.Environment, folder, cancel);
        inputs.Write(folder);
    }

    /// <summary>A folder for planning, separate from the run's own folder.</summary>
    public Task<RunEvidence> ForPlanAsync(DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) =>
        WriteAsync(run with { Plan = null }, environment, ProbeHistory.None, cancel, $"plan-{run.Deployment}");

    /// <summary>A folder with the results only, for counting them.</summary>
    public Task<RunEvidence> ResultsAsync(DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) =>
        folders.NewAsync(run.Ref, Name(run), async folder => (await BeginAsync(run, environment, ProbeHistory.None, folder, cancel)).Write(folder));

    /// <summary>Marks the run's folder as void, if it still exists, so that analyzing it again gives the same result.</summary>
    public void Void(DeploymentRun run, string why)
    {
        using var folder = folders.Find(run.Ref, Name(run));
        if (folder is not null)
            VoidFile.Write(folder.Path, why);
    }

    private static string Name(DeploymentRun run) => $"deployment-{run.Deployment}";

    private async Task<FetchedInputs> BeginAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, string folder,
        CancellationToken cancel)
    {
        var inputs = new FetchedInputs();
        await File.WriteAllTextAsync(Path.Combine(folder, "deployment_status.json"), new JsonObject
        {
            ["repository"] = new JsonObject { ["full_name"] = run.RepositoryName.Value },
            ["deployment"] = new JsonObject { ["sha"] = run.Sha.Value, ["environment"] = run.Environment, ["created_at"] = run.OpenedAt },
        }.ToJsonString(), cancel);
        await branch.SettingsAsync(run.Ref, folder, cancel);
        if (environment.Run?.Index is { } index && !await branch.IndexAsync(run.Ref, index, folder, cancel))
            inputs.Warnings.Add($"the repository has no {index}, which its settings name as the index of tests");
        if (run.Plan is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, IncidentFolder.PlanName),
                (PlanFile.FromJson(run.Plan) with { Reached = (int)run.Phase, Stopped = run.Note is { Length: > 0 } note ? note : null }).ToJson(), cancel);
        if (looks.Record() is { } readiness)
            await File.WriteAllTextAsync(Path.Combine(folder, ReadinessRecord.Name), readiness, cancel);
        var started = await suites.OfAsync(run, cancel);
        if (run.Plan is not null)
            foreach (var suite in PlanFile.FromJson(run.Plan).Phases.Where(p => p.Number <= run.Phase).SelectMany(p => p.Suites)
                .Where(s => !started.Any(r => r.Phase > 0 && r.Names.Contains(s.Name))))
                inputs.Unread.Add(new UnreadRecord(suite.Name, null, UnreadRecord.None,
                    "nobody runs it; name a workflow in the environment's run settings, or a command in the server's", [suite.Name]));
        foreach (var suite in started.Where(s => s.Ended))
            await SuiteAsync(suite, started, folder, inputs, cancel);
        RecheckFile.Write(folder, [.. started.Where(s => s.Phase == 0).SelectMany(s => s.Only).Distinct()]);
        return inputs;
    }

    /// <summary>Adds what one suite's run left behind: its files, how its jobs ended, and what could not be obtained.</summary>
    private async Task SuiteAsync(SuiteRun suite, IReadOnlyList<SuiteRun> all, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        // If a suite was rerun several times, only the last rerun counts.
        if (suite.Phase == 0 && all.Any(s => s.Phase == 0 && s.Ended && s.Id > suite.Id && suite.Names.All(s.Names.Contains)))
            return;
        var below = suite.Phase == 0 ? "again/" : "";
        var files = await FilesAsync(suite, Path.Combine(folder, below), onlyResults: false, cancel);
        if (suite.Note is { } said)
            inputs.Warnings.Add($"{string.Join(", ", suite.Names)}: {said}");
        string? Place(string? stored) => stored is not null && files.Names.TryGetValue(stored, out var name) ? below + name : null;
        if (files.Unread is { } unread)
            inputs.Unread.AddRange(UnreadFile.Of(unread).Select(u => u with { Source = Place(u.Source) ?? $"{below}{u.Source}" }));
        var jobs = files.Jobs is { } stored ? StoredJobs.Of(stored)
            : [new JobRecord(string.Join(", ", suite.Names), suite.Outcome ?? "unknown") { Suites = suite.Names, Note = suite.Note }];
        inputs.Jobs.AddRange(jobs.Select(j => j with { Log = Place(j.Log), Again = suite.Phase == 0 }));
    }

    private async Task HistoryAsync(DeploymentRun run, IReadOnlyList<DeploymentRun> history, string folder, CancellationToken cancel)
    {
        foreach (var (earlier, i) in history.Select((r, i) => (r, i)))
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, "history", $"{i + 1:00}")).FullName;
            new RunFile(run.RepositoryName, earlier.Sha, null, null, earlier.OpenedAt).Write(place);
            foreach (var suite in (await suites.OfAsync(earlier, cancel)).Where(s => s.Ended && s.Phase > 0))
                await FilesAsync(suite, place, onlyResults: true, cancel);
        }
    }

    /// <param name="Names">The path in the folder, by the name under which a file was stored. Suites of one run may have files with the same name.</param>
    private sealed record SuiteFiles(Dictionary<string, string> Names, byte[]? Jobs, byte[]? Unread);

    private async Task<SuiteFiles> FilesAsync(SuiteRun suite, string folder, bool onlyResults, CancellationToken cancel)
    {
        var all = await suites.FilesAsync(suite.Id, cancel);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in all.Where(f => f.File is not (JobsFile.Name or UnreadFile.Name)))
        {
            if (onlyResults && !file.File.StartsWith("results/", StringComparison.Ordinal))
                continue;
            var path = Path.GetFullPath(Path.Combine(folder, file.File));
            var below = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
            var name = FileNames.Unused(below, Path.GetFileName(path));
            await File.WriteAllBytesAsync(Path.Combine(below, name), file.Content, cancel);
            names[file.File] = Path.GetRelativePath(folder, Path.Combine(below, name)).Replace('\\', '/');
        }
        return new SuiteFiles(names, all.FirstOrDefault(f => f.File == JobsFile.Name)?.Content, all.FirstOrDefault(f => f.File == UnreadFile.Name)?.Content);
    }

    /// <summary>Adds the issues that were filed for the causes after they were reported.</summary>
    private async Task<IEnumerable<PastCause>> FiledAsync(DeploymentRun run, Conclusion last, CancellationToken cancel)
    {
        var filed = (await ledger.FiledAsync(run.Repository, cancel)).ToDictionary(c => c.Cluster, c => (int)c.Issue!.Value);
        return last.Run.Causes.Select(c => c with { Issue = filed.TryGetValue(c.Cluster, out var issue) ? issue : c.Issue });
    }
}
