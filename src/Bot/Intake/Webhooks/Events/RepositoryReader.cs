using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Repository;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>repository</c>: it was renamed or transferred, and is still the same repository; or it was deleted. Its other actions change nothing.
/// </summary>
internal sealed class RepositoryReader() : EventReader<RepositoryEvent>("repository")
{
    protected override Reaction Read(RepositoryEvent sent) => Of(EventFields.RepositoryOf(sent), sent.Action,
        (sent as RepositoryRenamedEvent)?.Changes?.Repository?.Name?.From, (sent as RepositoryTransferredEvent)?.Changes?.Owner?.From?.User?.Login);

    /// <param name="repository">The repository after the change.</param>
    /// <param name="name">The name without the owner before it was renamed; null if the event does not contain it.</param>
    /// <param name="owner">The owner before it was transferred; null if the event does not contain it.</param>
    public static Reaction Of(RepositoryRef repository, string? action, string? name, string? owner)
    {
        var before = $"{owner ?? repository.Owner}/{name ?? repository.Name}";
        return action switch
        {
            "renamed" or "transferred" => new Reaction.Renamed(repository, before != repository.FullName && RepositoryRef.IsName(before) ? before : null),
            "deleted" => new Reaction.AccessEnded(repository.Installation, [repository], AccessEnd.Deleted),
            _ => new Reaction.Nothing($"repository {action}: it is the same repository"),
        };
    }
}
