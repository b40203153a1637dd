using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;

namespace Whybot.Intake.Actions;

/// <summary>Takes one event from its arrival to the answer, with the same parts as the service, and then exits.</summary>
internal sealed class OneShot(EventReaders readers, IntentExecutor reactions, JobQueue jobs, JobWorker worker, QueueSettings queue, DeploymentRuns deployments,
    IDatabase database,
    RunStore runs, EffectStore effects, TimeProvider time)
{
    /// <summary>EX_TEMPFAIL of sysexits.h.</summary>
    private const int NotDone = 75;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task<int> RunAsync(ActionsEnvironment environment, TimeSpan most, CancellationToken cancel)
    {
        var read = readers.Read(environment.Event!, await File.ReadAllBytesAsync(environment.EventPath!, cancel));
        if (read.Reaction is not { } reaction)
        {
            Console.Error.WriteLine($"whybot: {environment.EventPath}: {read.Problem}");
            return ExitCodes.Unreadable;
        }
        var said = await database.WriteAsync(session => reactions.ExecuteAsync(session, reaction, null, time.GetUtcNow()), cancel);
        var done = await WorkAsync(time.GetUtcNow() + most, cancel);
        // The repository is known by now, perhaps under a different id than when the work began.
        if (reaction is WebhookIntent.OfRepository about)
            reaction = about with { Repository = (await database.ReadAsync(session => Repositories.KnownAsync(session, about.Repository), cancel))! };
        switch (reaction)
        {
            case WebhookIntent.ChecksChanged(var repository, var sha):
                await ReportAsync(environment, repository.Id, sha, cancel);
                break;
            case WebhookIntent.RunEnded(var repository, var sha, _, _):
                await ReportAsync(environment, repository.Id, sha, cancel);
                break;
            case WebhookIntent.Deployed { State: "success" } deployed:
                await ReportAsync(environment, deployed, cancel);
                break;
            default:
                environment.Summarise($"Whybot: {said}.");
                break;
        }
        return done ? 0 : NotDone;
    }

    /// <returns>False if time ran out or something was given up.</returns>
    private async Task<bool> WorkAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (time.GetUtcNow() < until)
        {
            if (await jobs.ClaimAsync(queue.Lease, cancel) is { } job)
                await worker.ExecuteAsync(job, cancel);
            else if (await jobs.CountAsync(cancel) is { Pending: 0, Running: 0 } counts)
                return counts.Dead == 0;
            else
                await Task.Delay(Look, time, cancel);
        }
        return false;
    }

    private async Task ReportAsync(ActionsEnvironment environment, RepositoryId repository, string sha, CancellationToken cancel)
    {
        var run = await runs.FindAsync(repository, sha, cancel);
        environment.Set("decision", run?.Decision ?? "none");
        await CheckAsync(environment, repository, sha,
            $"Whybot has nothing to say about `{sha[..8]}`: {(run?.State == "obsolete" ? "its pull request has a newer commit" : "nothing fails")}.", cancel);
        var comment = run?.Pull is { } pull ? await effects.FindAsync(repository, PullComment.Kind, $"{pull}", cancel) : null;
        environment.Set("comment", $"{comment?.RemoteId}");
    }

    private async Task ReportAsync(ActionsEnvironment environment, WebhookIntent.Deployed deployed, CancellationToken cancel)
    {
        var run = await deployments.OpenAsync(deployed.Repository.Id, deployed.Deployment, deployed.Environment, deployed.Sha, cancel);
        environment.Set("decision", run.Decision ?? "none");
        if (environment.Temporary is { } folder && await deployments.WorklogAsync(run.Repository, run.Environment, run.Deployment, cancel) is { } worklog)
        {
            var file = Path.Combine(folder, $"whybot-worklog-{run.Deployment}.md");
            await File.WriteAllTextAsync(file, worklog, cancel);
            environment.Set("worklog", file);
        }
        await CheckAsync(environment, deployed.Repository.Id, Subject.OfDeployment(deployed.Sha, deployed.Environment).Target,
            $"Whybot has nothing to say about `{deployed.Sha[..8]}` on `{deployed.Environment}`: {run.Note ?? run.State}.", cancel);
        environment.Set("comment", "");
    }

    /// <param name="nothing">The text to use if there is no check run.</param>
    private async Task CheckAsync(ActionsEnvironment environment, RepositoryId repository, string target, string nothing, CancellationToken cancel)
    {
        var check = await effects.FindAsync(repository, CheckEffect.Kind, target, cancel);
        environment.Set("check", $"{check?.RemoteId}");
        environment.Summarise(check is null ? nothing : EffectJson.Read<CheckEffect>(check.Draft).Check.Summary);
    }
}
