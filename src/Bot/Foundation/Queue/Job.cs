using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue;

/// <summary>Something to do for a repository.</summary>
/// <param name="Repository">Its jobs are carried out one at a time.</param>
/// <param name="Key">A request with the same key joins the job that is already waiting.</param>
/// <param name="Kind">Which handler carries it out.</param>
/// <param name="Arguments">JSON, as the handler reads it.</param>
/// <param name="Delivery">The delivery that asked for it; null if the bot itself did.</param>
/// <param name="Line">Jobs in a different line of the repository run in parallel with it.</param>
internal sealed record JobRequest(RepositoryId Repository, string Key, string Kind, string Arguments, string? Delivery, string Line = "");

/// <summary>A job held under a lease.</summary>
internal sealed record Job
{
    public required long Id { get; init; }
    public required RepositoryId Repository { get; init; }

    /// <summary>Empty for one of the bot's own jobs, which are about all repositories.</summary>
    public required RepositoryName RepositoryName { get; init; }
    public required long Installation { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required string Arguments { get; init; }
    public string? Delivery { get; init; }

    /// <summary>When it was last requested.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Starting at 1.</summary>
    public required long Attempts { get; init; }

    /// <summary>The lease's fencing number; a later holder has a greater one.</summary>
    public required long Fence { get; init; }

    public RepositoryRef Ref => new(Repository, Installation, RepositoryName);
}

/// <summary>The lease has expired and the job may have another holder: nothing more may be written on its behalf.</summary>
internal sealed class LeaseLostException(Job job) : Exception($"the lease of job {job.Id} ({job.Key}) is lost");

/// <summary>How many jobs are in each state.</summary>
internal sealed record JobCounts(long Pending, long Running, long Dead, DateTimeOffset? OldestDue);
