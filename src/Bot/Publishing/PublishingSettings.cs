namespace Whybot.Publishing;

/// <summary>How much the bot may write: section <c>Whybot:Publishing</c>.</summary>
internal sealed class PublishingSettings
{
    /// <summary>New issues per repository and hour; any more have to wait.</summary>
    public int NewIssuesPerHour { get; init; } = 10;

    /// <summary>Writes per thread and hour; any more have to wait.</summary>
    public int WritesPerThreadPerHour { get; init; } = 20;

    /// <summary>Print what would be written instead of writing it; the environment variable <c>WHYBOT_DRY_RUN=1</c> does the same.</summary>
    public bool DryRun { get; init; }

    /// <summary>When something that the token may not do is tried again; null for never. A workflow may be given the permission later.</summary>
    public TimeSpan? RetryRefused { get; init; }

    public bool IsDryRun => DryRun || Environment.GetEnvironmentVariable("WHYBOT_DRY_RUN") == "1";
}
