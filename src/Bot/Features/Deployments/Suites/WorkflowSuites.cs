using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments.Suites;

/// <summary>
/// Runs suites as a workflow of the repository. The workflow shows the correlation id in its run's name, so a run can be found even if its id was lost
/// with GitHub's answer.
/// </summary>
internal sealed class WorkflowSuites(ActionsClient actions, RepositoriesClient repositories, WorkflowRunCollector collector, EvidenceFolders folders,
    SuitePolicy policy,
    TimeProvider time)
{
    private const int MaxInput = 30_000;
    private const long MaxLog = 20L * 1024 * 1024;

    /// <summary>Starts the workflow.</summary>
    /// <returns>The run's id; null if GitHub does not return it.</returns>
    public async Task<long?> StartAsync(DeploymentRun run, SuiteRun suiteRun, RunSettings settings, IEnumerable<string> files, CancellationToken cancel)
    {
        return await actions.DispatchAsync(run.Ref, settings.Workflow!, settings.Ref ?? (await repositories.GetAsync(run.Ref, cancel)).DefaultBranch,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["suites"] = Joined(suiteRun.Names),
                ["files"] = Joined(files),
                ["tests"] = Joined(suiteRun.Only.Select(t => t.Address), '\n'),
                ["environment"] = run.Environment,
                ["sha"] = run.Sha.Value,
                ["correlation"] = suiteRun.Correlation,
            }, cancel);
    }

    /// <summary>Its run in its current state; null if there is none yet.</summary>
    public async Task<WorkflowRun?> LookAsync(DeploymentRun run, SuiteRun suiteRun, RunSettings settings, CancellationToken cancel) =>
        suiteRun.WorkflowRun is { } id ? await actions.RunAsync(run.Ref, id, cancel)
            : await actions.FindDispatchedAsync(run.Ref, settings.Workflow!, suiteRun.Correlation, suiteRun.AskedAt, cancel);

    /// <summary>Whether a run whose id is not known should have been found by now.</summary>
    public bool IsLost(SuiteRun suiteRun) => time.GetUtcNow() > suiteRun.AskedAt + policy.FindWithin;

    public Task CancelAsync(DeploymentRun run, SuiteRun suiteRun, CancellationToken cancel) =>
        suiteRun.WorkflowRun is { } id ? actions.CancelAsync(run.Ref, id, cancel) : Task.CompletedTask;

    /// <summary>Its results and logs, how its jobs ended, and what could not be obtained.</summary>
    public async Task<(IReadOnlyList<StoredResult> Files, string? Note)> CollectAsync(DeploymentRun run, SuiteRun suiteRun, WorkflowRun ended,
        CancellationToken cancel)
    {
        using var own = folders.New(run.Ref, $"suite-{suiteRun.Id}");
        var folder = own.Path;
        var inputs = new FetchedInputs();
        await collector.CollectAsync(run.Ref, [ended], folder, inputs, cancel);
        var files = new List<StoredResult>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (name.StartsWith("logs/", StringComparison.Ordinal) && file.Length > MaxLog)
                inputs.Lost(name, $"{file.Length >> 20} MB, and logs of at most {MaxLog >> 20} MB are kept");
            // What suites run of themselves says nothing about the deployed code.
            else if (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith($"{CoverageFiles.Below}/", StringComparison.Ordinal))
                files.Add(new StoredResult(name, await File.ReadAllBytesAsync(file.FullName, cancel)));
        }
        folders.Remove(own);
        var jobs = inputs.Jobs.Select(j => j with { Suites = suiteRun.Names, Again = suiteRun.Phase == 0 }).ToList();
        inputs.Jobs.Clear();
        inputs.Jobs.AddRange(jobs);
        return ([.. files, .. inputs.Stored(suiteRun.Names)], inputs.Warnings.Count == 0 ? null : string.Join("; ", inputs.Warnings));
    }

    /// <summary>GitHub accepts 65,535 characters for all inputs together.</summary>
    private static string Joined(IEnumerable<string> words, char between = ' ')
    {
        var text = "";
        foreach (var word in words)
            if (text.Length + word.Length < MaxInput)
                text = text.Length == 0 ? word : $"{text}{between}{word}";
        return text;
    }
}
