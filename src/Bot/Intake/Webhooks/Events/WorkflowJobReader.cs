using Octokit.Webhooks.Events;
using Whybot.Foundation.GitHub;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>workflow_job</c> that failed; its run may continue.</summary>
internal sealed class WorkflowJobReader() : EventReader<WorkflowJobEvent>("workflow_job")
{
    protected override Reaction Read(WorkflowJobEvent sent) => sent.Action == "completed" && Conclusions.IsFailure(sent.WorkflowJob.Conclusion?.StringValue)
        ? new Reaction.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.WorkflowJob.HeadSha))
        : new Reaction.Nothing("a job that did not fail");
}
