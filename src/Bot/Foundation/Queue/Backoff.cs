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

    /// <summary>How long a job waits for a person, such as for a permission: a weekend.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromDays(3);

    /// <param name="attempt">The number of the failed attempt, starting at 1.</param>
    /// <param name="asked">How long ago the job was requested, if what it lacks may yet be given to it; otherwise null.</param>
    /// <returns>Null if there should be no further attempt.</returns>
    public TimeSpan? After(long attempt, TimeSpan? asked = null)
    {
        if (attempt >= MostAttempts)
            return asked < MostPatience ? Longest : null;
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, settings.FirstBackoff.Ticks << (int)(attempt - 1)));
        return wait + wait * (Random.Shared.NextDouble() / 2);
    }
}
