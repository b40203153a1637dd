using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>
/// Runs the planned suites phase by phase. The next phase starts only when the gates of this one are met; a gate with missing data is not met.
/// </summary>
internal sealed class SuitesStep(SuiteRuns suites, SuiteStart start, WorkflowWatch workflows, SupersedeStep supersede, DeploymentFolder folders,
    AnalysisProcess analysis, LiveCheck live, Prober prober, SuitePolicy policy, IDatabase database, TimeProvider time)
{
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var plan = PlanFile.FromJson(run.Plan!);
        if (run.Phase == 0)
            return await BeginAsync(job, run, environment, plan, 1, cancel);
        var current = await workflows.AdvanceAsync(job, run, environment, Of(await suites.OfAsync(run, cancel), run.Phase), cancel);
        run = await CountAsync(job, run, environment, plan, current, cancel);
        var counts = Counts.Read(run.Counts).Suites;
        var failedFast = environment.Run is { FastFail: true } && counts.Any(c => c.Failed > 0 || c.Partial is not null);
        if (failedFast)
            await start.WithdrawAsync(current, cancel);
        if (current.Any(s => !s.Ended && !(failedFast && s is { Place: "local", State: "asked" })))
            return await WaitAsync(job, run, environment, cancel);
        var phase = plan.Phases[(int)run.Phase - 1];
        var stop = failedFast ? "fast-fail: a suite has a failure" : PhaseGate.WhyClosed(phase, [.. counts.Select(c => c.WithoutFlaky)]);
        if (run.Phase < plan.Phases.Count && stop is null)
            return await BeginAsync(job, run, environment, plan, (int)run.Phase + 1, cancel);
        await database.WriteAsync(job, session => DeploymentRuns.StoppedAsync(session, run, run.Phase < plan.Phases.Count ? stop! : ""), cancel);
        return Next.Step;
    }

    /// <summary>Waits for the tests that are rerun.</summary>
    public async Task<Next> RecheckAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var current = await workflows.AdvanceAsync(job, run, environment, Of(await suites.OfAsync(run, cancel), 0), cancel);
        if (current.Any(s => !s.Ended))
            return Next.At(time.GetUtcNow() + policy.Poll);
        await database.WriteAsync(job, session => DeploymentRuns.RecheckedAsync(session, run), cancel);
        return Next.Step;
    }

    private static List<SuiteRun> Of(IReadOnlyList<SuiteRun> all, long phase) => [.. all.Where(s => s.Phase == phase)];

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

    /// <summary>When another suite has ended, counts the results and shows them.</summary>
    private async Task<DeploymentRun> CountAsync(Job job, DeploymentRun run, EnvironmentSettings environment, PlanFile plan, List<SuiteRun> current,
        CancellationToken cancel)
    {
        var all = await suites.OfAsync(run, cancel);
        var ended = all.Count(s => s.Ended);
        if (ended == Counts.Read(run.Counts).Ended || current.Count == 0)
            return run;
        using var folder = await folders.ResultsAsync(run, environment, cancel);
        // Results that cannot be read don't count, so no gate is met.
        var drafts = (await analysis.RunAsync(folder.Path, cancel)).Drafts;
        var counted = run with { Counts = new Counts(ended, drafts?.Suites ?? []).Write() };
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.CountedAsync(session, run, counted.Counts);
            await live.ShowAsync(session, counted, plan, all, job.Delivery);
        }, cancel);
        return counted;
    }

    /// <summary>While suites run, the services are probed now and then: an outage in between explains failures that a probe at the end would not.</summary>
    private async Task<Next> WaitAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var looks = ProbeHistory.Read(run.Looks);
        var due = (looks.Last ?? run.OpenedAt) + policy.Look;
        if (environment.Services.Count > 0 && time.GetUtcNow() >= due)
        {
            var seen = await prober.LookAsync(environment, run.Sha, wait: false, null, cancel);
            looks.Add(When.During, seen);
            if (OtherRevision.Seen(seen, run.Environment, run.Sha) is { } other)
            {
                await supersede.VoidAsync(job, run, other, cancel);
                return Next.Step;
            }
            await database.WriteAsync(job, session => DeploymentRuns.LookedAsync(session, run, looks.Write()), cancel);
        }
        return Next.At(time.GetUtcNow() + (policy.Poll < policy.Look ? policy.Poll : policy.Look));
    }
}
