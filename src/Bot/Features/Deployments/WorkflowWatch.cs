using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Suites;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Publishing;

namespace Whybot.Features.Deployments;

/// <summary>Advances a run's workflows by a step: starts what was requested, checks what is running, collects what has ended.</summary>
internal sealed class WorkflowWatch(WorkflowSuites workflows, SuiteRuns suites, IClaims claims, IDatabase database, TimeProvider time)
{
    /// <returns>The suites as they are now.</returns>
    public async Task<List<SuiteRun>> AdvanceAsync(Job job, DeploymentRun run, EnvironmentSettings environment, List<SuiteRun> current,
        CancellationToken cancel)
    {
        var now = new List<SuiteRun>();
        foreach (var suite in current)
            now.Add(suite.Ended || suite.Place != "actions" ? suite : await OneAsync(job, run, environment.Run, suite, cancel));
        return now;
    }

    private async Task<SuiteRun> OneAsync(Job job, DeploymentRun run, RunSettings? settings, SuiteRun suite, CancellationToken cancel)
    {
        if (settings?.Workflow is null)
            return await EndAsync(job, suite, "lost", "the repository's settings no longer name a workflow", [], cancel);
        if (suite.State == "asked")
            return await StartAsync(job, run, settings, suite, cancel);
        var there = await workflows.LookAsync(run, suite, settings, cancel);
        if (there is null)
            return workflows.IsLost(suite) ? await MissedAsync(job, run, settings, suite, cancel) : suite;
        if (suite.WorkflowRun is null)
            await database.WriteAsync(job, session => SuiteRuns.StartedAsync(session, suite, there.Id), cancel);
        suite = suite with { WorkflowRun = there.Id };
        if (there.Status == "completed")
            return await CollectAsync(job, run, suite, there, cancel);
        if (time.GetUtcNow() <= suite.AskedAt + settings.Timeout)
            return suite;
        await workflows.CancelAsync(run, suite, cancel);
        return await EndAsync(job, suite, "timed_out", $"{settings.Workflow} took longer than {settings.Timeout.TotalMinutes:0} minutes and was cancelled", [],
            cancel);
    }

    /// <summary>The start is recorded before it happens: if the answer is lost, the next attempt looks for the run instead of starting another one.</summary>
    private async Task<SuiteRun> StartAsync(Job job, DeploymentRun run, RunSettings settings, SuiteRun suite, CancellationToken cancel)
    {
        await database.WriteAsync(job, session => SuiteRuns.StartedAsync(session, suite, null), cancel);
        await claims.SaveAsync(cancel);
        var files = PlanFile.FromJson(run.Plan!).Suites.Where(s => suite.Names.Contains(s.Name)).SelectMany(s => s.Files);
        try
        {
            var id = await workflows.StartAsync(run, suite, settings, files, cancel);
            await database.WriteAsync(job, session => SuiteRuns.StartedAsync(session, suite, id), cancel);
            return suite with { State = "running", WorkflowRun = id };
        }
        catch (GitHubException refused)
        {
            return await EndAsync(job, suite, "startup_failure", $"{settings.Workflow} cannot be started: {refused.Message}", [], cancel);
        }
    }

    /// <summary>The workflow never started or cannot be found: it is started once more, but only once.</summary>
    private async Task<SuiteRun> MissedAsync(Job job, DeploymentRun run, RunSettings settings, SuiteRun suite, CancellationToken cancel)
    {
        if (suite.Note is not null)
            return await EndAsync(job, suite, "lost",
                $"{settings.Workflow} was started twice and shows no run; put ${{{{ inputs.correlation }}}} into its run-name, so that it can be found", [],
                    cancel);
        await database.WriteAsync(job, session => suites.AgainAsync(session, suite, "started again: no run of it was found"), cancel);
        return await StartAsync(job, run, settings, suite, cancel);
    }

    private async Task<SuiteRun> CollectAsync(Job job, DeploymentRun run, SuiteRun suite, WorkflowRun there, CancellationToken cancel)
    {
        var (files, note) = await workflows.CollectAsync(run, suite, there, cancel);
        return await EndAsync(job, suite, there.Conclusion ?? "failure", note, files, cancel);
    }

    private async Task<SuiteRun> EndAsync(Job job, SuiteRun suite, string outcome, string? note, IReadOnlyList<StoredResult> files, CancellationToken cancel)
    {
        await database.WriteAsync(job, session => suites.EndedAsync(session, suite, outcome, note, files), cancel);
        return suite with { State = "ended", Outcome = outcome, Note = note };
    }
}
