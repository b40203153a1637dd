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
        var run = payload.Root.Field("workflow_run");
        return payload.Repository is { } repository && WebhookPayload.Sha(run, "head_sha") is { } sha
            ? new Reaction.RunEnded(repository, sha, WebhookPayload.Long(run, "id"), run?.Text("display_title"))
            : new Reaction.Nothing("no repository or commit in it");
    }
}
