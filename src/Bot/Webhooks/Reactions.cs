using Whybot.Commands;
using Whybot.Deployments;
using Whybot.GitHub;
using Whybot.Pipeline;
using Whybot.Queue;
using Whybot.Rules;
using Whybot.Storage;
using Whybot.Suites;
using Whybot.Upkeep;

namespace Whybot.Webhooks;

/// <summary>Carries out what events ask for, within the transaction of their delivery.</summary>
internal sealed class Reactions(JobQueue jobs, RunStore runs, QueueSettings settings, TimeProvider time)
{
    /// <returns>What was done, in words.</returns>
    public async Task<string> CarryOutAsync(Session session, Reaction reaction, string? delivery)
    {
        switch (reaction)
        {
            case Reaction.ChecksChanged(var repository, var sha):
                await runs.OpenAsync(session, repository, sha);
                await jobs.AskAsync(session, ExplainJob.Request(repository, sha, delivery), time.GetUtcNow() + settings.Settle);
                return $"looks at {sha}";
            case Reaction.RunEnded(var repository, _, var run, var title) when await SuiteRuns.OwnerAsync(session, repository.FullName, run, title) is { } own:
                await jobs.AskAsync(session, DeployJob.Request(own, delivery), time.GetUtcNow());
                return $"goes on with deployment {own.Deployment}";
            case Reaction.RunEnded(var repository, var sha, _, _):
                return await CarryOutAsync(session, new Reaction.ChecksChanged(repository, sha), delivery);
            case Reaction.Superseded(var repository, var sha):
                if (!await RunStore.IsOpenAsync(session, repository.FullName, sha))
                    return "nothing was to be said about the commit before";
                await jobs.AskAsync(session, ExplainJob.Request(repository, sha, delivery), time.GetUtcNow());
                return $"looks at {sha}, which has a successor";
            case Reaction.Deployed deployed:
                await runs.DeployedAsync(session, deployed.Repository.FullName, new StoredDeployment(deployed.Deployment, deployed.Environment, deployed.Sha, deployed.State, deployed.Run));
                if (deployed.State == "success")
                    await jobs.AskAsync(session, DeployJob.Request(deployed.Repository, deployed.Deployment, deployed.Environment, deployed.Sha,
                        delivery), time.GetUtcNow());
                return $"deployment {deployed.Deployment} of {deployed.Sha} is {deployed.State}";
            case Reaction.Commented(var repository, var thread, var comment):
                await jobs.AskAsync(session, CommandJob.Request(repository, thread, comment, delivery), time.GetUtcNow());
                return $"reads {(comment.Kind == CommentKind.Review ? "review" : "comment")} {comment.Id} for commands";
            case Reaction.IssueChanged(var repository, var issue):
                await jobs.AskAsync(session, UpkeepJob.Request(repository, issue, delivery), time.GetUtcNow());
                return $"looks at issue {issue}";
            case Reaction.RulesWritten(var repository, var issue, var login, var blocks):
                await jobs.AskAsync(session, RuleJob.Request(repository, issue, login, blocks, delivery), time.GetUtcNow());
                return $"tries {blocks.Count} rules of issue {issue}";
            case Reaction.AccessEnded(var installation, var named, var end):
                var repositories = end == AccessEnd.WholeInstallation
                    ? [.. named.Union(await ForgottenRepositories.OfInstallationAsync(session, installation), StringComparer.Ordinal)] : named;
                foreach (var repository in repositories.SelectMany(r => new[] { r, SuiteJob.Line(r) }))
                    await JobQueue.RemoveAsync(session, repository);
                if (end != AccessEnd.Suspended)
                    await ForgottenRepositories.MarkAsync(session, repositories, time.GetUtcNow());
                return $"access to {repositories.Count} repositories ended";
            case Reaction.AccessBegan(var begun):
                return $"access to {begun.Count} repositories; {await ForgottenRepositories.UnmarkAsync(session, begun)} of them are known from before";
            case Reaction.Several(var parts):
                var done = new List<string>();
                foreach (var part in parts)
                    done.Add(await CarryOutAsync(session, part, delivery));
                return string.Join("; ", done);
            default:
                return ((Reaction.Nothing)reaction).Why;
        }
    }
}
