using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Memory.Overviews;

/// <summary>A cause in a list of causes.</summary>
public sealed record CauseRow
{
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required ClusterId Cluster { get; init; }
    public required string Title { get; init; }

    /// <summary>Its issue: the bot's own, or else the person's issue that it belonged to when it was last seen.</summary>
    public long? Issue { get; init; }
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was last seen to fail.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When it failed first after its tests had passed last; null while it is quiet.</summary>
    public DateTimeOffset? SinceAt { get; init; }

    /// <summary>When its tests passed first after it had failed last; null while it fails.</summary>
    public DateTimeOffset? QuietAt { get; init; }

    /// <summary>The verdict when it was last seen; null if nothing is kept of it.</summary>
    public string? Verdict { get; init; }

    /// <summary>P0 to P6 when it was last seen; null for none.</summary>
    public string? Priority { get; init; }

    /// <summary>The number of commits at which it failed; next, the number at which its tests ran and passed after it had been seen.</summary>
    public required long Failed { get; init; }
    public required long Passed { get; init; }
}

/// <summary>A delivery without its body.</summary>
public sealed record DeliveryRow
{
    public required string Guid { get; init; }
    public required string Event { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>pending, done, failed.</summary>
    public required string State { get; init; }
    public required long Redelivered { get; init; }

    /// <summary>The result of acting on it.</summary>
    public string? Note { get; init; }

    /// <summary>Why it was only read roughly; null if it was read as its proper type.</summary>
    public string? Roughly { get; init; }
}

/// <summary>A job of the queue.</summary>
public sealed record JobRow
{
    /// <summary>Empty for the bot's own jobs, which are about all repositories.</summary>
    public required RepositoryName RepositoryName { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }

    /// <summary>pending, running, dead.</summary>
    public required string State { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required long Attempts { get; init; }
    public string? Delivery { get; init; }
    public string? Error { get; init; }
}

/// <summary>A file that a suite left behind.</summary>
/// <param name="Suite">Id of the suite run that it belongs to; 0 for a commit's checks.</param>
/// <param name="Suites">The suites' names.</param>
public sealed record FileRow(long Suite, string Suites, string File);

/// <summary>What was seen of a cause at a commit.</summary>
public sealed record SeenCell
{
    public required ClusterId Cluster { get; init; }
    public required string Title { get; init; }
    public required CommitSha Sha { get; init; }

    /// <summary>How many tests failed; 0 if the environment was not ready, -1 if they passed.</summary>
    public required long Tests { get; init; }
}
