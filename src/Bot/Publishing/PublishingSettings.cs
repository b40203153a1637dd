namespace Whybot.Publishing;

/// <summary>How much the bot may write: section <c>Whybot:Publishing</c>.</summary>
internal sealed class PublishingSettings
{
    /// <summary>New issues of one repository within an hour; more wait.</summary>
    public int NewIssuesPerHour { get; init; } = 10;

    /// <summary>Writes to one thread within an hour; more wait.</summary>
    public int WritesPerThreadPerHour { get; init; } = 20;

    /// <summary>Print what would be written instead of writing it; also the environment variable <c>WHYBOT_DRY_RUN=1</c>.</summary>
    public bool DryRun { get; init; }

    public bool IsDryRun => DryRun || Environment.GetEnvironmentVariable("WHYBOT_DRY_RUN") == "1";
}
