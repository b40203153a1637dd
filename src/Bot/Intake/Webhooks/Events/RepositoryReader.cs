using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Repository;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>repository</c>: it was renamed or transferred, and is still the same repository; or it was deleted. Its other actions change nothing.
/// </summary>
internal sealed class RepositoryReader() : EventReader<RepositoryEvent>("repository")
{
    protected override WebhookIntent Read(RepositoryEvent sent) => Of(EventFields.RepositoryOf(sent), sent.Action,
        (sent as RepositoryRenamedEvent)?.Changes?.Repository?.Name?.From, (sent as RepositoryTransferredEvent)?.Changes?.Owner?.From?.User?.Login);

    /// <param name="repository">The repository after the change.</param>
    /// <param name="name">The name without the owner before it was renamed; null if the event does not contain it.</param>
    /// <param name="owner">The owner before it was transferred; null if the event does not contain it.</param>
    public static WebhookIntent Of(RepositoryRef repository, string? action, string? name, string? owner)
    {
        var before = RepositoryName.Find($"{owner ?? repository.Owner}/{name ?? repository.Name}");
        return action switch
        {
            "renamed" or "transferred" => new WebhookIntent.Renamed(repository, before == repository.FullName ? null : before),
            "deleted" => new WebhookIntent.AccessEnded(repository.Installation, [repository], AccessEnd.Deleted),
            _ => new WebhookIntent.Nothing($"repository {action}: it is the same repository"),
        };
    }
}
