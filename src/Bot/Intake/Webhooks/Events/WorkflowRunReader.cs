using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>workflow_run</c> completed, with any conclusion: a green one shows what worked.</summary>
internal sealed class WorkflowRunReader() : EventReader<WorkflowRunEvent>("workflow_run")
{
    protected override WebhookIntent Read(WorkflowRunEvent sent) => sent.Action == "completed"
        ? new WebhookIntent.RunEnded(EventFields.RepositoryOf(sent), EventFields.Sha(sent.WorkflowRun.HeadSha), sent.WorkflowRun.Id,
            EventFields.Title(sent.WorkflowRun.DisplayTitle))
        : new WebhookIntent.Nothing($"workflow_run {sent.Action}: not complete");
}
