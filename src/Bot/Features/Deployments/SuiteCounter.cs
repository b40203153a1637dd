using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.Analyzing;

namespace Whybot.Features.Deployments;

/// <summary>Counts a run's results each time another suite has ended, and shows the counts.</summary>
internal sealed class SuiteCounter(SuiteRuns suites, DeploymentAnalysis analysis, LiveCheck live, IDatabase database)
{
    /// <param name="current">The suites of the phase that is running.</param>
    /// <returns>The run with its counts.</returns>
    public async Task<DeploymentRun> CountAsync(Job job, DeploymentRun run, EnvironmentSettings environment, PlanFile plan, List<SuiteRun> current,
        CancellationToken cancel)
    {
        var all = await suites.OfAsync(run, cancel);
        var ended = all.Count(s => s.Ended);
        if (ended == Counts.Read(run.Counts).Ended || current.Count == 0)
            return run;
        // Results that cannot be read don't count, so no gate is met.
        var counted = run with { Counts = new Counts(ended, await analysis.CountAsync(run, environment, cancel)).Write() };
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.CountedAsync(session, run, counted.Counts);
            await live.ShowAsync(session, counted, plan, all, job.Delivery);
        }, cancel);
        return counted;
    }
}
