using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Memory.Deployments;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Analyzing;

/// <summary>Has a deployment's run analyzed or planned, in a folder that is written for it.</summary>
internal sealed class DeploymentAnalysis(DeploymentFolder folders, FolderAnalysis analysis, SourcedAnalysis sourced)
{
    /// <summary>Explains the run. The folder is released afterwards: a run that turns out to be void is marked in it.</summary>
    /// <param name="isLast">Whether the run ends with what was found. If tests run once more first, no files of the repository are fetched yet.</param>
    public async Task<AnalysisOutput> ExplainAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, Func<RunDrafts, Task<bool>> isLast,
        CancellationToken cancel)
    {
        using var folder = await folders.WriteAsync(run, environment, looks, cancel);
        var first = await analysis.RunAsync(folder.Path, cancel);
        return first.Drafts is { } drafts && await isLast(drafts) ? await sourced.AgainAsync(first, run.Ref, run.Sha, folder.Path, cancel) : first;
    }

    /// <returns>The results of the suites so far; empty if they cannot be read.</returns>
    public async Task<IReadOnlyList<SuiteCount>> CountAsync(DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        using var folder = await folders.ResultsAsync(run, environment, cancel);
        return (await analysis.RunAsync(folder.Path, cancel)).Drafts?.Suites ?? [];
    }

    /// <summary>Plans the run's suites.</summary>
    public async Task<(PlanFile? Plan, string? Problem)> PlanAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, string focus,
        CancellationToken cancel)
    {
        using var folder = await folders.WriteAsync(run, environment, looks, cancel);
        return await analysis.PlanAsync(folder.Path, focus, cancel);
    }

    /// <summary>Plans suites as a deployment would run them now, and leaves the run's own folder alone.</summary>
    public async Task<(PlanFile? Plan, string? Problem)> PreviewAsync(DeploymentRun run, EnvironmentSettings environment, string focus,
        CancellationToken cancel)
    {
        using var folder = await folders.ForPlanAsync(run, environment, cancel);
        return await analysis.PlanAsync(folder.Path, focus, cancel);
    }
}
