using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>deployment_status</c>: stored, so that runs know what was deployed where.</summary>
internal sealed class DeploymentStatusReader() : EventReader<DeploymentStatusEvent>("deployment_status")
{
    protected override WebhookIntent Read(DeploymentStatusEvent sent) => new WebhookIntent.Deployed(EventFields.RepositoryOf(sent), sent.Deployment.Id,
        EventFields.Name(sent.Deployment.Environment, "environment"), EventFields.Sha(sent.Deployment.Sha),
        EventFields.Name(sent.DeploymentStatus.State.StringValue, "state"), sent.WorkflowRun?.Id);
}
