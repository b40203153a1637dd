namespace Whybot.GitHub;

/// <summary>
/// GitHub's number of a repository: it stays when the repository is renamed or transferred, and no other repository ever gets it. All that is stored of a
/// repository is stored under it. A number below zero is the store's own, for a repository of which it knows the name and not yet GitHub's number.
/// </summary>
public readonly record struct RepositoryId(long Value)
{
    /// <summary>An event did not say it. No row has it.</summary>
    public static readonly RepositoryId Unknown;

    /// <summary>Stands for all repositories, in the rows of the bot's own jobs.</summary>
    public static readonly RepositoryId All = new(-1);

    /// <summary>Whether GitHub knows the repository by it.</summary>
    public bool IsGitHubs => Value > 0;

    public override string ToString() => $"{Value}";
}
