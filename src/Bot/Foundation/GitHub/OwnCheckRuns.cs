namespace Whybot.Foundation.GitHub;

/// <summary>How the bot's own check runs are recognised.</summary>
internal static class OwnCheckRuns
{
    /// <summary>Name of the check run about a commit's checks; that of an environment has its name after it.</summary>
    public const string Name = "Whybot";

    /// <summary>How their external ids begin.</summary>
    public const string IdPrefix = "whybot";
}
