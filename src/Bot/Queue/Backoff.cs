namespace Whybot.Queue;

/// <summary>How long a job that failed waits: doubling from 5 s to 30 min, each with up to a half of itself as jitter, so that those that failed together do not come back together.</summary>
internal static class Backoff
{
    /// <summary>Together about two hours.</summary>
    public const int MostAttempts = 10;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <param name="attempt">The one that failed, from 1.</param>
    /// <returns>Null when there shall be no further attempt.</returns>
    public static TimeSpan? After(long attempt)
    {
        if (attempt >= MostAttempts)
            return null;
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (int)(attempt - 1)));
        return wait + wait * (Random.Shared.NextDouble() / 2);
    }
}
