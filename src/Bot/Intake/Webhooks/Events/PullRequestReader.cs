using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>pull_request</c>: opened on a commit whose checks may already have ended; or pushed to, which makes the answer about the previous commit obsolete.
/// </summary>
internal sealed class PullRequestReader() : EventReader<PullRequestEvent>("pull_request")
{
    protected override Reaction Read(PullRequestEvent sent) => sent switch
    {
        PullRequestSynchronizeEvent pushed => new Reaction.Superseded(EventFields.RepositoryOf(sent), EventFields.Sha(pushed.Before)),
        { Action: "opened" or "reopened" } => new Reaction.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.PullRequest.Head.Sha)),
        _ => new Reaction.Nothing($"pull_request {sent.Action}: no commit of its has changed"),
    };
}
