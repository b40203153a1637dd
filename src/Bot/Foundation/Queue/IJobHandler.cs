namespace Whybot.Foundation.Queue;

/// <summary>Carries out jobs of one kind.</summary>
internal interface IJobHandler
{
    string Kind { get; }

    /// <param name="cancel">Cancelled when the lease is lost or the service stops.</param>
    /// <returns>Null if the job is done; otherwise when to look again.</returns>
    /// <exception cref="Exception">The job failed and will be tried again.</exception>
    Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel);
}

/// <summary>The job must wait for something external, such as a rate limit; the attempt does not count.</summary>
internal class RetryLaterException(DateTimeOffset until, string why) : Exception(why)
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>Only this write must wait, because its share of the budget is spent; other writes of the same job may proceed.</summary>
internal sealed class ShareSpentException(DateTimeOffset until, string why) : RetryLaterException(until, why);

/// <summary>The job failed because of something that only a person can change, and may yet change.</summary>
internal interface IAwaitsPerson
{
    bool AwaitsPerson { get; }
}

/// <summary>Trying again will not help: the job becomes a dead letter immediately.</summary>
internal sealed class NonRetryableException(string why, Exception? inner = null) : Exception(why, inner);
