using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>
/// Runs failed tests that are not understood once more. If only flaky tests kept a gate from being met, the run then goes on with its next phase.
/// </summary>
internal sealed class RecheckStep(SuiteRuns suites, SuiteStart start, WorkflowWatch workflows, LiveCheck live, SuitePolicy policy, IDatabase database,
    TimeProvider time)
{
    /// <summary>If more tests than this fail, running them again would not explain anything.</summary>
    private const int MostRechecked = 50;

    /// <summary>Whether tests should run once more before the run is concluded; that is done only once.</summary>
    public async Task<bool> IsDueAsync(DeploymentRun run, EnvironmentSettings environment, RunDrafts drafts, CancellationToken cancel) =>
        environment.Run is { Recheck: true } && drafts.Recheck.Count is > 0 and <= MostRechecked
        && (await suites.OfAsync(run, cancel)).All(s => s.Phase > 0);

    /// <returns>False if none of the suites can run again: they have neither a command nor a workflow.</returns>
    public async Task<bool> BeginAsync(Job job, DeploymentRun run, EnvironmentSettings environment, RunDrafts drafts, ProbeHistory looks,
        CancellationToken cancel)
    {
        var asked = 0;
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.LookedAsync(session, run, looks.Write());
            await start.AskAsync(session, run, environment, 0, [.. drafts.Recheck.Select(t => t.Suite).Distinct()], drafts.Recheck, job.Delivery);
            var all = await SuiteRuns.OfAsync(session, run);
            asked = all.Count(s => s.Phase == 0);
            if (asked == 0)
                return;
            await DeploymentRuns.RecheckingAsync(session, run);
            await live.ShowAsync(session, run, PlanFile.FromJson(run.Plan!), all, job.Delivery);
        }, cancel);
        start.Wake();
        return asked > 0;
    }

    /// <summary>Waits for the tests that are rerun.</summary>
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var current = await workflows.AdvanceAsync(job, run, environment, [.. (await suites.OfAsync(run, cancel)).Where(s => s.Phase == 0)], cancel);
        if (current.Any(s => !s.Ended))
            return Next.At(time.GetUtcNow() + policy.Poll);
        await database.WriteAsync(job, session => DeploymentRuns.RecheckedAsync(session, run), cancel);
        return Next.Step;
    }

    /// <summary>Whether the gate that ended the run would have been met without tests that turned out to be flaky.</summary>
    public static bool OnlyFlakyStopped(DeploymentRun run, EnvironmentSettings environment, RunDrafts drafts) =>
        environment.Run is { FastFail: false } && run is { Note.Length: > 0, Plan: not null } && drafts.Suites.Any(s => s.Flaky > 0)
        && PhaseGate.WhyClosed(PlanFile.FromJson(run.Plan).Phases[(int)run.Phase - 1], [.. drafts.Suites.Select(s => s.WithoutFlaky)]) is null;

    /// <summary>Continues with the next phase; the gate's verdict stays inconclusive.</summary>
    public async Task ResumeAsync(Job job, DeploymentRun run, RunDrafts drafts, CancellationToken cancel)
    {
        var all = await suites.OfAsync(run, cancel);
        await database.WriteAsync(job, session => DeploymentRuns.ResumedAsync(session, run, new Counts(all.Count(s => s.Ended), drafts.Suites).Write()),
            cancel);
    }
}
