using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Intake.Webhooks;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Intake.Actions;

/// <summary>Reports what came of an event as the outputs and the summary of the workflow's step.</summary>
internal sealed class ActionReport(DeploymentRuns deployments, RunStore runs, EffectStore effects)
{
    /// <param name="said">What was done at once, in words; it is the summary of an event that has no decision.</param>
    public Task WriteAsync(ActionsEnvironment environment, WebhookIntent reaction, string said, CancellationToken cancel)
    {
        switch (reaction)
        {
            case WebhookIntent.ChecksChanged(var repository, var sha):
                return WriteAsync(environment, repository.Id, sha, cancel);
            case WebhookIntent.RunEnded(var repository, var sha, _, _):
                return WriteAsync(environment, repository.Id, sha, cancel);
            case WebhookIntent.Deployed { State: "success" } deployed:
                return WriteAsync(environment, deployed, cancel);
            default:
                environment.Summarise($"Whybot: {said}.");
                return Task.CompletedTask;
        }
    }

    private async Task WriteAsync(ActionsEnvironment environment, RepositoryId repository, CommitSha sha, CancellationToken cancel)
    {
        var run = await runs.FindAsync(repository, sha, cancel);
        environment.Set("decision", run?.DecisionWord ?? "none");
        await CheckAsync(environment, repository, sha.Value,
            $"Whybot has nothing to say about `{sha.Short}`: {(run?.State == "obsolete" ? "its pull request has a newer commit" : "nothing fails")}.", cancel);
        var comment = run?.Pull is { } pull ? await effects.FindAsync(repository, PullComment.Kind, $"{pull}", cancel) : null;
        environment.Set("comment", $"{comment?.RemoteId}");
    }

    private async Task WriteAsync(ActionsEnvironment environment, WebhookIntent.Deployed deployed, CancellationToken cancel)
    {
        var run = await deployments.OpenAsync(deployed.Repository.Id, deployed.Deployment, deployed.Environment, deployed.Sha, cancel);
        environment.Set("decision", run.DecisionWord ?? "none");
        if (environment.Temporary is { } folder && await deployments.WorklogAsync(run.Repository, run.Environment, run.Deployment, cancel) is { } worklog)
        {
            var file = Path.Combine(folder, $"whybot-worklog-{run.Deployment}.md");
            await File.WriteAllTextAsync(file, worklog, cancel);
            environment.Set("worklog", file);
        }
        await CheckAsync(environment, deployed.Repository.Id, Subject.OfDeployment(deployed.Sha, deployed.Environment).Target,
            $"Whybot has nothing to say about `{deployed.Sha.Short}` on `{deployed.Environment}`: {run.Note ?? run.State}.", cancel);
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
