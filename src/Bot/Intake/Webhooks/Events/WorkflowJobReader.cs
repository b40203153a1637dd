using Octokit.Webhooks.Events;
using Whybot.Foundation.GitHub;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>workflow_job</c> that failed; its run may continue.</summary>
internal sealed class WorkflowJobReader() : EventReader<WorkflowJobEvent>("workflow_job")
{
    protected override WebhookIntent Read(WorkflowJobEvent sent) => sent.Action == "completed"
        && Conclusions.IsFailure(sent.WorkflowJob.Conclusion?.StringValue)
        ? new WebhookIntent.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.WorkflowJob.HeadSha))
        : new WebhookIntent.Nothing("a job that did not fail");
}
