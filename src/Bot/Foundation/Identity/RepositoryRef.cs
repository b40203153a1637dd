using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.Identity;

/// <summary>A repository, the installation that may act on it, and what it is called.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Installation">Id of the App's installation; 0 with a plain token.</param>
/// <param name="FullName"><c>owner/name</c>, as it was when it was read: for people and links, never for lookups.</param>
internal sealed record RepositoryRef(RepositoryId Id, long Installation, RepositoryName FullName)
{
    public string Owner => FullName.Owner;
    public string Name => FullName.Name;
}
