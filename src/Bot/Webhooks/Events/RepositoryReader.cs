using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Repository;
using Whybot.GitHub;

namespace Whybot.Webhooks.Events;

/// <summary>
/// <c>repository</c>: it was renamed or transferred, and is the same repository; or it was deleted. What else may happen to it changes nothing.
/// </summary>
internal sealed class RepositoryReader() : EventReader<RepositoryEvent>("repository")
{
    protected override Reaction Read(RepositoryEvent sent) => Of(EventFields.RepositoryOf(sent), sent.Action,
        (sent as RepositoryRenamedEvent)?.Changes?.Repository?.Name?.From, (sent as RepositoryTransferredEvent)?.Changes?.Owner?.From?.User?.Login);

    /// <param name="repository">As it is since.</param>
    /// <param name="name">Without the owner, before it was renamed; null where the event does not say it.</param>
    /// <param name="owner">before it was transferred; null where the event does not say it.</param>
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
