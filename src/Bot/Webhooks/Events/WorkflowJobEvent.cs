using Whybot.GitHub;
using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>workflow_job</c> that failed; its run may go on.</summary>
internal sealed class WorkflowJobEvent : IEventReader
{
    public string Event => "workflow_job";

    public Reaction Read(WebhookPayload payload)
    {
        var job = payload.Root.Field("workflow_job");
        if (payload.Action != "completed" || !Conclusions.IsFailure(job?.Text("conclusion")))
            return new Reaction.Nothing("a job that did not fail");
        return payload.Repository is { } repository && WebhookPayload.Sha(job, "head_sha") is { } sha ? new Reaction.ChecksChanged(repository, sha)
            : new Reaction.Nothing("no repository or commit in it");
    }
}
