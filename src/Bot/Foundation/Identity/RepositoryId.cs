namespace Whybot.Foundation.Identity;

/// <summary>
/// GitHub's number for a repository: it stays the same when the repository is renamed or transferred, and no other repository ever gets it. Everything stored
/// about a repository is stored under it. A negative number is assigned by the store, for a repository whose name it knows but not yet GitHub's number.
/// </summary>
public readonly record struct RepositoryId(long Value)
{
    /// <summary>An event did not contain it. No row has this value.</summary>
    public static readonly RepositoryId Unknown;

    /// <summary>Stands for all repositories, in the rows of the bot's own jobs.</summary>
    public static readonly RepositoryId All = new(-1);

    /// <summary>Whether it is GitHub's number, not one from the store.</summary>
    public bool IsGitHubs => Value > 0;

    public override string ToString() => $"{Value}";
}
