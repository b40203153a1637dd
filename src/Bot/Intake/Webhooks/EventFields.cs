using Octokit.Webhooks;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Webhooks;

/// <summary>
/// Values from events become part of paths, keys and rows. A repository, a commit or a name must follow GitHub's rules; otherwise the event cannot
/// be read.
/// </summary>
internal static class EventFields
{
    private const int LongestName = 255;
    private const int LongestTitle = 1024;

    /// <exception cref="UnreadableEventException">There is no repository, or its name is not valid.</exception>
    public static RepositoryRef RepositoryOf(WebhookEvent sent) => RepositoryName.TryParse(sent.Repository?.FullName, out var name)
        ? Of(sent.Repository!.Id, sent.Installation?.Id, name) : throw new UnreadableEventException("it names no repository");

    /// <param name="id">Null, or an invalid number, if the event does not contain it.</param>
    public static RepositoryRef Of(long? id, long? installation, RepositoryName name) =>
        new(id is > 0 ? new RepositoryId(id.Value) : RepositoryId.Unknown, installation ?? 0, name);

    /// <summary>The repositories in a list that have valid names.</summary>
    public static IReadOnlyList<RepositoryRef> RepositoriesOf(IEnumerable<(long? Id, string? Name)> repositories, long installation) =>
        [.. repositories.Where(r => RepositoryName.TryParse(r.Name, out _)).Select(r => Of(r.Id, installation, new RepositoryName(r.Name!)))];

    /// <exception cref="UnreadableEventException">It is not a commit's id.</exception>
    public static CommitSha Sha(string? text) => CommitSha.TryParse(text, out var sha) ? sha : throw new UnreadableEventException("it names no commit");

    /// <exception cref="UnreadableEventException">It is absent, too long for GitHub, or has control characters, not all of which PostgreSQL can
    /// store.</exception>
    public static string Name(string? name, string what) => IsName(name) ? name! : throw new UnreadableEventException($"its {what} is none");

    public static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);

    /// <summary>A title that can be searched for; null for one that nothing of the bot's could have.</summary>
    public static string? Title(string? title) => title is { Length: <= LongestTitle } && !title.Any(char.IsControl) ? title : null;
}
