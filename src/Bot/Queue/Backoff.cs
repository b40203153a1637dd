namespace Whybot.Queue;

/// <summary>
/// How long what failed waits: doubling up to half an hour, each with up to a half of itself as jitter, so that those that failed together do not
/// come back together.
/// </summary>
internal sealed class Backoff(QueueSettings settings)
{
    /// <summary>From 5 s on, together about two hours.</summary>
    public const int MostAttempts = 10;

    /// <summary>A job whose holders died so often may be what kills them.</summary>
    public const int MostDeaths = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <param name="attempt">The one that failed, from 1.</param>
    /// <returns>Null when there shall be no further attempt.</returns>
    public TimeSpan? After(long attempt)
    {
        if (attempt >= MostAttempts)
            return null;
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, settings.FirstBackoff.Ticks << (int)(attempt - 1)));
        return wait + wait * (Random.Shared.NextDouble() / 2);
    }
}
