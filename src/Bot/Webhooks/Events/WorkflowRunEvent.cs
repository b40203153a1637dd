using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>workflow_run</c> completed, whatever its end: a green one says what worked.</summary>
internal sealed class WorkflowRunEvent : IEventReader
{
    public string Event => "workflow_run";

    public Reaction Read(WebhookPayload payload)
    {
        if (payload.Action != "completed")
            return new Reaction.Nothing($"workflow_run {payload.Action}: not complete");
        return payload.Repository is { } repository && WebhookPayload.Sha(payload.Root.Field("workflow_run"), "head_sha") is { } sha
            ? new Reaction.ChecksChanged(repository, sha)
            : new Reaction.Nothing("no repository or commit in it");
    }
}
