using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>Ends a run whose suites are not run.</summary>
internal sealed class NotRunStep(DeploymentRuns runs, LiveCheck live, RepositorySettingsReader reader, IDatabase database)
{
    /// <param name="said">Whether people who wait for the suites are told why they do not run.</param>
    public async Task<Next> RunAsync(Job job, DeploymentRun run, string why, bool said, CancellationToken cancel)
    {
        var gates = said && (await reader.OfAsync(run.Ref, cancel)).CheckGates;
        await database.WriteAsync(job, async session =>
        {
            await runs.VoidAsync(session, run, why);
            if (said)
                await live.NotRunAsync(session, run, why, gates, job.Delivery);
        }, cancel);
        return Next.Step;
    }
}
