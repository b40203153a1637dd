using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>merge_group</c>: a merge queue has created a commit, whose checks decide whether it is merged; or no longer needs it.</summary>
internal sealed class MergeGroupReader() : EventReader<MergeGroupEvent>("merge_group")
{
    protected override WebhookIntent Read(MergeGroupEvent sent)
    {
        var (repository, sha) = (EventFields.RepositoryOf(sent), EventFields.Sha(sent.MergeGroup.HeadSha));
        return sent.Action switch
        {
            "checks_requested" => new WebhookIntent.ChecksChanged(repository, sha),
            "destroyed" => new WebhookIntent.Superseded(repository, sha),
            _ => new WebhookIntent.Nothing($"merge_group {sent.Action}: nothing about its commit has changed"),
        };
    }
}
