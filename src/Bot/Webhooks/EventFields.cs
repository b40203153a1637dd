using Octokit.Webhooks;
using Whybot.GitHub;

namespace Whybot.Webhooks;

/// <summary>
/// What is taken from events becomes part of paths, keys and rows. A repository, a commit and a name are what GitHub's rules allow, or the event cannot
/// be read.
/// </summary>
internal static class EventFields
{
    private const int LongestName = 255;
    private const int LongestTitle = 1024;

    /// <exception cref="UnreadableEventException">There is none, or its name could not be one.</exception>
    public static RepositoryRef RepositoryOf(WebhookEvent sent) => RepositoryRef.IsName(sent.Repository?.FullName)
        ? Of(sent.Repository!.Id, sent.Installation?.Id, sent.Repository.FullName) : throw new UnreadableEventException("it names no repository");

    /// <param name="id">Null, or what can be none, where the event does not say it.</param>
    /// <param name="name">Known to be one.</param>
    public static RepositoryRef Of(long? id, long? installation, string name) =>
        new(id is > 0 ? new RepositoryId(id.Value) : RepositoryId.Unknown, installation ?? 0, name);

    /// <summary>Those of a list that have names which can be some.</summary>
    public static IReadOnlyList<RepositoryRef> RepositoriesOf(IEnumerable<(long? Id, string? Name)> repositories, long installation) =>
        [.. repositories.Where(r => RepositoryRef.IsName(r.Name)).Select(r => Of(r.Id, installation, r.Name!))];

    /// <exception cref="UnreadableEventException">It is none.</exception>
    public static string Sha(string? sha) => RepositoryRef.IsSha(sha) ? sha! : throw new UnreadableEventException("it names no commit");

    /// <exception cref="UnreadableEventException">It is absent, too long for GitHub, or has control characters, which PostgreSQL keeps none of.</exception>
    public static string Name(string? name, string what) => IsName(name) ? name! : throw new UnreadableEventException($"its {what} is none");

    public static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);

    /// <summary>A title that something may be found by; null for one that nothing of the bot's has.</summary>
    public static string? Title(string? title) => title is { Length: <= LongestTitle } && !title.Any(char.IsControl) ? title : null;
}
