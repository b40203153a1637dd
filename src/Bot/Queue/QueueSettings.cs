namespace Whybot.Queue;

/// <summary>Settings of the queue: section <c>Whybot:Queue</c>.</summary>
internal sealed class QueueSettings
{
    /// <summary>How many repositories are worked on side by side.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>How long a job stays with a holder that no longer answers.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long what failed waits the first time; it doubles.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After an event, how long to wait for those that come with it before GitHub is asked.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often to look at a commit whose checks are not complete.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>When nothing has been heard of a commit for so long, the bot speaks although some of its checks are not complete.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How often failed deliveries are asked for again.</summary>
    public TimeSpan SweepDeliveries { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often open runs and unsent effects are looked for.</summary>
    public TimeSpan SweepRuns { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>All that is wrong, each with what to do.</summary>
    public IEnumerable<string> Problems()
    {
        if (Workers is < 1 or > 64)
            yield return $"Whybot:Queue:Workers: {Workers} is not between 1 and 64";
        if (Lease < TimeSpan.FromSeconds(1))
            yield return $"Whybot:Queue:Lease: {Lease} is too short; write for example 00:01:00";
    }
}
