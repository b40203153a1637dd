using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.Analyzing;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>Plans the suites of an environment that is ready.</summary>
internal sealed class PlanStep(SuitePolicy suites, DeploymentAnalysis analysis, LiveCheck live, NotRunStep notRun, IDatabase database)
{
    /// <summary>Whether any suite could run: the repository's settings name a workflow, or the server's a command.</summary>
    public bool HasSuites(DeploymentRun run, EnvironmentSettings environment) =>
        environment.Run is { } settings && (settings.Workflow is not null || suites.RunsAny(run.RepositoryName, run.Environment));

    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, CancellationToken cancel)
    {
        var (plan, problem) = await analysis.PlanAsync(run, environment, looks, environment.Run!.Focus, cancel);
        if (plan is null)
            return await notRun.RunAsync(job, run, problem!, said: true, cancel);
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.PlannedAsync(session, run, plan.ToJson(), looks.Write());
            await live.ShowAsync(session, run with { Plan = plan.ToJson() }, plan, [], job.Delivery);
        }, cancel);
        return Next.Step;
    }
}
