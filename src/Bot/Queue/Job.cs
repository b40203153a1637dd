using Whybot.GitHub;

namespace Whybot.Queue;

/// <summary>Something to be done for a repository.</summary>
/// <param name="Repository">Its jobs are carried out one at a time.</param>
/// <param name="Key">Asking again for the same key joins the job that waits.</param>
/// <param name="Kind">Which handler carries it out.</param>
/// <param name="Arguments">JSON, as the handler reads it.</param>
/// <param name="Delivery">The delivery that asked for it; null for one of the bot's own.</param>
/// <param name="Line">Jobs of another line of the repository are carried out beside it.</param>
internal sealed record JobRequest(RepositoryId Repository, string Key, string Kind, string Arguments, string? Delivery, string Line = "");

/// <summary>A job held under a lease.</summary>
internal sealed record Job
{
    public required long Id { get; init; }
    public required RepositoryId Repository { get; init; }

    /// <summary>Empty for a job of the bot's own, which is about all repositories.</summary>
    public required string RepositoryName { get; init; }
    public required long Installation { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required string Arguments { get; init; }
    public string? Delivery { get; init; }

    /// <summary>When it was asked for last.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>From 1.</summary>
    public required long Attempts { get; init; }

    /// <summary>Of this lease; a later holder has a greater one.</summary>
    public required long Fence { get; init; }

    public RepositoryRef Ref => new(Repository, Installation, RepositoryName);
}

/// <summary>The lease ran out and the job may have another holder: nothing more may be written in its name.</summary>
internal sealed class LeaseLostException(Job job) : Exception($"the lease of job {job.Id} ({job.Key}) is lost");

/// <summary>How many jobs there are of each state.</summary>
internal sealed record JobCounts(long Pending, long Running, long Dead, DateTimeOffset? OldestDue);
