using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>Probes the services of a run that has begun; if they serve a different revision by now, the run is void.</summary>
internal sealed class ServiceWatch(Prober prober, SupersedeStep supersede, SuitePolicy policy, IDatabase database, TimeProvider time)
{
    /// <summary>Probes the services now, if there are any.</summary>
    /// <returns>Everything that probes have seen during the run; null if the run is void.</returns>
    public async Task<ProbeHistory?> LookAsync(Job job, DeploymentRun run, EnvironmentSettings environment, When when, CancellationToken cancel)
    {
        var looks = ProbeHistory.Read(run.Looks);
        if (environment.Services.Count == 0)
            return looks;
        var seen = await prober.LookAsync(environment, run.Sha, wait: false, null, cancel);
        looks.Add(when, seen);
        if (OtherRevision.Seen(seen, run.Environment, run.Sha) is not { } other)
            return looks;
        await supersede.VoidAsync(job, run, other, cancel);
        return null;
    }

    /// <summary>While suites run, the services are probed now and then: an outage in between explains failures that a probe at the end would not.</summary>
    public async Task<Next> WaitAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var due = (ProbeHistory.Read(run.Looks).Last ?? run.OpenedAt) + policy.Look;
        if (environment.Services.Count > 0 && time.GetUtcNow() >= due)
        {
            if (await LookAsync(job, run, environment, When.During, cancel) is not { } looks)
                return Next.Step;
            await database.WriteAsync(job, session => DeploymentRuns.LookedAsync(session, run, looks.Write()), cancel);
        }
        return Next.At(time.GetUtcNow() + (policy.Poll < policy.Look ? policy.Poll : policy.Look));
    }
}
