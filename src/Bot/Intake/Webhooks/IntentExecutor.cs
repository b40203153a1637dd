using Whybot.Features.Commands;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;

namespace Whybot.Intake.Webhooks;

/// <summary>Carries out what events ask for, in the transaction of their delivery.</summary>
internal sealed class IntentExecutor(JobQueue jobs, RunStore runs, RepositoryIntentExecutor repositories, QueueSettings settings, TimeProvider time)
{
    /// <param name="at">When the event was received.</param>
    /// <returns>What was done, in words.</returns>
    public async Task<string> ExecuteAsync(Session session, WebhookIntent reaction, string? delivery, DateTimeOffset at)
    {
        // The event may have a name that the repository no longer has, or may lack its id.
        if (reaction is WebhookIntent.OfRepository about)
            reaction = about with { Repository = await Repositories.SeenAsync(session, about.Repository, at) };
        switch (reaction)
        {
            case WebhookIntent.ChecksChanged(var repository, var sha):
                await runs.OpenAsync(session, repository.Id, sha);
                await jobs.EnqueueAsync(session, ExplainJob.Request(repository.Id, sha, delivery), time.GetUtcNow() + settings.Settle);
                return $"looks at {sha}";
            case WebhookIntent.RunEnded(var repository, _, var run, var title) when await SuiteRuns.OwnerAsync(session, repository.Id, run, title) is { } own:
                await jobs.EnqueueAsync(session, own.ToJob(delivery));
                return $"goes on with deployment {own.Deployment}";
            case WebhookIntent.RunEnded(var repository, var sha, _, _):
                return await ExecuteAsync(session, new WebhookIntent.ChecksChanged(repository, sha), delivery, at);
            case WebhookIntent.Superseded(var repository, var sha):
                if (!await RunStore.IsOpenAsync(session, repository.Id, sha))
                    return "nothing was to be said about the commit before";
                await jobs.EnqueueAsync(session, ExplainJob.Request(repository.Id, sha, delivery));
                return $"looks at {sha}, which has a successor";
            case WebhookIntent.Deployed deployed:
                await runs.DeployedAsync(session, deployed.Repository.Id,
                    new StoredDeployment(deployed.Deployment, deployed.Environment, deployed.Sha, deployed.State, deployed.Run));
                if (deployed.State == "success")
                    await jobs.EnqueueAsync(session, DeployJob.Request(deployed.Repository.Id, deployed.Deployment, deployed.Environment, deployed.Sha,
                        delivery));
                return $"deployment {deployed.Deployment} of {deployed.Sha} is {deployed.State}";
            case WebhookIntent.Commented(var repository, var thread, var comment):
                await jobs.EnqueueAsync(session, CommandJob.Request(repository.Id, thread, comment, delivery));
                return $"reads {(comment.Kind == CommentKind.Review ? "review" : "comment")} {comment.Id} for commands";
            case WebhookIntent.IssueChanged(var repository, var issue):
                await jobs.EnqueueAsync(session, IssueLifecycleJob.Request(repository.Id, issue, delivery));
                return $"looks at issue {issue}";
            case WebhookIntent.RulesWritten(var repository, var issue, var login, var blocks):
                await jobs.EnqueueAsync(session, RuleJob.Request(repository.Id, issue, login, blocks, delivery));
                return $"tries {blocks.Count} rules of issue {issue}";
            case WebhookIntent.Renamed renamed:
                return await RepositoryIntentExecutor.RenameAsync(session, renamed, at);
            case WebhookIntent.AccessEnded ended:
                return await repositories.EndAsync(session, ended);
            case WebhookIntent.AccessBegan began:
                return await RepositoryIntentExecutor.BeginAsync(session, began, at);
            case WebhookIntent.Several(var parts):
                var done = new List<string>();
                foreach (var part in parts)
                    done.Add(await ExecuteAsync(session, part, delivery, at));
                return string.Join("; ", done);
            default:
                return ((WebhookIntent.Nothing)reaction).Why;
        }
    }
}
