namespace Whybot.Foundation.Queue;

/// <summary>Settings of the queue: section <c>Whybot:Queue</c>.</summary>
internal sealed class QueueSettings
{
    /// <summary>How many repositories are worked on in parallel.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>How long a job stays with a holder that no longer responds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a failed job waits the first time; the wait doubles each time.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait after an event, for others that come with it, before asking GitHub.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often to check a commit whose checks are not complete.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>If nothing has been heard about a commit for this long, the bot reports although some checks are not complete.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How often failed deliveries are requested again.</summary>
    public TimeSpan SweepDeliveries { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often to look for open runs and unsent effects.</summary>
    public TimeSpan SweepRuns { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Workers is < 1 or > 64)
            yield return $"Whybot:Queue:Workers: {Workers} is not between 1 and 64";
        if (Lease < TimeSpan.FromSeconds(1))
            yield return $"Whybot:Queue:Lease: {Lease} is too short; write for example 00:01:00";
    }
}
