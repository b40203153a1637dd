using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Causes;
using Whybot.Memory.Deliveries;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Recovery;

/// <summary>
/// Looks for open runs that no job is waiting for and for effects that should have been sent; removes what is past its retention time, and what belongs to
/// repositories that the App has left.
/// </summary>
internal sealed partial class SweepRuns(RunStore runs, DeploymentRuns deployments, CauseExplanations explanations, UnknownEnvironments unknown,
    EffectStore effects, ContradictionStore contradictions, ReportStore reports, ForgottenRepositories forgotten, DeliveryStore deliveries,
    EvidenceFolders folders, JobQueue jobs, WorkSignals signals, QueueSettings settings, EvidenceSettings evidence, TimeProvider time, ILogger<SweepRuns>
    logger) : IJobHandler
{
    public const string JobKind = "sweep runs";

    public string Kind => JobKind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var run in await runs.ForgottenAsync(now - settings.SweepRuns, cancel))
        {
            Forgotten(run.Sha, run.RepositoryName);
            await jobs.EnqueueAsync(ExplainJob.Request(run.Repository, run.Sha, null), now, cancel);
        }
        foreach (var run in await deployments.ForgottenAsync(now - settings.SweepRuns, cancel))
        {
            Forgotten(run.Sha, run.RepositoryName);
            await jobs.EnqueueAsync(run.ToJob(null), now, cancel);
        }
        foreach (var repository in await effects.OverdueAsync(cancel))
            await jobs.EnqueueAsync(PublishJob.Request(repository.Id, null), now, cancel);
        await deliveries.RemoveAsync(now - evidence.KeepDeliveries, cancel);
        await runs.RemoveAsync(now - evidence.KeepRuns, cancel);
        await deployments.RemoveAsync(now - evidence.KeepRuns, cancel);
        await explanations.RemoveFindingsAsync(now - evidence.KeepRuns, cancel);
        await unknown.RemoveAsync(now - evidence.KeepRuns, cancel);
        await contradictions.RemoveAsync(now - evidence.KeepRuns, cancel);
        await reports.RemoveAsync(now - evidence.KeepRuns, cancel);
        folders.RemoveOlder(now - evidence.KeepFolders);
        foreach (var repository in await forgotten.RemoveAsync(now - evidence.KeepForgotten, cancel))
        {
            foreach (var name in repository.Names)
                folders.RemoveOf(name);
            Removed(repository.Name);
        }
        signals.Jobs.Signal();
        return now + settings.SweepRuns;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sha} of {Repository} was left open; it is looked at again")]
    private partial void Forgotten(string sha, string repository);

    [LoggerMessage(Level = LogLevel.Information, Message = "The App was removed from {Repository} a while ago; what was known of it is removed")]
    private partial void Removed(string repository);
}
