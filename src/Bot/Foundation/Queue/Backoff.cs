namespace Whybot.Foundation.Queue;

/// <summary>
/// How long a failed job or delivery waits: the wait doubles, up to half an hour, plus up to half of itself as jitter, so that those that failed together do
/// not come back together.
/// </summary>
internal sealed class Backoff(QueueSettings settings)
{
    /// <summary>Starting at 5 s, the nine waits take 43 to 64 minutes together.</summary>
    public const int MostAttempts = 10;

    /// <summary>If a job's holders have died this often, the job itself may be what kills them.</summary>
    public const int MostDeaths = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <param name="attempt">The number of the failed attempt, starting at 1.</param>
    /// <returns>Null if there should be no further attempt.</returns>
    public TimeSpan? After(long attempt)
    {
        if (attempt >= MostAttempts)
            return null;
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, settings.FirstBackoff.Ticks << (int)(attempt - 1)));
        return wait + wait * (Random.Shared.NextDouble() / 2);
    }
}
