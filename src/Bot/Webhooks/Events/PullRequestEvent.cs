using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary>
/// <c>pull_request</c>: opened on a commit whose checks may have ended before; or pushed to, which makes the answer about the commit before obsolete.
/// </summary>
internal sealed class PullRequestEvent : IEventReader
{
    public string Event => "pull_request";

    public Reaction Read(WebhookPayload payload)
    {
        if (payload.Repository is not { } repository)
            return new Reaction.Nothing("no repository in it");
        if (payload.Action == "synchronize" && WebhookPayload.Sha(payload.Root, "before") is { } before)
            return new Reaction.Superseded(repository, before);
        if (payload.Action is "opened" or "reopened" && WebhookPayload.Sha(payload.Root.Field("pull_request")?.Field("head"), "sha") is { } head)
            return new Reaction.ChecksChanged(repository, head);
        return new Reaction.Nothing($"pull_request {payload.Action}: no commit of its has changed");
    }
}
