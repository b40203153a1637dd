namespace Whybot.Queue;

/// <summary>Carries out jobs of one kind.</summary>
internal interface IJobHandler
{
    string Kind { get; }

    /// <param name="cancel">Cancelled when the lease is lost or the service stops.</param>
    /// <returns>Null when it is done; else when to look again.</returns>
    /// <exception cref="Exception">It failed; it will be tried again.</exception>
    Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel);
}

/// <summary>The job must wait for something outside, such as a rate limit; the attempt does not count.</summary>
internal class NotYetException(DateTimeOffset until, string why) : Exception(why)
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>Only this write must wait, for its share of the budget; others of the same job may go.</summary>
internal sealed class ShareSpentException(DateTimeOffset until, string why) : NotYetException(until, why);

/// <summary>Trying again will not help: the job becomes a dead letter at once.</summary>
internal sealed class HopelessException(string why, Exception? inner = null) : Exception(why, inner);
