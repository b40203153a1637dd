using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.Queue;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Deployments;

/// <summary>
/// Are the services up, and do they serve the deployed commit? If so, the suites are planned. If not, that is reported and no
/// suite runs.
/// </summary>
internal sealed class ReadinessStep(Prober prober, ProbePolicy policy, PlanStep plan, NotRunStep notRun, ConcludeStep conclude, Outbox outbox,
    TimeProvider time)
{
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var looks = ProbeHistory.None;
        var report = await prober.LookAsync(environment, run.Sha, wait: false, null, cancel);
        looks.Add(When.Before, report);
        // A probe that was not allowed says nothing about the service, so nobody is told that it is down.
        if (report.Services.SelectMany(s => s.Probes).FirstOrDefault(p => !p.Asked) is { } forbidden)
            return await notRun.RunAsync(job, run, forbidden.Evidence, environment.Run is not null, cancel);
        if (!report.Services.All(s => s.Ready))
        {
            // While it warms up, the job is postponed: nothing waits in memory, and the repository's other jobs continue.
            if (time.GetUtcNow() + policy.Interval <= run.OpenedAt + policy.Deadline)
                return Next.At(time.GetUtcNow() + policy.Interval);
            return await conclude.EnvironmentAsync(job, run, looks, cancel);
        }
        if (plan.HasSuites(run, environment))
            return await plan.RunAsync(job, run, environment, looks, cancel);
        return await outbox.HasSpokenAsync(run.Ref, Subject.OfDeployment(run.Sha, run.Environment).Target, null, cancel)
            ? await conclude.EnvironmentAsync(job, run, looks, cancel)
            : await notRun.RunAsync(job, run, $"{ReadinessJudge.Overall(report.Services)}", said: false, cancel);
    }
}
