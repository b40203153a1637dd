using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>
/// Runs the planned suites phase by phase. The next phase starts only when the gates of this one are met; a gate with missing data is not met.
/// </summary>
internal sealed class SuitesStep(SuiteRuns suites, SuiteStart start, WorkflowWatch workflows, SuiteCounter counter, ServiceWatch services, LiveCheck live,
    IDatabase database)
{
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var plan = PlanFile.FromJson(run.Plan!);
        if (run.Phase == 0)
            return await BeginAsync(job, run, environment, plan, 1, cancel);
        var current = await workflows.AdvanceAsync(job, run, environment, [.. (await suites.OfAsync(run, cancel)).Where(s => s.Phase == run.Phase)], cancel);
        run = await counter.CountAsync(job, run, environment, plan, current, cancel);
        var counts = Counts.Read(run.Counts).Suites;
        var failedFast = environment.Run is { FastFail: true } && counts.Any(c => c.Failed > 0 || c.Partial is not null);
        if (failedFast)
            await start.WithdrawAsync(current, cancel);
        if (current.Any(s => !s.Ended && !(failedFast && s is { Place: "local", State: "asked" })))
            return await services.WaitAsync(job, run, environment, cancel);
        var phase = plan.Phases[(int)run.Phase - 1];
        var stop = failedFast ? "fast-fail: a suite has a failure" : PhaseGate.WhyClosed(phase, [.. counts.Select(c => c.WithoutFlaky)]);
        if (run.Phase < plan.Phases.Count && stop is null)
            return await BeginAsync(job, run, environment, plan, (int)run.Phase + 1, cancel);
        await database.WriteAsync(job, session => DeploymentRuns.StoppedAsync(session, run, run.Phase < plan.Phases.Count ? stop! : ""), cancel);
        return Next.Step;
    }

    private async Task<Next> BeginAsync(Job job, DeploymentRun run, EnvironmentSettings environment, PlanFile plan, int number, CancellationToken cancel)
    {
        var phase = plan.Phases[number - 1];
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.PhaseAsync(session, run, number);
            await start.AskAsync(session, run, environment, number, [.. phase.Suites.Select(s => s.Name)], null, job.Delivery);
            await live.ShowAsync(session, run with { Phase = number }, plan, await SuiteRuns.OfAsync(session, run), job.Delivery);
        }, cancel);
        start.Wake();
        return Next.Step;
    }
}
