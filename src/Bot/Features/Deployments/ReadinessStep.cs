using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>
/// Are the services up, and do they serve the deployed commit? If so, the suites are planned. If not, that is reported and no
/// suite runs.
/// </summary>
internal sealed class ReadinessStep(Prober prober, ProbePolicy policy, SuitePolicy suites, DeploymentRuns runs, DeploymentFolder folders,
    RepositorySettingsReader settingsReader,
    AnalysisProcess analysis,
    ConcludeStep conclude, LiveCheck live, Outbox outbox, IDatabase database, TimeProvider time)
{
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var looks = ProbeHistory.None;
        var report = await prober.LookAsync(environment, run.Sha, wait: false, null, cancel);
        looks.Add(When.Before, report);
        // A probe that was not allowed says nothing about the service, so nobody is told that it is down.
        if (report.Services.SelectMany(s => s.Probes).FirstOrDefault(p => !p.Asked) is { } forbidden)
            return await EndAsync(job, run, forbidden.Evidence, environment.Run is not null, cancel);
        if (!report.Services.All(s => s.Ready))
        {
            // While it warms up, the job is postponed: nothing waits in memory, and the repository's other jobs continue.
            if (time.GetUtcNow() + policy.Interval <= run.OpenedAt + policy.Deadline)
                return Next.At(time.GetUtcNow() + policy.Interval);
            return await conclude.EnvironmentAsync(job, run, looks, cancel);
        }
        if (environment.Run is { } settings && IsRunnable(run, environment))
            return await PlanAsync(job, run, environment, settings, looks, cancel);
        return await outbox.HasSpokenAsync(run.Ref, Subject.OfDeployment(run.Sha, run.Environment).Target, null, cancel)
            ? await conclude.EnvironmentAsync(job, run, looks, cancel)
            : await EndAsync(job, run, $"{ReadinessJudge.Overall(report.Services)}", said: false, cancel);
    }

    private bool IsRunnable(DeploymentRun run, EnvironmentSettings environment) =>
        environment.Run?.Workflow is not null || suites.RunsAny(run.RepositoryName, run.Environment);

    private async Task<Next> PlanAsync(Job job, DeploymentRun run, EnvironmentSettings environment, RunSettings settings, ProbeHistory looks,
        CancellationToken cancel)
    {
        using var folder = await folders.WriteAsync(run, environment, looks, cancel);
        var (plan, problem) = await analysis.PlanAsync(folder.Path, settings.Focus, cancel);
        if (plan is null)
            return await EndAsync(job, run, problem!, said: true, cancel);
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.PlannedAsync(session, run, plan.ToJson(), looks.Write());
            await live.ShowAsync(session, run with { Plan = plan.ToJson() }, plan, [], job.Delivery);
        }, cancel);
        return Next.Step;
    }

    /// <param name="said">Whether people who wait for the suites are told why they do not run.</param>
    private async Task<Next> EndAsync(Job job, DeploymentRun run, string why, bool said, CancellationToken cancel)
    {
        var gates = said && (await settingsReader.OfAsync(run.Ref, cancel)).CheckGates;
        await database.WriteAsync(job, async session =>
        {
            await runs.VoidAsync(session, run, why);
            if (said)
                await live.NotRunAsync(session, run, why, gates, job.Delivery);
        }, cancel);
        return Next.Step;
    }
}
