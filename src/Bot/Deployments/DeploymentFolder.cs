using System.Text.Json.Nodes;
using Whybot.Analysis.Planning;
using Whybot.Analysis.Settings;
using Whybot.Pipeline;
using Whybot.Probes;
using Whybot.Storage;

namespace Whybot.Deployments;

/// <summary>Writes a deployment's run as a folder that <c>whybot analyze</c> and <c>whybot plan</c> read. All of it comes from the store and from GitHub.</summary>
internal sealed class DeploymentFolder(RunFetcher fetcher, AnswerFetcher answers, DeploymentRuns runs, SuiteRuns suites, LedgerFolder ledgers, Ledger ledger, EvidenceSettings settings)
{
    /// <summary>With everything that explains it.</summary>
    /// <returns>The folder, made anew.</returns>
    public async Task<string> WriteAsync(DeploymentRun run, EnvironmentSettings environment, Looks looks, CancellationToken cancel, string? name = null)
    {
        var (folder, warnings) = await BeginAsync(run, environment, looks, cancel, name);
        var history = await runs.HistoryAsync(run, settings.History, cancel);
        await HistoryAsync(run, history, folder, cancel);
        if (history.Select(r => Conclusion.Read(r.Conclusion)).LastOrDefault(c => c is not null) is { } last)
            LastRunFile.Write(folder, last.Run with { Causes = [.. await FiledAsync(run, last, cancel)] });
        var start = history.LastOrDefault(r => r.Green == 1)?.Sha ?? await answers.ParentAsync(run.Ref, run.Sha, cancel);
        await answers.FetchAsync(run.Ref, run.Sha, start, folder, warnings, cancel);
        await ledgers.WriteAsync(run.Repository, run.Environment, folder, cancel);
        WarningsFile.Write(folder, warnings);
        return folder;
    }

    /// <summary>To plan with, beside the run's own folder.</summary>
    public Task<string> ForPlanAsync(DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) =>
        WriteAsync(run with { Plan = null }, environment, Looks.None, cancel, $"plan-{run.Deployment}");

    /// <summary>With results only, to count them.</summary>
    public async Task<string> ResultsAsync(DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) =>
        (await BeginAsync(run, environment, Looks.None, cancel)).Folder;

    private async Task<(string Folder, List<string> Warnings)> BeginAsync(DeploymentRun run, EnvironmentSettings environment, Looks looks, CancellationToken cancel, string? name = null)
    {
        var folder = fetcher.NewFolder(run.Ref, name ?? $"deployment-{run.Deployment}");
        var warnings = new List<string>();
        await File.WriteAllTextAsync(Path.Combine(folder, "deployment_status.json"), new JsonObject
        {
            ["repository"] = new JsonObject { ["full_name"] = run.Repository },
            ["deployment"] = new JsonObject { ["sha"] = run.Sha, ["environment"] = run.Environment, ["created_at"] = run.Opened },
        }.ToJsonString(), cancel);
        await fetcher.SettingsAsync(run.Ref, folder, cancel);
        if (environment.Run?.Index is { } index && await fetcher.FileAsync(run.Ref, index, cancel) is { } text)
            await File.WriteAllBytesAsync(Path.Combine(folder, IncidentFolder.IndexName), text, cancel);
        else if (environment.Run?.Index is { } missing)
            warnings.Add($"the repository has no {missing}, which its settings name as the index of tests");
        if (run.Plan is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, IncidentFolder.PlanName),
                (PlanFile.FromJson(run.Plan) with { Reached = (int)run.Phase, Stopped = run.Note is { Length: > 0 } note ? note : null }).ToJson(), cancel);
        if (looks.Record() is { } readiness)
            await File.WriteAllTextAsync(Path.Combine(folder, ReadinessRecord.Name), readiness, cancel);
        var started = await suites.OfAsync(run, cancel);
        if (run.Plan is not null)
            foreach (var suite in PlanFile.FromJson(run.Plan).Phases.Where(p => p.Number <= run.Phase).SelectMany(p => p.Suites)
                .Where(s => !started.Any(r => r.Phase > 0 && r.Names.Contains(s.Name))))
                warnings.Add($"{suite.Name}: nobody runs it; name a workflow in the environment's run settings, or a command in the server's");
        foreach (var suite in started.Where(s => s.Ended))
        {
            await FilesAsync(suite, suite.Phase == 0 ? Path.Combine(folder, "again") : folder, onlyResults: false, cancel);
            if (suite.Note is { } said)
                warnings.Add($"{string.Join(", ", suite.Names)}: {said}");
        }
        return (folder, warnings);
    }

    private async Task HistoryAsync(DeploymentRun run, IReadOnlyList<DeploymentRun> history, string folder, CancellationToken cancel)
    {
        foreach (var (earlier, i) in history.Select((r, i) => (r, i)))
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, "history", $"{i + 1:00}")).FullName;
            new RunFile(run.Repository, earlier.Sha, null, null, earlier.Opened).Write(place);
            foreach (var suite in (await suites.OfAsync(earlier, cancel)).Where(s => s.Ended && s.Phase > 0))
                await FilesAsync(suite, place, onlyResults: true, cancel);
        }
    }

    private async Task FilesAsync(SuiteRun suite, string folder, bool onlyResults, CancellationToken cancel)
    {
        foreach (var file in await suites.FilesAsync(suite.Id, cancel))
        {
            if (onlyResults && !file.File.StartsWith("results/", StringComparison.Ordinal))
                continue;
            var path = Path.GetFullPath(Path.Combine(folder, file.File));
            var below = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
            // Suites of one run may bring files of one name, such as the log of a service.
            await File.WriteAllBytesAsync(Path.Combine(below, FileNames.Unused(below, Path.GetFileName(path))), file.Content, cancel);
        }
    }

    /// <summary>The issues that were filed for the causes after they were told.</summary>
    private async Task<IEnumerable<Analysis.History.PastCause>> FiledAsync(DeploymentRun run, Conclusion last, CancellationToken cancel)
    {
        var filed = (await ledger.FiledAsync(run.Repository, cancel)).ToDictionary(c => c.Cluster, c => (int)c.Issue!.Value, StringComparer.Ordinal);
        return last.Run.Causes.Select(c => c with { Issue = filed.TryGetValue(c.Cluster, out var issue) ? issue : c.Issue });
    }
}
