namespace Whybot.Foundation.GitHub;

/// <summary>How the bot's own check runs are recognised.</summary>
internal static class OwnCheckRuns
{
    /// <summary>Name of the check run about a commit's checks; that of an environment has its name after it.</summary>
    public const string Name = "Whybot";

    /// <summary>How their external ids begin.</summary>
    public const string IdPrefix = "whybot";

    private const string Between = ": ";

    /// <summary>The external id of one of the bot's own check runs, by its name.</summary>
    public static string ExternalId(string name) => name == Name ? IdPrefix : $"{IdPrefix}:{name}";

    /// <param name="name">Of one of the bot's own check runs.</param>
    /// <returns>The environment that it is about; null for the one about a commit's checks.</returns>
    public static string? EnvironmentOf(string name) =>
        name.StartsWith(Name + Between, StringComparison.Ordinal) ? name[(Name.Length + Between.Length)..] : null;
}
