namespace Whybot.Foundation.Identity;

/// <summary>A repository, the installation that may act on it, and what it is called.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Installation">Id of the App's installation; 0 with a plain token.</param>
/// <param name="FullName"><c>owner/name</c>, as it was when it was read: for people and links, never for lookups.</param>
internal sealed record RepositoryRef(RepositoryId Id, long Installation, string FullName)
{
    public string Owner => FullName[..FullName.IndexOf('/')];
    public string Name => FullName[(FullName.IndexOf('/') + 1)..];

    /// <summary>GitHub's own rule for names; a name that does not follow it must not become part of a path.</summary>
    public static bool IsName(string? text) =>
        text is { Length: <= 200 } && text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] && IsWord(owner) && IsWord(name);

    private static bool IsWord(string text) => text is not ("." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
