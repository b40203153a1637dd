using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>pull_request</c>: opened on a commit whose checks may already have ended; or pushed to, which makes the answer about the previous commit obsolete.
/// </summary>
internal sealed class PullRequestReader() : EventReader<PullRequestEvent>("pull_request")
{
    protected override WebhookIntent Read(PullRequestEvent sent) => sent switch
    {
        PullRequestSynchronizeEvent pushed => new WebhookIntent.Superseded(EventFields.RepositoryOf(sent), EventFields.Sha(pushed.Before)),
        { Action: "opened" or "reopened" } => new WebhookIntent.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.PullRequest.Head.Sha)),
        _ => new WebhookIntent.Nothing($"pull_request {sent.Action}: no commit of its has changed"),
    };
}
