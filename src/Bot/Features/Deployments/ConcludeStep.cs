using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Deployments;

/// <summary>Explains a run and ends it with a decision. Failed tests that are not understood first run once more.</summary>
internal sealed class ConcludeStep(DeploymentAnalysis analysis, ServiceWatch services, RepositorySettingsReader reader, RecheckStep recheck, EndStep end)
{
    /// <summary>Concludes a run after its suites.</summary>
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        if (await services.LookAsync(job, run, environment, When.After, cancel) is not { } looks)
            return Next.Step;
        var output = await analysis.ExplainAsync(run, environment, looks, async d => !await recheck.IsDueAsync(run, environment, d, cancel), cancel);
        var drafts = output.Drafts ?? Unreadable.Drafts(run.Sha, output.Problem!, failing: true, (await reader.OfAsync(run.Ref, cancel)).CheckGates,
            run.Environment);
        if (await recheck.IsDueAsync(run, environment, drafts, cancel))
            return await recheck.BeginAsync(job, run, environment, drafts, looks, cancel) ? Next.Step
                : await RunAsync(job, run, environment with { Run = environment.Run! with { Recheck = false } }, cancel);
        if (!RecheckStep.OnlyFlakyStopped(run, environment, drafts))
            return await end.RunAsync(job, run with { Looks = looks.Write() }, environment, output, drafts, cancel);
        await recheck.ResumeAsync(job, run, drafts, cancel);
        return Next.Step;
    }

    /// <summary>Concludes a run without suites: the report is about the environment itself.</summary>
    public async Task<Next> EnvironmentAsync(Job job, DeploymentRun run, ProbeHistory looks, CancellationToken cancel)
    {
        var environment = new EnvironmentSettings(run.Environment, []);
        var output = await analysis.ExplainAsync(run, environment, looks, _ => Task.FromResult(true), cancel);
        return output.Drafts is { } drafts ? await end.RunAsync(job, run with { Looks = looks.Write() }, environment, output, drafts, cancel)
            : throw new NonRetryableException($"the readiness of {run.Environment} could not be analysed: {output.Problem}");
    }
}
