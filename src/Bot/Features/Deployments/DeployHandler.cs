using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Trust;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>
/// Takes an environment's newest deployment through its run: readiness, plan, suites phase by phase, a rerun of failures that are not understood, decision.
/// Each step is stored before the next one starts, and nothing waits in memory: any instance can continue it.
/// </summary>
internal sealed partial class DeployHandler(RepositorySettingsReader settingsReader, ActionsClient actions, RepositoriesClient repositories, RunStore store,
    DeploymentRuns runs,
    UnknownEnvironments unknown, ReadinessStep readiness, SuitesStep suites, ConcludeStep conclude, SupersedeStep supersede, DeploymentStanding standing,
        JobQueue jobs,
    TimeProvider time, ILogger<DeployHandler> logger) : IJobHandler
{
    private const string NotNamed = "the repository's settings name no services of this environment and no way to run its suites";

    public string Kind => DeployJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var asked = DeployJob.Of(job);
        var repository = job.Ref;
        if (await NewestAsync(repository, asked, cancel) is not var (deployment, name, sha))
            return null;
        var settings = await settingsReader.OfAsync(repository, cancel);
        var environment = settings.Environments.GetValueOrDefault(name);
        if (environment is null or { Services.Count: 0, Run: null })
        {
            if (await runs.FindAsync(repository.Id, deployment, name, cancel) is { Ended: false } begun)
                await supersede.VoidAsync(job, begun, NotNamed, cancel);
            if (environment is not null)
                Left(name, sha, NotNamed);
            else if (await unknown.PutAsync(repository.Id, name, deployment, sha, cancel))
                Unknown(name, repository.FullName, settings.Environments.Count == 0 ? "none" : string.Join(", ", settings.Environments.Keys));
            return null;
        }
        await unknown.RemoveAsync(repository.Id, name, cancel);
        // People know GitHub's spelling.
        environment = environment with { Name = name };
        var run = await runs.OpenAsync(repository.Id, deployment, name, sha, cancel);
        using var scope = LogScopes.Run(logger, run.Id);
        await supersede.OlderAsync(job, run, cancel);
        while (!run.Ended)
        {
            if (await ReplacedAsync(job, run, cancel))
                return null;
            var next = await StepAsync(job, run, environment, cancel);
            if (!next.Now)
                return next.Due;
            run = (await runs.FindAsync(run.Id, cancel))!;
        }
        Left(run.Environment, run.Sha, run.Decision ?? run.Note ?? run.State);
        return null;
    }

    /// <summary>
    /// Ends a run whose environment has, or is about to get, another deployment. If GitHub sent no event about that deployment, it still gets its own run.
    /// </summary>
    private async Task<bool> ReplacedAsync(Job job, DeploymentRun run, CancellationToken cancel)
    {
        var now = await standing.OfAsync(run, cancel);
        if (now.Void is not { } why)
            return false;
        await supersede.VoidAsync(job, run, why, cancel);
        Left(run.Environment, run.Sha, why);
        if (now.Successor is { } newer)
            await jobs.EnqueueAsync(DeployJob.Request(run.Repository, newer.Id, run.Environment, newer.Sha, null), time.GetUtcNow(), cancel);
        return true;
    }

    /// <summary>Ignores which deployment was asked for: an environment has one deployment, the newest that was not made by a stranger.</summary>
    /// <returns>Null if a stranger made it and there is no newer one.</returns>
    private async Task<(long Deployment, string Environment, string Sha)?> NewestAsync(RepositoryRef repository, DeployJob asked, CancellationToken cancel)
    {
        while (true)
        {
            var newest = await store.NewestDeploymentAsync(repository.Id, asked.Environment, cancel) is { } last && last.Deployment > asked.Deployment
                ? last : await store.DeploymentAsync(repository.Id, asked.Deployment, cancel)
                ?? new StoredDeployment(asked.Deployment, asked.Environment, asked.Sha, "success", null);
            if (newest.State == StoredDeployment.Refused)
                return null;
            if (newest.Run is not { } run || !await IsStrangersAsync(repository, run, cancel))
                return (newest.Deployment, newest.Environment, newest.Sha);
            await store.RefuseAsync(repository.Id, newest.Deployment, cancel);
            Strangers(newest.Deployment, newest.Environment, run);
        }
    }

    /// <summary>
    /// A job that names an environment creates a deployment, and the workflow of a fork's pull request may name any environment. It deploys nothing, since it
    /// has no secrets, and nobody has vouched for its commit. The same applies to a run that GitHub does not know.
    /// </summary>
    private async Task<bool> IsStrangersAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        await actions.RunAsync(repository, run, cancel) is not { } maker || RunSource.IsStrangers(maker, await repositories.GetAsync(repository, cancel));

    private Task<Next> StepAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel) => run.State switch
    {
        "waiting" => readiness.RunAsync(job, run, environment, cancel),
        "running" when run.Note is null => suites.RunAsync(job, run, environment, cancel),
        "rechecking" => suites.RecheckAsync(job, run, environment, cancel),
        _ => conclude.RunAsync(job, run, environment, cancel),
    };

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Repository} was deployed to {Environment}, which its .github/whybot.yml does not name (it has {Known}): such deployments are not tested, "
            + "and this is not said again")]
    private partial void Unknown(string environment, string repository, string known);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Deployment {Deployment} to {Environment} was made by workflow run {Run}, which is a fork's or not known to GitHub: nobody has vouched for "
            + "its commit, and it is not tested")]
    private partial void Strangers(long deployment, string environment, long run);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {What}")]
    private partial void Left(string environment, string sha, string what);
}
