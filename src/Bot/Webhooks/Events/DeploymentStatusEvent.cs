using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>deployment_status</c>: kept, so that runs know what was deployed where.</summary>
internal sealed class DeploymentStatusEvent : IEventReader
{
    public string Event => "deployment_status";

    public Reaction Read(WebhookPayload payload)
    {
        var deployment = payload.Root.Field("deployment");
        var status = payload.Root.Field("deployment_status");
        return payload.Repository is { } repository && WebhookPayload.Long(deployment, "id") is { } id && WebhookPayload.Sha(deployment, "sha") is { } sha
            && status?.Text("state") is { } state && deployment?.Text("environment") is { } environment
            ? new Reaction.Deployed(repository, id, environment, sha, state, WebhookPayload.Long(payload.Root.Field("workflow_run"), "id"))
            : new Reaction.Nothing("no deployment, commit or state in it");
    }
}
