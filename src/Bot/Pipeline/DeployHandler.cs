using System.Text.Json;
using System.Text.Json.Nodes;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Settings;
using Whybot.GitHub;
using Whybot.Probes;
using Whybot.Publishing;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.Pipeline;

/// <summary>
/// Looks at an environment after a deployment reached it: are the services up, and do they serve the deployed commit? Where they are not, that is
/// what is reported, and no suite is asked.
/// </summary>
internal sealed partial class DeployHandler(RunFetcher fetcher, Prober prober, ProbePolicy policy, AnalysisProcess analysis, Outbox outbox,
    RunStore runs, JobQueue jobs, IDatabase database, TimeProvider time, ILogger<DeployHandler> logger) : IJobHandler
{
    public string Kind => DeployJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var deployed = DeployJob.Of(job);
        var repository = new RepositoryRef(deployed.Installation, job.Repository);
        if (await runs.NewestDeploymentAsync(job.Repository, deployed.Environment, cancel) is { } newest && newest > deployed.Deployment)
            return Done(deployed, "a newer deployment has taken its place");
        var settings = await fetcher.SettingsOfAsync(repository, cancel);
        if (settings.Environments.GetValueOrDefault(deployed.Environment) is not { Services.Count: > 0 } environment)
            return Done(deployed, "the repository's settings name no services of this environment");
        var readiness = await prober.LookAsync(environment, deployed.Sha, wait: false, null, cancel);
        // A probe that was not allowed says nothing of the service: nobody is told that it is down.
        if (readiness.Services.SelectMany(s => s.Probes).FirstOrDefault(p => !p.Asked) is { } forbidden)
            return Done(deployed, forbidden.Evidence);
        // While it warms up the job is put off: nothing waits in memory, and the repository's other jobs go on.
        if (!readiness.Services.All(s => s.Ready) && time.GetUtcNow() + policy.Interval <= DateTimeOffset.FromUnixTimeMilliseconds(job.AskedAt) + policy.Deadline)
            return time.GetUtcNow() + policy.Interval;
        var subject = Subject.OfDeployment(deployed.Sha, deployed.Environment);
        if (readiness.Services.All(s => s.Ready) && !await outbox.HasSpokenAsync(repository, subject.Target, null, cancel))
            return Done(deployed, $"{ReadinessJudge.Overall(readiness.Services)}");
        await ReportAsync(job, repository, deployed, readiness, cancel);
        return null;
    }

    private async Task ReportAsync(Job job, RepositoryRef repository, DeployJob deployed, ReadinessReport readiness, CancellationToken cancel)
    {
        var folder = fetcher.NewFolder(repository, $"deployment-{deployed.Deployment}");
        await File.WriteAllTextAsync(Path.Combine(folder, "deployment_status.json"), new JsonObject
        {
            ["repository"] = new JsonObject { ["full_name"] = repository.FullName },
            ["deployment"] = new JsonObject { ["sha"] = deployed.Sha, ["environment"] = deployed.Environment, ["created_at"] = time.GetUtcNow() },
        }.ToJsonString(), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, ReadinessRecord.Name), ReadinessRecord.Write(readiness), cancel);
        await fetcher.SettingsAsync(repository, folder, cancel);
        await fetcher.LedgerAsync(repository, folder, cancel);
        var (drafts, problem) = await analysis.RunAsync(folder, cancel);
        if (drafts is null)
            throw new HopelessException($"the readiness of {deployed.Environment} could not be analysed: {problem}");
        await database.WriteAsync(async session =>
        {
            await JobQueue.HoldAsync(session, job);
            if (await outbox.PutAsync(session, repository, Subject.OfDeployment(deployed.Sha, deployed.Environment), drafts))
                await jobs.AskAsync(session, PublishJob.Request(repository, job.Delivery), time.GetUtcNow());
        }, cancel);
        Done(deployed, $"{ReadinessJudge.Overall(readiness.Services)}");
    }

    private DateTimeOffset? Done(DeployJob deployed, string why)
    {
        Looked(deployed.Environment, deployed.Sha, why);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {What}")]
    private partial void Looked(string environment, string sha, string what);
}
